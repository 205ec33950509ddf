using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

/// <summary>A connection that breaks at the worst moment: around the commit.</summary>
public sealed class LosingTheAnswer
{
    [Fact]
    public Task What_was_committed_is_answered_as_done_although_the_answer_was_lost() => InALaunch(async portal =>
    {
        await using var here = portal.AnotherProcess(portal.Clock, new Wire { LosesCommitted = 1 });

        var done = Done(await RenameAsync(here, "Renamed"));

        (await portal.ViewAsync()).Should().Match<LaunchView>(v =>
            v.Launch.Title == "Renamed" && v.Board.ChangeNumber == done.ChangeNumber);
    });

    [Fact]
    public Task What_was_not_committed_is_not_said_to_be_done() => InALaunch(async portal =>
    {
        await using var here = portal.AnotherProcess(portal.Clock, new Wire { LosesBeforeCommit = 1 });

        Refused<DatabaseIsAway>(await RenameAsync(here, "Renamed"));

        (await portal.ViewAsync()).Launch.Title.Should().Be("Small launch");
        Done(await RenameAsync(here, "Renamed"));
    });

    [Fact]
    public Task While_the_database_stays_away_it_is_not_known_and_afterwards_it_is() => InALaunch(async portal =>
    {
        var wire = new Wire { LosesCommitted = 1, IsAway = true };
        await using var here = portal.AnotherProcess(portal.Clock, wire);
        var form = ALaunch.Manager.By(Guid.CreateVersion7());

        Refused<OutcomeNotKnown>(await here.GetRequiredService<AskOutcome>()
            .SettleAsync(ALaunch.Key, form, TimeSpan.FromMilliseconds(300))).Request.Should().Be(form.Request!.Value);
        wire.IsAway = false;

        var done = Done(await RenameAsync(here, "Renamed", form));
        Done(await RenameAsync(here, "Renamed", form)).Should().Be(done with { IsRepeat = true });
        (await here.GetRequiredService<AskOutcome>().RunAsync(ALaunch.Key, form.Request!.Value, form))
            .Should().Be(done with { IsRepeat = true });
    });

    [Fact]
    public Task A_database_that_is_away_is_said_to_be_away_and_keeps_nothing() => InALaunch(async portal =>
    {
        var wire = new Wire { IsAway = true };
        await using var here = portal.AnotherProcess(portal.Clock, wire);

        Refused<DatabaseIsAway>(await RenameAsync(here, "Renamed"));
        wire.IsAway = false;

        Done(await RenameAsync(here, "Renamed"));
    });

    private static Task<Outcome> RenameAsync(IServiceProvider here, string title, Viewer? viewer = null) =>
        here.GetRequiredService<EditFacts>().RunAsync(ALaunch.Key,
            [FactChange.Setting(FactPath.Launch, "title", "Small launch", title)], viewer ?? ALaunch.Manager);

    private static NpgsqlException Broken() =>
        new("Exception while reading from stream", new IOException("Broken pipe"));

    /// <summary>Breaks connections of the portal's writing contexts.</summary>
    private sealed class Wire : DbTransactionInterceptor, IDbConnectionInterceptor
    {
        public int LosesCommitted { get; set; }

        public int LosesBeforeCommit { get; set; }

        public bool IsAway { get; set; }

        public ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result,
            CancellationToken cancellationToken = default) =>
            IsAway ? throw Broken() : ValueTask.FromResult(result);

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result,
            CancellationToken cancellationToken = default)
        {
            if (LosesBeforeCommit-- > 0)
            {
                await transaction.RollbackAsync(cancellationToken);
                throw Broken();
            }

            return result;
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData,
            CancellationToken cancellationToken = default) =>
            LosesCommitted-- > 0 ? throw Broken() : Task.CompletedTask;
    }
}
