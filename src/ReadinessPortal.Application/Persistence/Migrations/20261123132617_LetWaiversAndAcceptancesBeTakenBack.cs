using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <summary>Who took a waiver or the acceptance of a finding back, when and why.</summary>
    public partial class LetWaiversAndAcceptancesBeTakenBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "withdrawn_at",
                table: "waivers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_by",
                table: "waivers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "withdrawn_by_id",
                table: "waivers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_reason",
                table: "waivers",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "finding_reopenings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_reopenings", x => x.id);
                    table.ForeignKey(
                        name: "fk_finding_reopenings_finding_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalTable: "finding_acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_finding_reopenings_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_finding_reopenings_acceptance_id",
                table: "finding_reopenings",
                column: "acceptance_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_finding_reopenings_launch_id",
                table: "finding_reopenings",
                column: "launch_id");

            migrationBuilder.Sql("""
                create constraint trigger audited after insert or update or delete on finding_reopenings
                    deferrable initially deferred for each row execute function require_audit_entry();
                create trigger kept before update or delete on finding_reopenings
                    for each row execute function refuse_rewriting();
                create trigger kept_whole before truncate on finding_reopenings
                    for each statement execute function refuse_rewriting();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "finding_reopenings");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "waivers");

            migrationBuilder.DropColumn(
                name: "withdrawn_by",
                table: "waivers");

            migrationBuilder.DropColumn(
                name: "withdrawn_by_id",
                table: "waivers");

            migrationBuilder.DropColumn(
                name: "withdrawn_reason",
                table: "waivers");
        }
    }
}
