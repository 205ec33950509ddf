using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Readings;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Criteria;

/// <summary>A file speaks for itself: what it says counts, whatever was typed.</summary>
public sealed class ReadingValuesFromFiles
{
    [Fact]
    public void A_target_is_met_by_what_the_file_says_and_nobody_types_it()
    {
        var standing = Standing(Failed(), File("tests.failed", "0"));

        standing.State.Should().Be(CriterionState.Passed, string.Join("; ", standing.Why));
        standing.Measurements[0].Should().Match<MeasurementStanding>(m =>
            m.Met == true && m.ValueShown == "0" && m.ReadFrom == "file" && m.Typed == null);
    }

    [Fact]
    public void A_typed_value_that_says_otherwise_is_a_contradiction()
    {
        var standing = Standing(Failed("1"), File("tests.failed", "0"));

        standing.State.Should().Be(CriterionState.Disputed);
        standing.Why[0].Should().Be("Replication lag is typed as 1, and File file says 0");
        standing.Measurements[0].Typed.Should().Be("1");
    }

    [Fact]
    public void A_typed_zero_does_not_pass_what_its_file_shows_as_failed()
    {
        var standing = Standing(Failed("0"), File("tests.failed", "2"));

        standing.State.Should().Be(CriterionState.Failed);
        standing.Why.Should().Contain(w => w.Contains("typed as 0", StringComparison.Ordinal));
        standing.Proofs.Should().Contain(p => !p.Proves && p.Why == "it shows 2, target exactly 0");
    }

    [Theory]
    [InlineData("99.3 %", "99.30313588 %", false)]
    [InlineData("99.4 %", "99.30313588 %", true)]
    [InlineData("287 ms", "0.2874 s", false)]
    public void Who_typed_it_rounded_has_not_contradicted_it(string typed, string read, bool contradicts)
    {
        var measurement = Measurement(typed, null, target: null) with { Reading = "tests.pass_rate" };

        (Standing(measurement, File("tests.pass_rate", read)).Measurements[0].Typed is not null)
            .Should().Be(contradicts);
    }

    [Fact]
    public void Values_are_converted_to_the_unit_of_the_target()
    {
        var standing = Standing(Measurement(null, target: "5 s") with { Reading = "http.p95" },
            File("http.p95", "4100 ms"));

        standing.Measurements[0].ValueShown.Should().Be("4.1 s");
    }

    [Fact]
    public void What_its_file_does_not_say_is_missing_and_not_met()
    {
        var measurement = Measurement("0", Comparator.Equal, "0") with { Reading = "tests.failed", Evidence = "file" };

        var standing = Standing(measurement, File("http.p95", "1 ms"));

        standing.State.Should().Be(CriterionState.Unproven);
        standing.Why.Should().Contain("Replication lag is not in File file, which does not say tests.failed");
    }

    [Fact]
    public void Of_one_slot_the_newest_counts_and_what_comes_late_changes_nothing()
    {
        var older = File("tests.failed", "2", "older", hours: -5);
        var newer = File("tests.failed", "0", "newer");

        var standing = Standing(Failed(), newer, older with { ReceivedAt = Now });

        standing.State.Should().Be(CriterionState.Passed, string.Join("; ", standing.Why));
        standing.Proofs.Should().Contain(p => p.Why == "superseded by File newer" && !p.Proves);
        Standing(Failed(), newer, older with { Reading = older.Reading! with { CapturedAt = Now.AddHours(1) } })
            .State.Should().Be(CriterionState.Failed);
    }

    [Fact]
    public void Of_one_day_a_file_without_an_hour_follows_what_came_before_it()
    {
        var morning = File("tests.failed", "2", "morning") with { ReceivedAt = Now.AddHours(-5) };
        var daily = File("tests.failed", "0", "daily") with { ReceivedAt = Now.AddHours(-1) };
        daily = daily with { Reading = daily.Reading! with { CapturedAt = null } };

        Standing(Failed(), morning, daily).State.Should().Be(CriterionState.Passed);
        Standing(Failed(), morning, daily with { ReceivedAt = Now.AddHours(-6) }).State
            .Should().Be(CriterionState.Failed);
        Slots.Before(daily, [morning, daily])!.Key.Should().Be("morning");
    }

    [Fact]
    public void A_file_without_an_hour_turns_no_others_round_and_a_day_that_is_typed_over_the_files_own_neither()
    {
        var daily = File("tests.failed", "0", "daily") with { Slot = "e2e", ReceivedAt = Now.AddHours(-5) };
        daily = daily with { Reading = daily.Reading! with { CapturedAt = null } };
        var failing = File("tests.failed", "1", "failing", hours: 1);
        failing = failing with { Slot = "e2e", ReceivedAt = Now.AddHours(-4) };
        var late = File("tests.failed", "0", "late") with { Slot = "e2e", ReceivedAt = Now.AddHours(-3) };
        var text = daily with { Key = "text", Reading = null, ReceivedAt = Now };

        Standing(Failed(), daily, failing, late).State.Should().Be(CriterionState.Failed);
        Standing(Failed(), failing, late, text).State.Should().Be(CriterionState.Failed);
        Standing(Failed(), failing with { CapturedOn = Today.AddYears(-1) }, late).State
            .Should().Be(CriterionState.Failed);
    }

