using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <summary>What waits for each person stands beside the summary, for lists over all launches.</summary>
    public partial class ListWhatWaits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Made again with the lines of work, by whoever asks for a list first.
            migrationBuilder.Sql("delete from launch_summaries;");

            migrationBuilder.DropColumn(
                name: "waiting_for",
                table: "launch_summaries");

            migrationBuilder.CreateTable(
                name: "launch_work",
                columns: table => new
                {
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_launch_work", x => new { x.launch_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_launch_work_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_launch_work_user_id",
                table: "launch_work",
                column: "user_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "launch_work");

            migrationBuilder.AddColumn<Guid[]>(
                name: "waiting_for",
                table: "launch_summaries",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);
        }
    }
}
