using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddSealTimestamps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "seal_timestamps",
                columns: table => new
                {
                    seal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seal_timestamps", x => x.seal_id);
                    table.ForeignKey(
                        name: "fk_seal_timestamps_seals_seal_id",
                        column: x => x.seal_id,
                        principalTable: "seals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql("""
                create trigger kept before update or delete on seal_timestamps
                    for each row execute function refuse_rewriting();
                create trigger kept_whole before truncate on seal_timestamps
                    for each statement execute function refuse_rewriting();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "seal_timestamps");
        }
    }
}
