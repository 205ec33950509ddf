using System.Collections.Immutable;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

/// <summary>What is known of a launch is not read a second time, and never believed when it moved.</summary>
public sealed partial class ReadingWhatAChangeTouched
{
    private static readonly FactPath _load = FactPath.Of("criteria", "load-testing");

    [Fact]
    public Task An_edit_reads_no_fact_again_and_a_page_after_it_only_what_it_touched() => InALaunch(async portal =>
    {
        var tables = new Tables();
        await using var other = portal.AnotherProcess(portal.Clock, tables);
        await ViewAsync(other);

        tables.Read.Clear();
        Done(await EditAsync(other, FactChange.Setting(_load, "due", null, "2025-11-28")));
        tables.Read.Should().BeSubsetOf(["launches", "audit_entries"], "nothing else is read under the lock");

        tables.Read.Clear();
        (await ViewAsync(other)).Board.Facts.Criteria[0].Due.Should().Be(new DateOnly(2025, 11, 28));
        tables.Read.Should().BeSubsetOf(
            ["launches", "audit_entries", "criteria", "statements", "measurements", "validations", "document_links"]);
    });

    [Fact]
    public Task What_another_process_committed_is_seen_under_the_lock() => InALaunch(async portal =>
    {
        await using var other = portal.AnotherProcess(portal.Clock);
        await ViewAsync(other);
        Done(await portal.Get<EditFacts>().RunAsync(
            ALaunch.Key, [FactChange.Setting(_load, "due", null, "2025-11-27")], ALaunch.Manager));

        var refused = await EditAsync(other, FactChange.Setting(_load, "due", null, "2025-11-28"));

        var conflict = refused.Should().BeOfType<Outcome.Refused>().Which.Refusal
            .Should().BeOfType<FieldsChangedMeanwhile>().Which.Conflicts.Should().ContainSingle().Subject;
        conflict.Now.Should().Be("2025-11-27");
    });

    [Fact]
    public Task A_board_is_whole_whoever_of_two_processes_commits_before_it_is_read() => InALaunch(async portal =>
    {
        await using var other = portal.AnotherProcess(portal.Clock);
        await ViewAsync(other);
        string?[] days = [null, "2025-11-21", "2025-11-22", "2025-11-23", "2025-11-24"];
        foreach (var (i, (from, to)) in days.Zip(days.Skip(1)).Index())
        {
            var edits = i % 2 == 0 ? other.GetRequiredService<EditFacts>() : portal.Get<EditFacts>();
            Done(await edits.RunAsync(ALaunch.Key,
                [
                    FactChange.Setting(_load, "due", from, to),
                    new FactChange.Add
                    {
                        Fact = FactPath.Of("milestones", $"m{i}"),
                        Values = ImmutableSortedDictionary<string, string>.Empty
                            .Add("title", $"Milestone {i}").Add("when", to!),
                    },
                ], ALaunch.Manager));
        }

        var (here, there) = ((await portal.ViewAsync()).Board, (await ViewAsync(other)).Board);

        here.Facts.Criteria[0].Due.Should().Be(new DateOnly(2025, 11, 24));
        there.Should().BeEquivalentTo(here);
        there.Facts.Milestones.Select(m => m.Key).Should().Contain(["m0", "m1", "m2", "m3"]);
    });

    [Fact]
    public Task A_launch_whose_last_entry_was_taken_out_is_still_shown_and_nothing_of_it_believed() => InALaunch(
        async portal =>
    {
        var before = (await portal.ViewAsync()).Board;
        await portal.AsServerAsync(
            "set session_replication_role = replica; delete from audit_entries where seq > 0");
        await portal.AsServerAsync("""
            set session_replication_role = replica;
            update criteria set due = '2025-11-29' where key = 'load-testing';
            update launches set change_number = change_number + 1
            """);

        (await portal.ViewAsync()).Board.Facts.Criteria[0].Due.Should().Be(new DateOnly(2025, 11, 29));
        before.Facts.Criteria[0].Due.Should().BeNull();
        var refused = await portal.Get<EditFacts>().RunAsync(
            ALaunch.Key, [FactChange.Setting(_load, "due", "2025-11-29", null)], ALaunch.Manager);
        refused.Should().Be(new Outcome.Refused(new AuditIsBroken(ALaunch.Key)));
    });

    private static async Task<LaunchView> ViewAsync(ServiceProvider process) =>
        (await process.GetRequiredService<LaunchBoards>().ViewAsync(ALaunch.Key, ALaunch.Manager))!;

    private static Task<Outcome> EditAsync(ServiceProvider process, params FactChange[] changes) =>
        process.GetRequiredService<EditFacts>().RunAsync(ALaunch.Key, [.. changes], ALaunch.Manager);

    /// <summary>The tables that statements read.</summary>
    private sealed partial class Tables : DbCommandInterceptor
    {
        public HashSet<string> Read { get; } = new(StringComparer.Ordinal);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Read.UnionWith(From().Matches(command.CommandText).Select(m => m.Groups["table"].Value));
            return ValueTask.FromResult(result);
        }

        [GeneratedRegex(@"(?:from|join) (?<table>[a-z_]+)", RegexOptions.IgnoreCase)]
        private static partial Regex From();
    }
}
