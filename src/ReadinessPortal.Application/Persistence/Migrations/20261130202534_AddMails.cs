using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mail_choices",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    off = table.Column<string[]>(type: "text[]", nullable: false),
                    is_digest = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_choices", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    thing = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    why = table.Column<string>(type: "text", nullable: true),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_digest = table.Column<bool>(type: "boolean", nullable: false),
                    batch = table.Column<Guid>(type: "uuid", nullable: true),
                    round = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mails", x => x.id);
                    table.ForeignKey(
                        name: "fk_mails_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mails_batch",
                table: "mails",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "ix_mails_due_at",
                table: "mails",
                column: "due_at",
                filter: "state in ('Waiting', 'Sending')");

            migrationBuilder.CreateIndex(
                name: "ix_mails_once",
                table: "mails",
                columns: new[] { "launch_id", "user_id", "kind", "thing" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mails_queued_at",
                table: "mails",
                column: "queued_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_choices");

            migrationBuilder.DropTable(
                name: "mails");
        }
    }
}
