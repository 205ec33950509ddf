using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Facts;

public sealed class EditingFacts
{
    private static readonly FactPath _load = FactPath.Of("criteria", "load-testing");
    private static readonly FactPath _p95 = _load.Part("measurements", "p95");
    private static readonly FactPath _aws = FactPath.Of("registers", "budget").Part("rows", "aws");

    [Fact]
    public Task Fields_of_a_fact_and_of_its_parts_change_together() => InALaunch(async portal =>
    {
        Done(await EditAsync(portal, ALaunch.PlatformLead,
            FactChange.Setting(_load, "due", null, "2025-11-28"),
            FactChange.Setting(_p95, "value", "287 ms", "310 ms")));

        var criterion = (await portal.ViewAsync()).Board.Facts.Criteria[0];
        criterion.Due.Should().Be(new DateOnly(2025, 11, 28));
        criterion.Measurements[0].Value.Should().Be(Quantity.Parse("310 ms"));
        var audit = await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor);
        audit!.Verified.Should().BeTrue();
        audit.Lines[0].Summary.Should().Be(
            "Load Testing: due nothing to 2025-11-28; Load Testing, Latency, p95: value 287 ms to 310 ms");
    });

    [Fact]
    public Task Parts_are_added_moved_and_archived_and_keep_their_place() => InALaunch(async portal =>
    {
        Done(await EditAsync(portal, ALaunch.PlatformLead,
            new FactChange.Add
            {
                Fact = _load.Part("measurements", "errors"), After = "",
                Values = Values(("metric", "Errors"), ("value", "0.1 %"), ("comparator", "atMost"), ("target", "1 %")),
            },
            new FactChange.Archive { Fact = _load.Part("statements", "st1") },
            new FactChange.Add
            {
                Fact = _load.Part("documents", "d2"),
                Values = Values(("title", "Report"), ("href", "docs/report.md"))
            },
            new FactChange.Move { Fact = _load.Part("documents", "d2") }));

        var criterion = (await portal.ViewAsync()).Board.Facts.Criteria[0];
        criterion.Measurements.Select(m => m.Key).Should().Equal("errors", "p95");
        criterion.Statements.Should().BeEmpty();
        criterion.Documents.Select(d => d.Key).Should().Equal("d2", "d1");
        criterion.Measurements[0].Comparator.Should().Be(Comparator.AtMost);
    });

    [Fact]
    public Task A_cell_is_kept_in_its_columns_unit() => InALaunch(async portal =>
    {
        Done(await EditAsync(portal, ALaunch.QaLead, FactChange.Setting(_aws, "cells.actual", "20", "$1,250.50")));

        var row = (await portal.ViewAsync()).Board.Facts.Registers[0].Rows[0];
        row.Cells["actual"].Should().Be("1250.5");
        Refused<FieldsNotAcceptable>(await EditAsync(portal, ALaunch.QaLead,
                FactChange.Setting(_aws, "cells.actual", "1250.5", "a lot"))).Problems
            .Should().Equal(new FieldProblem(_aws, "cells.actual", "'a lot' is not an amount in USD"));
    });

    [Fact]
    public Task All_or_nothing_and_every_field_that_does_not_fit_is_named() => InALaunch(async portal =>
    {
        var refusal = Refused<FieldsNotAcceptable>(await EditAsync(portal, ALaunch.Manager,
            FactChange.Setting(_load, "title", "Load Testing", "Load"),
            FactChange.Setting(_load, "due", null, "soon"),
            FactChange.Setting(_load, "result", "inProgress", "done"),
            new FactChange.Add { Fact = _load.Part("measurements", "p95"), Values = Values(("metric", "x")) }));

        refusal.Problems.Select(p => p.Field).Should().Equal("due", "result", "key");
        (await portal.ViewAsync()).Board.Facts.Criteria[0].Title.Should().Be("Load Testing");
    });

    [Fact]
    public Task What_another_fact_names_is_not_archived_from_under_it() => InALaunch(async portal =>
    {
        var refusal = Refused<FieldsNotAcceptable>(
            await EditAsync(portal, ALaunch.Manager, new FactChange.Archive { Fact = _load }));

        refusal.Problems.Select(p => (p.Fact.ToString(), p.Field)).Should().Contain(("gates/load", "criteria"));
    });

    [Fact]
    public Task Two_people_on_different_fields_of_a_row_both_win() => InALaunch(async portal =>
    {
        var outcomes = await Task.WhenAll(
            EditAsync(portal, ALaunch.PlatformLead, FactChange.Setting(_aws, "cells.actual", "20", "21")),
            EditAsync(portal, ALaunch.QaLead, FactChange.Setting(_aws, "cells.budget", "25", "26")));

        outcomes.Should().AllBeOfType<Outcome.Done>();
        var row = (await portal.ViewAsync()).Board.Facts.Registers[0].Rows[0];
        row.Cells["actual"].Should().Be("21");
        row.Cells["budget"].Should().Be("26");
    });

    [Fact]
    public Task For_the_same_field_the_second_is_told_who_set_what() => InALaunch(async portal =>
    {
        Done(await EditAsync(portal, ALaunch.PlatformLead, FactChange.Setting(_aws, "cells.actual", "20", "21")));
        Done(await EditAsync(portal, ALaunch.Manager, FactChange.Setting(_aws, "cells.budget", "25", "26")));

        var refusal = Refused<FieldsChangedMeanwhile>(await EditAsync(portal, ALaunch.QaLead,
            FactChange.Setting(_aws, "cells.actual", "20", "22")));

        refusal.Conflicts.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Field = "cells.actual", Now = "21", Yours = "22", By = "Pat Platform" });
        Refused<FieldsChangedMeanwhile>(await EditAsync(portal, ALaunch.PlatformLead,
            FactChange.Setting(_aws, "cells.actual", "20", "22"))).Conflicts
            .Should().ContainSingle().Which.By.Should().Be("You, in another window,");
    });

    [Fact]
    public Task What_was_archived_meanwhile_is_said_so() => InALaunch(async portal =>
    {
        Done(await EditAsync(portal, ALaunch.Manager, new FactChange.Archive { Fact = _aws }));

        Refused<FactGone>(await EditAsync(portal, ALaunch.QaLead,
            FactChange.Setting(_aws, "cells.actual", "20", "22"))).Fact.Should().Be(_aws);
    });

    [Fact]
    public Task A_score_is_given_by_who_gives_it_and_never_taken_back() => InALaunch(async portal =>
    {
        var score = FactPath.Of("categories", "infra").Part("scores", "s2");

        Done(await EditAsync(portal, ALaunch.PlatformLead, new FactChange.Add
        {
            Fact = score, Values = Values(("value", "71"), ("rationale", "Failover untested")),
        }));

        (await portal.ViewAsync()).Board.Facts.Categories[0].Scores[^1].Should().Match<Domain.Scoring.Score>(s =>
            s.Value == 71 && s.By == "Pat Platform");
        Refused<NotEditedHere>(await EditAsync(portal, ALaunch.Manager, new FactChange.Archive { Fact = score }));
        Refused<NotYourCategory>(await EditAsync(portal, ALaunch.QaLead, new FactChange.Add
        {
            Fact = FactPath.Of("categories", "infra").Part("scores", "s3"), Values = Values(("value", "1")),
        }));
    });

    [Fact]
    public Task A_lead_changes_what_their_criterion_says_and_not_what_it_is() => InALaunch(async portal =>
    {
        Refused<NotYourCategory>(await EditAsync(portal, ALaunch.QaLead,
            FactChange.Setting(_p95, "value", "287 ms", "1 ms")));
        Refused<NotYours>(await EditAsync(portal, ALaunch.PlatformLead,
            FactChange.Setting(_load, "title", "Load Testing", "Load")));
        Refused<NotYours>(await EditAsync(portal, ALaunch.PlatformLead,
            FactChange.Setting(FactPath.Of("gates", "load"), "criteria", "load-testing", null)));
        Refused<MayOnlyRead>(await EditAsync(portal, ALaunch.Auditor,
            FactChange.Setting(_aws, "cells.actual", "20", "22")));
    });

    [Fact]
    public Task After_a_freeze_a_looser_target_needs_a_second_person() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());

        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.PlatformLead,
            FactChange.Setting(_p95, "target", "500 ms", "900 ms")));

        (await portal.ViewAsync()).Board.Facts.Criteria[0].Measurements[0].Target.Should().Be(Quantity.Parse("500 ms"));
    });

    private static Task<Outcome> EditAsync(TestPortal portal, Viewer viewer, params FactChange[] changes) =>
        portal.Get<EditFacts>().RunAsync(ALaunch.Key, [.. changes], viewer);

    private static ImmutableSortedDictionary<string, string> Values(params (string Field, string Text)[] values) =>
        values.ToImmutableSortedDictionary(v => v.Field, v => v.Text, StringComparer.Ordinal);
}
