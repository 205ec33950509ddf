using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddReportLook : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "accent",
                table: "launches",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logo",
                table: "launches",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "accent",
                table: "launches");

            migrationBuilder.DropColumn(
                name: "logo",
                table: "launches");
        }
    }
}
