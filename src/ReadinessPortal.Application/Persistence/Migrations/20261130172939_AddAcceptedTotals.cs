using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddAcceptedTotals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "accepted_at",
                table: "evidence",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "accepted_because",
                table: "evidence",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "accepted_by",
                table: "evidence",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "expires_on",
                table: "evidence",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "posted_with",
                table: "evidence",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "received_by_id",
                table: "evidence",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "created_by_id",
                table: "api_tokens",
                type: "uuid",
                nullable: true);

            GuardTokens(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            GuardTokensWithoutMakers(migrationBuilder);

            migrationBuilder.DropColumn(
                name: "accepted_at",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "accepted_because",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "accepted_by",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "expires_on",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "posted_with",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "received_by_id",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "created_by_id",
                table: "api_tokens");
        }
    }
}
