using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Persistence;

public sealed class TheDatabaseGuardsTheRecord
{
    private const string ChangeWithoutEntry = "RP001";
    private const string Rewriting = "RP002";
    private const string BrokenChain = "RP003";

    [Theory]
    [InlineData("update criteria set progress = 100")]
    [InlineData("update measurements set value = '1 ms'")]
    [InlineData("update launches set change_number = change_number + 1")]
    [InlineData("update launches set title = 'Other'")]
    public Task A_change_without_an_audit_entry_does_not_commit(string sql) => InAPortal(async portal =>
    {
        await ALaunch.ImportedInto(portal);

        (await FailureOf(portal.AsPortalAsync(sql))).Should().Be(ChangeWithoutEntry);
        (await FailureOf(portal.AsOwnerAsync(sql))).Should().Be(ChangeWithoutEntry);
    });

    [Fact]
    public Task Every_table_of_a_launch_demands_an_audit_entry() => InAPortal(async portal =>
    {
        // Not facts: the audit itself, what can be rebuilt, who has seen or is told what, and what was refused how
        // often.
        var unguarded = await portal.AsOwnerAsync("""
            select string_agg(c.table_name, ', ') from information_schema.columns c
            where c.column_name = 'launch_id' and c.table_schema = 'public'
                and c.table_name not in ('audit_entries', 'launch_summaries', 'launch_work', 'opened_pages', 'visits',
                    'refused_attempts', 'mails')
                and not exists (select from pg_trigger t where t.tgrelid = format('public.%I', c.table_name)::regclass
                    and t.tgname = 'audited' and t.tgdeferrable and t.tginitdeferred)
            """);

        unguarded.Should().Be(DBNull.Value);
    });

    [Theory]
    [InlineData("audit_entries", "entry = ''")]
    [InlineData("revisions", "frozen_by = ''")]
    [InlineData("revision_contents", "canonical = ''")]
    [InlineData("sign_offs", "comment = ''")]
    [InlineData("sign_off_withdrawals", "reason = ''")]
    [InlineData("final_decisions", "proceed = true")]
    [InlineData("reports", "pdf = ''")]
    [InlineData("finding_acceptances", "reason = ''")]
    [InlineData("finding_reopenings", "reason = ''")]
    [InlineData("contents", "length = 0")]
    [InlineData("content_chunks", "bytes = ''")]
    [InlineData("seals", "signature = ''")]
    [InlineData("sealing_keys", "public_key = ''")]
    [InlineData("seal_timestamps", "token = ''")]
    [InlineData("opened_pages", "section = ''")]
    public Task The_portal_can_only_insert_and_read_what_was_recorded(string table, string change) =>
        InAPortal(async portal =>
        {
            (await FailureOf(portal.AsPortalAsync($"update {table} set {change}"))).Should()
                .Be(PostgresErrorCodes.InsufficientPrivilege);
            (await FailureOf(portal.AsPortalAsync($"delete from {table}"))).Should()
                .Be(PostgresErrorCodes.InsufficientPrivilege);
            (await FailureOf(portal.AsPortalAsync($"truncate {table}"))).Should()
                .Be(PostgresErrorCodes.InsufficientPrivilege);
        });

    [Fact]
    public Task The_portal_deletes_no_fact_and_does_not_say_which_sign_offs_stand() => InAPortal(async portal =>
    {
        (await FailureOf(portal.AsPortalAsync("delete from criteria"))).Should()
            .Be(PostgresErrorCodes.InsufficientPrivilege);
        (await FailureOf(portal.AsPortalAsync("delete from standing_sign_offs")))
            .Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        (await FailureOf(portal.AsPortalAsync("update refused_attempts set alike = ''")))
            .Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        (await FailureOf(portal.AsPortalAsync("update api_tokens set scope = 'LaunchRead'")))
            .Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        (await FailureOf(portal.AsPortalAsync("update conditions set text = ''")))
            .Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    });

