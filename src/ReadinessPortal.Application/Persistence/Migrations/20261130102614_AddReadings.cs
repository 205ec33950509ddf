using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddReadings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reading",
                table: "measurements",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "slot",
                table: "measurements",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reading",
                table: "evidence",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "slot",
                table: "evidence",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "reading",
                table: "measurements");

            migrationBuilder.DropColumn(
                name: "slot",
                table: "measurements");

            migrationBuilder.DropColumn(
                name: "reading",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "slot",
                table: "evidence");
        }
    }
}
