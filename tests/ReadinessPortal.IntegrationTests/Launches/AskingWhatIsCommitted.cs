using Npgsql;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

public sealed class AskingWhatIsCommitted
{
    private const int Askers = 8;

    [Theory]
    [InlineData(300)]
    public Task Nobody_is_told_less_than_was_committed_before_they_asked(int changes) => NeverStaleAsync(changes);

    [Theory, Trait("Category", "Long")]
    [InlineData(10_000)]
    public Task Nobody_is_ever_told_less(int changes) => NeverStaleAsync(changes);

    [Fact]
    public Task Everybody_who_waits_is_answered_by_one_statement() => InALaunch(async portal =>
    {
        var freshness = portal.Get<Freshness>();
        await using var elsewhere = PortalConnections.Beside(portal.OwnerConnection);
        await elsewhere.OpenAsync();
        var hold = await elsewhere.BeginTransactionAsync();
        await using (var take = new NpgsqlCommand("lock table launches in access exclusive mode", elsewhere, hold))
        {
            await take.ExecuteNonQueryAsync();
        }

        var first = freshness.AskAsync(new(ALaunch.Key));
        await Patience.UntilAsync(async () => await WaitingAsync(portal) == 1);
        var others = Enumerable.Range(0, 500).Select(_ => freshness.AskAsync(new(ALaunch.Key))).ToList();
        (await WaitingAsync(portal)).Should().Be(1);
        await hold.RollbackAsync();

        var answers = await Task.WhenAll(others.Prepend(first));
        answers.Distinct().Should().ContainSingle().Which.Launch!.Number.Should().BePositive();
    });

    [Fact]
    public Task Whoever_asks_while_the_database_is_away_is_told_and_the_next_is_answered() => InALaunch(async portal =>
    {
        await using var none = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Timeout=1");
        var lost = new Freshness(none);

        await lost.Awaiting(f => f.AskAsync(new(ALaunch.Key))).Should().ThrowAsync<NpgsqlException>();
        await lost.Awaiting(f => f.AskAsync(new(ALaunch.Key))).Should().ThrowAsync<NpgsqlException>();
        (await portal.Get<Freshness>().AskAsync(new("no-such-launch"))).Launch.Should().BeNull();
    });

    [Fact]
    public Task A_key_that_no_launch_can_have_fails_nobody_who_waits() => InALaunch(async portal =>
    {
        var freshness = portal.Get<Freshness>();
        string[] strange = ["\0", "GA\0", "\ud800", "\udc00x", "é", new('A', 100_000), ""];

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(_ => strange.Append(ALaunch.Key))
            .Select(async key => (Key: key, (await freshness.AskAsync(new(key, Guid.NewGuid()))).Launch)));

        answers.Where(a => a.Launch is not null).Should().HaveCount(20).And.OnlyContain(a => a.Key == ALaunch.Key);
    });

    private static Task NeverStaleAsync(int changes) => InALaunch(async portal =>
    {
        var freshness = portal.Get<Freshness>();
        await using var elsewhere = PortalConnections.Beside(portal.OwnerConnection);
        await elsewhere.OpenAsync();
        await portal.AsOwnerAsync("alter table launches disable trigger user");
        await using var commit = new NpgsqlCommand(
            "update launches set change_number = change_number + 1 returning change_number", elsewhere);
        var committed = 0L;
        var isOver = false;
        var askers = Enumerable.Range(0, Askers).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
            {
                var least = Interlocked.Read(ref committed);
                var told = (await freshness.AskAsync(new(ALaunch.Key))).Launch!.Number;
                told.Should().BeGreaterThanOrEqualTo(least);
            }
        })).ToList();
        for (var i = 0; i < changes; i++)
        {
            Interlocked.Exchange(ref committed, (long)(await commit.ExecuteScalarAsync())!);
        }

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(askers);
    });

    private static async Task<long> WaitingAsync(TestPortal portal) => (long)(await portal.AsServerAsync(
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))!;
}