    [Fact]
    public Task Of_a_table_that_nobody_named_rows_are_added_and_stay() => InAPortal(async portal =>
    {
        await portal.AsOwnerAsync("create table something_new (said text)");
        await PortalDatabase.MigrateAsync(
            portal.OwnerConnection, new NpgsqlConnectionStringBuilder(portal.PortalConnection).Username);

        await portal.AsPortalAsync("insert into something_new values ('once')");
        (await FailureOf(portal.AsPortalAsync("update something_new set said = ''"))).Should()
            .Be(PostgresErrorCodes.InsufficientPrivilege);
        (await FailureOf(portal.AsPortalAsync("delete from something_new"))).Should()
            .Be(PostgresErrorCodes.InsufficientPrivilege);
    });

    [Fact]
    public Task Not_even_the_owner_rewrites_an_entry_by_accident() => InAPortal(async portal =>
    {
        await ALaunch.ImportedInto(portal);

        (await FailureOf(portal.AsOwnerAsync("update audit_entries set seq = 2"))).Should().Be(Rewriting);
        (await FailureOf(portal.AsOwnerAsync("delete from audit_entries"))).Should().Be(Rewriting);
        (await FailureOf(portal.AsOwnerAsync("truncate audit_entries"))).Should().Be(Rewriting);
    });

    [Fact]
    public Task An_entry_that_does_not_follow_the_last_one_or_hashes_to_something_else_is_not_taken() =>
        InAPortal(async portal =>
        {
            await ALaunch.ImportedInto(portal);
            const string Insert = "insert into audit_entries (launch_id, seq, entry, prev, sha256) select launch_id, ";

            (await FailureOf(portal.AsPortalAsync($"{Insert} 2, entry, ''::bytea, sha256 from audit_entries")))
                .Should().Be(BrokenChain);
            (await FailureOf(portal.AsPortalAsync($"{Insert} 3, entry, sha256, sha256 from audit_entries")))
                .Should().Be(BrokenChain);
            (await FailureOf(portal.AsPortalAsync($"{Insert} 2, entry, sha256, sha256 from audit_entries")))
                .Should().Be(PostgresErrorCodes.CheckViolation);
        });

    [Fact]
    public Task The_reading_context_cannot_save() => InAPortal(async portal =>
    {
        await using var db = await portal.Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();

        await db.Invoking(d => d.SaveChangesAsync()).Should().ThrowAsync<InvalidOperationException>();
    });

    [Fact]
    public Task A_second_migration_changes_nothing_and_grants_again() => InAPortal(async portal =>
    {
        var role = new NpgsqlConnectionStringBuilder(portal.PortalConnection).Username;

        await PortalDatabase.MigrateAsync(portal.OwnerConnection, role);

        (await PortalDatabase.PendingAsync(portal.PortalConnection)).Should().BeEmpty();
        await ALaunch.ImportedInto(portal);
    });

    [Fact]
    public Task What_another_line_of_versions_made_is_left_as_it_is() => InAPortal(async portal =>
    {
        await portal.AsOwnerAsync("""
            delete from "__EFMigrationsHistory";
            insert into "__EFMigrationsHistory" values ('20250101000000_Elsewhere', '10.0.0');
            drop table visits;
            """);

        var problem = await FluentActions.Awaiting(() => PortalDatabase.MigrateAsync(portal.OwnerConnection))
            .Should().ThrowAsync<OtherMigrationsException>();

        problem.Which.Message.Should().Contain("20250101000000_Elsewhere").And.Contain("./portal export");
        (await portal.AsOwnerAsync("select to_regclass('visits') is null")).Should().Be(true);
    });

    private static async Task<string> FailureOf(Task<object?> sql)
    {
        var failure = await sql.Awaiting(s => s).Should().ThrowAsync<PostgresException>();
        return failure.Which.SqlState;
    }
}
