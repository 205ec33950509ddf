using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class NameWhoAssessedAndWhatStoodBesideADecision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Lists are made again from the launches; none of these says what it stands on.
            migrationBuilder.Sql("delete from launch_summaries;");

            migrationBuilder.AddColumn<string>(
                name: "assessor",
                table: "scores",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "Lead");

            migrationBuilder.AddColumn<int>(
                name: "criteria",
                table: "revisions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "proven",
                table: "revisions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision",
                table: "launch_summaries",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "live",
                table: "launch_summaries",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "live_proven",
                table: "launch_summaries",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "live_summary",
                table: "launch_summaries",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "rules_version",
                table: "launch_summaries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "verdict_proven",
                table: "launch_summaries",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "live",
                table: "final_decisions",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "progress_by",
                table: "criteria",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "Lead");

            migrationBuilder.AddColumn<string>(
                name: "rationale_by",
                table: "criteria",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "Lead");

            migrationBuilder.AddColumn<string>(
                name: "result_by",
                table: "criteria",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "Lead");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "assessor",
                table: "scores");

            migrationBuilder.DropColumn(
                name: "criteria",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "proven",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "decision",
                table: "launch_summaries");

            migrationBuilder.DropColumn(
                name: "live",
                table: "launch_summaries");

            migrationBuilder.DropColumn(
                name: "live_proven",
                table: "launch_summaries");

            migrationBuilder.DropColumn(
                name: "live_summary",
                table: "launch_summaries");

            migrationBuilder.DropColumn(
                name: "rules_version",
                table: "launch_summaries");

            migrationBuilder.DropColumn(
                name: "verdict_proven",
                table: "launch_summaries");

            migrationBuilder.DropColumn(
                name: "live",
                table: "final_decisions");

            migrationBuilder.DropColumn(
                name: "progress_by",
                table: "criteria");

            migrationBuilder.DropColumn(
                name: "rationale_by",
                table: "criteria");

            migrationBuilder.DropColumn(
                name: "result_by",
                table: "criteria");
        }
    }
}
