using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class NameTheRequestBehindAChange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "entry",
                table: "final_decisions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "made",
                table: "audit_entries",
                type: "text",
                nullable: true,
                computedColumnSql: "(entry::jsonb) ->> 'made'",
                stored: true);

            migrationBuilder.AddColumn<Guid>(
                name: "request",
                table: "audit_entries",
                type: "uuid",
                nullable: true,
                computedColumnSql: "((entry::jsonb) ->> 'request')::uuid",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_one_change_per_request",
                table: "audit_entries",
                columns: new[] { "launch_id", "request" },
                unique: true,
                filter: "request is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_entries_one_change_per_request",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "made",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "request",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "entry",
                table: "final_decisions");
        }
    }
}
