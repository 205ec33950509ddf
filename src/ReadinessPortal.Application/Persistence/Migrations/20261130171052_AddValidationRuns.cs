using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddValidationRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "exit_code",
                table: "validations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "expects",
                table: "validations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "run",
                table: "validations",
                type: "jsonb",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "exit_code",
                table: "validations");

            migrationBuilder.DropColumn(
                name: "expects",
                table: "validations");

            migrationBuilder.DropColumn(
                name: "run",
                table: "validations");
        }
    }
}
