using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <summary>A pick, a waiver and an acceptance hold for what was looked at; a second person is asked for acts.</summary>
    public partial class RememberWhatWasLookedAt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "accepts",
                table: "waivers",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "said",
                table: "log_choices",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "act",
                table: "guarded_changes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "touches",
                table: "guarded_changes",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "figure",
                table: "finding_acceptances",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "severity",
                table: "finding_acceptances",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stated_at",
                table: "finding_acceptances",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "accepts",
                table: "waivers");

            migrationBuilder.DropColumn(
                name: "said",
                table: "log_choices");

            migrationBuilder.DropColumn(
                name: "act",
                table: "guarded_changes");

            migrationBuilder.DropColumn(
                name: "touches",
                table: "guarded_changes");

            migrationBuilder.DropColumn(
                name: "figure",
                table: "finding_acceptances");

            migrationBuilder.DropColumn(
                name: "severity",
                table: "finding_acceptances");

            migrationBuilder.DropColumn(
                name: "stated_at",
                table: "finding_acceptances");
        }
    }
}
