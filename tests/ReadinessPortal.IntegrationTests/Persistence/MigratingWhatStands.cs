using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Persistence;

/// <summary>What an earlier version left in a database says the same after the migration.</summary>
public sealed class MigratingWhatStands
{
    [Fact]
    public async Task The_columns_of_a_budget_get_their_roles_without_an_entry_in_the_audit()
    {
        await using var portal = await DemoPortal.StartAsync(_ => { });
        var entries = await portal.ScalarAsync("select count(*) from audit_entries");
        var owner = portal.App.Settings.PortalOwner;
        await using (var db = new WritingDb(new DbContextOptionsBuilder<WritingDb>()
            .UseNpgsql(PortalConnections.BesideText(owner)).UseSnakeCaseNamingConvention().Options))
        {
            await db.Database.MigrateAsync(db.Database.GetMigrations().First());
        }

        (await PortalDatabase.PendingAsync(owner))[0].Should().EndWith("_AddBudgetRoles");
        await PortalDatabase.MigrateAsync(owner);

        (await portal.ScalarAsync(
            """
            select string_agg(key || ' ' || budget_role, ', ' order by key)
            from register_columns where budget_role is not null
            """)).Should().Be("actual Spent, budget Budget, utilisation ShareSpent");
        (await portal.ScalarAsync("select (validity ->> 'scan') || ' ' || (validity ->> 'drill') from launches"))
            .Should().Be("30 180", "a launch that is under way keeps the days it was judged by");
        (await portal.ScalarAsync("select count(*) from audit_entries")).Should().Be(entries);
        (await portal.ScalarAsync("select count(*) from pg_trigger where tgenabled = 'D'")).Should().Be(0L);
    }
}
