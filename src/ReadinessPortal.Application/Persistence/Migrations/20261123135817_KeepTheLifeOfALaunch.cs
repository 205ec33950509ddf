using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <summary>Moved target dates and steps of a launch's life are kept for ever; a member who was removed is known to have been one.</summary>
    public partial class KeepTheLifeOfALaunch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_members_launch_id_user_id_part",
                table: "members");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "removed_at",
                table: "members",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "stage_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_stage = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    to_stage = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stage_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_stage_changes_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "target_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_target_moves_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_members_launch_id_user_id_part",
                table: "members",
                columns: new[] { "launch_id", "user_id", "part" },
                unique: true,
                filter: "removed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_stage_changes_launch_id",
                table: "stage_changes",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_target_moves_launch_id",
                table: "target_moves",
                column: "launch_id");

            foreach (var table in new[] { "target_moves", "stage_changes" })
            {
                migrationBuilder.Sql($"""
                    create constraint trigger audited after insert or update or delete on {table}
                        deferrable initially deferred for each row execute function require_audit_entry();
                    create trigger kept before update or delete on {table}
                        for each row execute function refuse_rewriting();
                    create trigger kept_whole before truncate on {table}
                        for each statement execute function refuse_rewriting();
                    """);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "stage_changes");

            migrationBuilder.DropTable(
                name: "target_moves");

            migrationBuilder.DropIndex(
                name: "ix_members_launch_id_user_id_part",
                table: "members");

            migrationBuilder.DropColumn(
                name: "removed_at",
                table: "members");

            migrationBuilder.CreateIndex(
                name: "ix_members_launch_id_user_id_part",
                table: "members",
                columns: new[] { "launch_id", "user_id", "part" },
                unique: true);
        }
    }
}
