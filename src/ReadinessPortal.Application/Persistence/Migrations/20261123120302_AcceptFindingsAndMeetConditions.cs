using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <summary>Findings can be accepted with a reason; a condition says who met it, how, and what shows it.</summary>
    public partial class AcceptFindingsAndMeetConditions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "met_by",
                table: "conditions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "met_by_id",
                table: "conditions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "met_evidence",
                table: "conditions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "met_note",
                table: "conditions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "finding_acceptances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: false),
                    stated = table.Column<string>(type: "text", nullable: false),
                    derived = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    accepted_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    accepted_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_acceptances", x => x.id);
                    table.ForeignKey(
                        name: "fk_finding_acceptances_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_finding_acceptances_launch_id",
                table: "finding_acceptances",
                column: "launch_id");

            migrationBuilder.Sql("""
                create constraint trigger audited after insert or update or delete on finding_acceptances
                    deferrable initially deferred for each row execute function require_audit_entry();
                create trigger kept before update or delete on finding_acceptances
                    for each row execute function refuse_rewriting();
                create trigger kept_whole before truncate on finding_acceptances
                    for each statement execute function refuse_rewriting();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "finding_acceptances");

            migrationBuilder.DropColumn(
                name: "met_by",
                table: "conditions");

            migrationBuilder.DropColumn(
                name: "met_by_id",
                table: "conditions");

            migrationBuilder.DropColumn(
                name: "met_evidence",
                table: "conditions");

            migrationBuilder.DropColumn(
                name: "met_note",
                table: "conditions");
        }
    }
}
