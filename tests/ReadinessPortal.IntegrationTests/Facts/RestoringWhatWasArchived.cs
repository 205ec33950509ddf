using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Facts;

public sealed class RestoringWhatWasArchived
{
    private static readonly FactPath _budget = FactPath.Of("registers", "budget");
    private static readonly FactPath _aws = _budget.Part("rows", "aws");
    private static readonly FactPath _ai = _budget.Part("rows", "ai");
    private static readonly FactPath _drill = FactPath.Of("drills", "drill-1");
    private static readonly FactPath _lesson = _drill.Part("lessons", "l1");
    private static readonly FactPath _item = FactPath.Of("items", "i1");

    [Fact]
    public Task What_is_restored_is_what_it_was_and_where_it_was() => InALaunch(async portal =>
    {
        var before = (await portal.ViewAsync()).Board.Facts.Registers[0];
        Done(await ArchiveAsync(portal, ALaunch.QaLead, _aws));

        Done(await portal.EditAsync(ALaunch.QaLead, await BackAsync(portal, _aws)));

        var after = (await portal.ViewAsync()).Board.Facts.Registers[0];
        after.Rows.Select(r => (r.Id, r.Key, r.Position)).Should().Equal(
            before.Rows.Select(r => (r.Id, r.Key, r.Position)));
        after.Rows[0].Cells.Should().Equal(before.Rows[0].Cells);
        var audit = await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor);
        audit!.Verified.Should().BeTrue();
        audit.Lines[0].Summary.Should().Be("Budget, AWS restored");
        audit.Lines[0].Entry.Should().Contain("\"kind\":\"restored\"");
    });

    [Fact]
    public Task It_takes_the_place_of_what_was_archived_before_and_not_with_the_same_act() => InALaunch(async portal =>
    {
        var first = (await portal.ViewAsync()).Board.Facts.Items[0];
        Done(await ArchiveAsync(portal, ALaunch.Manager, _item));
        var back = await BackAsync(portal, _item);
        Done(await portal.EditAsync(ALaunch.Manager, new FactChange.Add
        {
            Fact = _item, Values = ImmutableSortedDictionary<string, string>.Empty.Add("title", "A second one"),
        }));

        var refused = await portal.EditAsync(ALaunch.Manager, new FactChange.Archive { Fact = _item }, back);
        refused.Should().BeOfType<Outcome.Refused>().Which.Refusal.Text.Should().Contain("archive that before");

        Done(await ArchiveAsync(portal, ALaunch.Manager, _item));
        Done(await portal.EditAsync(ALaunch.Manager, back));

        var item = (await portal.ViewAsync()).Board.Facts.Items.Should().ContainSingle().Subject;
        (item.Id, item.Title).Should().Be((first.Id, first.Title));
        (await ListAsync(portal)).Acts[0].Facts.Should().ContainSingle().Which.Title.Should().Be("A second one");
    });

    [Fact]
    public Task Parts_come_back_that_went_with_it_and_not_those_that_went_before() => InALaunch(async portal =>
    {
        Done(await ArchiveAsync(portal, ALaunch.Manager, _lesson));
        Done(await ArchiveAsync(portal, ALaunch.Manager, _drill));

        Done(await portal.EditAsync(ALaunch.Manager, await BackAsync(portal, _drill)));

        var drill = (await portal.ViewAsync()).Board.Facts.Drills.Should().ContainSingle().Subject;
        drill.Logs[0].Events.Select(e => e.Key).Should().Equal("e1", "e2");
        drill.Lessons.Should().BeEmpty();
        Done(await portal.EditAsync(ALaunch.Manager, await BackAsync(portal, _lesson)));
        (await portal.ViewAsync()).Board.Facts.Drills[0].Lessons.Should().ContainSingle();
    });

    [Fact]
    public Task The_list_says_what_was_archived_together_by_whom_and_when() => InALaunch(async portal =>
    {
        Done(await ArchiveAsync(portal, ALaunch.QaLead, _ai, _aws));
        Done(await ArchiveAsync(portal, ALaunch.Manager, _drill));

        var list = await ListAsync(portal);

        list.Older.Should().BeNull();
        list.Acts.Select(a => (a.By, Facts: string.Join(", ", a.Facts.Select(f => f.Title)))).Should().Equal(
            ("Mona Manager", "Region loss"), ("Quinn Quality", "AWS, AI"));
        list.Acts[0].Facts[0].Parts.Should().Be(4);
        list.Acts[1].Facts[0].Of.Should().Be("Budget");
        list.Acts[1].Entry.Should().BeLessThan(list.Acts[0].Entry);
        var ofBudget = await portal.Get<ReadArchived>().RunAsync(ALaunch.Key, ALaunch.Manager, within: _budget);
        ofBudget!.Acts.Should().ContainSingle().Which.Facts.Should().HaveCount(2);
        (await portal.Get<ReadArchived>().RunAsync(ALaunch.Key, ALaunch.Stranger)).Should().BeNull();
    });

    [Fact]
    public Task What_was_archived_together_is_restored_together_and_leaves_the_list() => InALaunch(async portal =>
    {
        Done(await ArchiveAsync(portal, ALaunch.QaLead, _ai, _aws));
        var act = (await ListAsync(portal)).Acts[0];

        Done(await portal.EditAsync(ALaunch.QaLead, [.. act.Facts.Select(f => f.Back)]));

        (await portal.ViewAsync()).Board.Facts.Registers[0].Rows.Select(r => r.Key).Should().Equal("aws", "ai");
        (await ListAsync(portal)).Acts.Should().BeEmpty();
    });

    [Fact]
    public Task A_register_whose_rows_and_columns_went_with_it_comes_back_whole() => InALaunch(async portal =>
    {
        Done(await portal.EditAsync(ALaunch.Manager, new FactChange.Archive { Fact = FactPath.Of("claims", "c1") },
            new FactChange.Archive { Fact = FactPath.Of("figures", "spend.share") },
            new FactChange.Archive { Fact = _budget }));
        var act = (await ListAsync(portal)).Acts[0];

        Done(await portal.EditAsync(ALaunch.Manager, [.. act.Facts.Select(f => f.Back)]));

        (await portal.ViewAsync()).Readiness.Figure("spend.share")!.Problem.Should().BeNull();
    });

    [Fact]
    public Task Twenty_acts_stand_on_a_page_and_the_older_ones_on_the_next() => InALaunch(async portal =>
    {
        var rows = Enumerable.Range(0, ReadArchived.MostActs + 1).Select(i => RegisterFacts.Row("budget", $"row-{i}"))
            .ToList();
        Done(await portal.EditAsync(ALaunch.Manager, [.. rows.Select(r => new FactChange.Add { Fact = r })]));
        foreach (var row in rows)
        {
            Done(await ArchiveAsync(portal, ALaunch.Manager, row));
        }

        var newest = await ListAsync(portal);
        var older = await portal.Get<ReadArchived>().RunAsync(ALaunch.Key, ALaunch.Manager, newest.Older);

        newest.Acts.Select(a => a.Facts.Single().Fact).Should().Equal(rows.Skip(1).Reverse());
        older!.Acts.Should().ContainSingle().Which.Facts.Single().Fact.Should().Be(rows[0]);
        older.Older.Should().BeNull();
    });

    [Fact]
    public Task A_key_that_is_taken_by_now_and_a_whole_that_is_gone_are_said() => InALaunch(async portal =>
    {
        Done(await ArchiveAsync(portal, ALaunch.Manager, _aws));
        var back = await BackAsync(portal, _aws);
        Done(await portal.EditAsync(ALaunch.Manager, new FactChange.Add { Fact = _aws }));
        Refused<FieldsNotAcceptable>(await portal.EditAsync(ALaunch.Manager, back)).Problems.Should().ContainSingle()
            .Which.Text.Should().Be("'aws' is taken by what stands there now; archive that before you restore this");

        Done(await ArchiveAsync(portal, ALaunch.Manager, _lesson));
        var lesson = await BackAsync(portal, _lesson);
        Done(await ArchiveAsync(portal, ALaunch.Manager, _drill));
        Refused<FieldsNotAcceptable>(await portal.EditAsync(ALaunch.Manager, lesson)).Problems.Should().ContainSingle()
            .Which.Text.Should().Be("belongs to what is archived itself; restore that first");
    });

    [Fact]
    public Task What_somebody_restored_a_moment_ago_is_not_restored_twice() => InALaunch(async portal =>
    {
        Done(await ArchiveAsync(portal, ALaunch.Manager, _aws));
        var back = await BackAsync(portal, _aws);
        Done(await portal.EditAsync(ALaunch.QaLead, back));

        Refused<FieldsNotAcceptable>(await portal.EditAsync(ALaunch.Manager, back)).Problems[0].Text.Should()
            .Be("is not archived any more: look again");
    });

    [Fact]
    public Task An_id_is_no_way_to_restore_something_else() => InALaunch(async portal =>
    {
        Done(await ArchiveAsync(portal, ALaunch.Manager, _item));
        var item = await BackAsync(portal, _item);

        Refused<FieldsNotAcceptable>(
            await portal.EditAsync(ALaunch.QaLead, new FactChange.Restore { Fact = _aws, Id = item.Id }));
        Refused<FieldsNotAcceptable>(await portal.EditAsync(
            ALaunch.QaLead, new FactChange.Restore { Fact = _budget.Part("rows", "i1"), Id = item.Id }));
    });

    [Fact]
    public Task Who_may_not_archive_it_may_not_restore_it() => InALaunch(async portal =>
    {
        Done(await portal.EditAsync(ALaunch.Manager, FactChange.Setting(_item, "criterion", null, "e2e")));
        Done(await ArchiveAsync(portal, ALaunch.Manager, _item));
        Done(await ArchiveAsync(portal, ALaunch.Manager, FactPath.Of("gates", "load")));

        var list = await portal.Get<ReadArchived>().RunAsync(ALaunch.Key, ALaunch.QaLead);
        list!.Acts.SelectMany(a => a.Facts).Select(f => (f.Title, May: f.WhyNot is null)).Should().Equal(
            ("Load tested", false), ("Write the runbook", true));
        var gate = await BackAsync(portal, FactPath.Of("gates", "load"));
        Refused<NotYours>(await portal.EditAsync(ALaunch.QaLead, gate));
        Refused<NotYourCategory>(await portal.EditAsync(ALaunch.PlatformLead, await BackAsync(portal, _item)));
        Done(await portal.EditAsync(ALaunch.QaLead, await BackAsync(portal, _item)));
    });

    [Fact]
    public Task After_a_freeze_it_may_wait_for_a_second_person_and_comes_back_with_their_answer() => InALaunch(
        async portal =>
        {
            Done(await portal.FreezeAsync());
            var gate = FactPath.Of("gates", "load");
            var archive = new FactChange.Archive { Fact = gate };
            Done(await portal.Get<RequestGuardedChange>()
                .RunAsync(ALaunch.Key, [archive], "Not needed", ALaunch.Manager));
            await AnswerAsync(portal);
            (await portal.ViewAsync()).Board.Facts.Gates.Should().BeEmpty();

            var back = await BackAsync(portal, gate);
            Refused<NeedsSecondPerson>(await portal.EditAsync(ALaunch.Manager, back));
            Done(await portal.Get<RequestGuardedChange>()
                .RunAsync(ALaunch.Key, [back], "Needed after all", ALaunch.Manager));
            await AnswerAsync(portal);

            (await portal.ViewAsync()).Board.Facts.Gates.Should().ContainSingle().Which.Kind.Should()
                .Be(GateKind.Critical);
        });

    private static async Task AnswerAsync(TestPortal portal)
    {
        var asked = (await portal.ViewAsync()).Board.GuardedChanges[^1];
        Done(await portal.Get<AnswerGuardedChange>().RunAsync(ALaunch.Key, asked.Id, approve: true, null, ALaunch.Ceo));
    }

    private static Task<Application.Outcome> ArchiveAsync(
        TestPortal portal, Application.Members.Viewer viewer, params FactPath[] facts) =>
        portal.EditAsync(viewer, [.. facts.Select(f => new FactChange.Archive { Fact = f })]);

    private static async Task<ArchivedList> ListAsync(TestPortal portal) =>
        (await portal.Get<ReadArchived>().RunAsync(ALaunch.Key, ALaunch.Manager))!;

    private static async Task<FactChange.Restore> BackAsync(TestPortal portal, FactPath fact) =>
        (await ListAsync(portal)).Acts.SelectMany(a => a.Facts).First(f => f.Fact == fact).Back;
}
