using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class NumberWhatPeopleDid : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, at) in new[]
            {
                ("waivers", "requested_at"), ("guarded_changes", "requested_at"), ("target_moves", "at"),
                ("stage_changes", "at"), ("sign_offs", "at"), ("log_choices", "at"), ("finding_acceptances", "at"),
            })
            {
                // What is there keeps the order that it was read in until now.
                migrationBuilder.Sql($"""
                    alter table {table} add column ordinal bigint;
                    alter table {table} disable trigger user;
                    update {table} as r set ordinal = o.number
                    from (select id, row_number() over (order by {at}, id) as number from {table}) as o where o.id = r.id;
                    alter table {table} enable trigger user;
                    alter table {table} alter column ordinal set not null,
                        alter column ordinal add generated always as identity;
                    select setval(pg_get_serial_sequence('{table}', 'ordinal'),
                        (select coalesce(max(ordinal), 0) + 1 from {table}), false);
                    """);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ordinal",
                table: "waivers");

            migrationBuilder.DropColumn(
                name: "ordinal",
                table: "target_moves");

            migrationBuilder.DropColumn(
                name: "ordinal",
                table: "stage_changes");

            migrationBuilder.DropColumn(
                name: "ordinal",
                table: "sign_offs");

            migrationBuilder.DropColumn(
                name: "ordinal",
                table: "log_choices");

            migrationBuilder.DropColumn(
                name: "ordinal",
                table: "guarded_changes");

            migrationBuilder.DropColumn(
                name: "ordinal",
                table: "finding_acceptances");
        }
    }
}