    [Fact]
    public void What_several_values_find_wrong_with_one_file_is_said_once()
    {
        var file = File("tests.failed", "0");
        var facts = Facts(Criterion() with { Measurements = [Failed(), Failed() with { Key = "n", Metric = "Other" }] })
            with
        {
            Evidence =
                [file with { Reading = file.Reading! with { Warnings = [new(WarningCodes.NothingMeasured, "No.")] } }],
        };

        CriterionRules.Weigh(facts.Criteria[0], facts, [], ImmutableArray<Domain.Waivers.Waiver>.Empty, Today)
            .Standing.Why.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void What_says_nothing_of_a_figure_does_not_silence_the_file_that_does()
    {
        var failing = File("tests.failed", "2", "failing", hours: -5) with { Slot = "e2e" };
        var later = File("http.p95", "1 ms", "later") with { Slot = "e2e" };
        ImmutableArray<EvidenceItem> silent =
        [
            later with { Reading = later.Reading! with { Format = "k6" } }, later with { Reading = null },
            later with { Reading = new() { Format = "junit", Error = "Cut." } },
        ];

        silent.Should().AllSatisfy(file => Standing(Failed("0"), failing, file).State
            .Should().Be(CriterionState.Failed));
        silent.Should().AllSatisfy(file => Standing(Measurement("1 s"), failing, file).Proofs
            .Should().Contain(p => p.Why.StartsWith("it shows tests.failed = 2")));
        Standing(Failed(), failing, File("tests.failed", "0", "later") with { Slot = "e2e" }).State
            .Should().Be(CriterionState.Passed);
    }

    [Fact]
    public void Slots_stand_beside_each_other_and_the_worst_counts()
    {
        var (us, eu) = (File("tests.failed", "0", "us") with { Slot = "us" },
            File("tests.failed", "3", "eu", hours: -1) with { Slot = "eu" });

        Standing(Failed(), us, eu).Measurements[0].Should().Match<MeasurementStanding>(m =>
            m.Met == false && m.ReadFrom == "eu");
        Standing(Failed() with { Slot = "US" }, us, eu).Measurements[0].ReadFrom.Should().Be("us");
    }

    [Fact]
    public void A_slot_that_measured_nothing_is_not_hidden_by_one_that_did()
    {
        var us = File("tests.failed", "0", "us") with { Slot = "us" };
        var eu = File("tests.failed", "0", "eu") with { Slot = "eu" };
        var nothing = eu with
        {
            Reading = eu.Reading! with { Warnings = [new(WarningCodes.NothingMeasured, "It ran no tests.")] },
        };

        Standing(Failed(), us, eu).State.Should().Be(CriterionState.Passed);
        Standing(Failed(), us, nothing).State.Should().Be(CriterionState.Unproven);
        Standing(Failed(), File("tests.failed", "1", "us") with { Slot = "us" }, nothing).State
            .Should().Be(CriterionState.Failed);
    }

    [Fact]
    public void A_newer_version_of_the_tool_goes_on_with_its_slot() => Slots.Of(File("tests.failed", "0") with
    {
        Reading = new() { Format = "trivy", Producer = "Trivy 0.58.1" },
    }).Should().Be("trivy Trivy");

    [Fact]
    public void Another_build_replaces_nothing_and_says_nothing()
    {
        var other = File("tests.failed", "0", "other", hours: 1) with { Release = "app:v1" };

        Standing(Failed(), File("tests.failed", "2"), other).State.Should().Be(CriterionState.Failed);
        Standing(Failed(), other).Measurements[0].ReadFrom.Should().BeNull();
    }

    [Fact]
    public void Failures_that_no_target_asks_about_do_not_prove()
    {
        var standing = Standing(Measurement("1 s"), File("tests.failed", "2"));

        standing.Proofs.Should().Contain(p => !p.Proves
            && p.Why == "it shows tests.failed = 2, and no target says how many may be");
    }

    [Fact]
    public void A_broken_report_proves_nothing()
    {
        var broken = File("tests.failed", "0") with { Reading = new() { Format = "junit", Error = "It breaks off." } };

        Standing(Measurement("1 s"), broken).Proofs.Should().Contain(p => !p.Proves && p.Why == "It breaks off.");
    }

    [Fact]
    public void What_files_say_is_what_figures_and_the_second_person_go_by()
    {
        var before = FactsOf(Failed(), File("tests.failed", "0"));
        var after = FactsOf(Failed(), File("tests.failed", "2"));

        Readiness.At(Board(after), Now).Figure("measurement.load.m")!.Shown.Should().Be("2");
        ChangeEffect.Of(Frozen(Board(after)).Board, Board(before), Now).Better.Should().NotBeEmpty();
    }

    [Fact]
    public void Two_files_of_a_slot_are_told_apart_by_what_moved()
    {
        var changes = ReadingChange.Between(
            File("http.p95", "287 ms").Reading!, File("http.p95", "412 ms").Reading!);

        changes.Should().ContainSingle().Which.Text.Should().Be("287 ms \u2192 412 ms, +43.6 %");
    }

    internal static Measurement Failed(string? typed = null) =>
        Measurement(typed, Comparator.Equal, "0") with { Reading = "tests.failed" };

    internal static EvidenceItem File(string metric, string value, string key = "file", int hours = 0) =>
        ALaunch.File(key) with
        {
            Reading = new()
            {
                Format = "junit", CapturedAt = Now.AddHours(hours - 6),
                Figures = [new(metric, Quantity.Parse(value))],
            },
        };

    private static LaunchFacts FactsOf(Measurement measurement, params ReadOnlySpan<EvidenceItem> files) =>
        Facts(Criterion() with { Measurements = [measurement] }) with { Evidence = [.. files] };

    internal static CriterionStanding Standing(Measurement measurement, params ReadOnlySpan<EvidenceItem> files)
    {
        var facts = FactsOf(measurement, files);
        return CriterionRules.Weigh(facts.Criteria[0], facts, [], ImmutableArray<Domain.Waivers.Waiver>.Empty, Today)
            .Standing;
    }
}
