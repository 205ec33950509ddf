using System.Security.Cryptography;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Evidence;

public sealed class ProvingWithEvidence
{
    private static readonly Release _release = new() { Name = "app:v2", Version = "v2.4.0", Digest = "sha256:ff" };

    private static readonly ProofTerms _terms = new(Today, Target, _release);

    [Fact]
    public void A_dated_file_in_hand_proves_for_as_long_as_its_class_says()
    {
        foreach (var (kind, days) in (ValueTuple<EvidenceClass, int>[])[(EvidenceClass.Scan, 7),
            (EvidenceClass.Tests, 7), (EvidenceClass.Load, 30), (EvidenceClass.Drill, 90),
            (EvidenceClass.Certificate, 365), (EvidenceClass.Other, 90)])
        {
            Weigh(File() with { Class = kind, CapturedOn = Today.AddDays(-days) }).Should().Be(ProofState.Proves);
            Weigh(File() with { Class = kind, CapturedOn = Today.AddDays(-days - 1) })
                .Should().Be(ProofState.OutOfDate, "{0} is valid for {1} days", kind, days);
        }
    }

    [Fact]
    public void A_launch_has_days_of_its_own_for_the_classes_it_names()
    {
        var own = _terms with { Validity = new() { Scan = 14 } };
        var file = File() with { CapturedOn = Today.AddDays(-14) };

        ProofRules.Weigh(file with { Class = EvidenceClass.Scan }, own).State.Should().Be(ProofState.Proves);
        ProofRules.Weigh(file with { Class = EvidenceClass.Tests }, own).State.Should().Be(ProofState.OutOfDate);
    }

    [Fact]
    public void A_cited_an_undated_and_a_future_file_prove_nothing()
    {
        Weigh(File() with { Sha256 = null }).Should().Be(ProofState.NotInHand);
        Weigh(File() with { CapturedOn = null }).Should().Be(ProofState.Undated);
        Weigh(File() with { CapturedOn = Today.AddDays(1) }).Should().Be(ProofState.InTheFuture);
    }

    [Theory]
    [InlineData(0, 'a')]
    [InlineData(null, 'e')]
    public void An_empty_file_proves_nothing_by_whatever_door_it_came(int? size, char hash)
    {
        var empty = File() with { Size = size };
        if (hash == 'e')
        {
            empty = empty with { Sha256 = Convert.ToHexStringLower(SHA256.HashData([])) };
        }

        Weigh(empty).Should().Be(ProofState.Empty);
        Weigh(File() with { Size = 1 }).Should().Be(ProofState.Proves);
        var bare = Criterion() with { Validations = [] };
        Readiness.At(Board(Facts(bare) with { Evidence = [empty] }), Now).Criterion("load").Why[0]
            .Should().Be("Its evidence is an empty file");
    }

    [Theory]
    [InlineData("app:v1", ProofState.OtherRelease)]
    [InlineData("app:v2", ProofState.Proves)]
    [InlineData("v2.4.0", ProofState.Proves)]
    [InlineData("sha256:ff", ProofState.Proves)]
    [InlineData(null, ProofState.Proves)]
    public void Evidence_of_another_release_proves_nothing(string? release, ProofState expected) =>
        Weigh(File() with { Release = release }).Should().Be(expected);

    [Fact]
    public void A_validation_proves_with_recorded_output_and_a_date()
    {
        ProofRules.Weigh(Validation(), Criterion(), _terms).State.Should().Be(ProofState.Proves);
        foreach (var blank in (string?[])[null, "", " ", "\r\n\t", "\u200B\uFEFF\u2060", "\0\u0007"])
        {
            ProofRules.Weigh(Validation() with { Output = blank }, Criterion(), _terms).State
                .Should().Be(ProofState.NoOutput);
        }

        ProofRules.Weigh(Validation() with { RecordedOn = null }, Criterion(), _terms).State
            .Should().Be(ProofState.Undated);
        ProofRules.Weigh(Validation() with { Release = "app:v1" }, Criterion(), _terms).State
            .Should().Be(ProofState.OtherRelease);
    }

    [Fact]
    public void An_assumed_date_counts_and_is_said_to_be_assumed() =>
        ProofRules.Weigh(File() with { CapturedAssumed = true }, _terms).Line.Why
            .Should().Be("captured 15 Nov 2025 (assumed), valid until 13 Feb 2026");

    [Fact]
    public void Evidence_of_a_drill_or_its_log_counts_for_the_criterion_that_lists_the_drill()
    {
        var criterion = Criterion() with { Validations = [], Drills = ["1"] };
        var drill = Drill("1", "14:00");
        var logged = drill with { Logs = [drill.Logs[0] with { Evidence = "log" }] };
        var facts = Facts(criterion) with
        {
            Drills = [logged],
            Evidence = [File("a", "drill:1"), File("log", "item:x"), File("other", "drill:2")],
        };

        ProofRules.Of(criterion, facts, Today).Select(p => p.Line.Subject.Key).Should().Equal("a", "log");
    }

    [Theory]
    [InlineData("sha256:ff", ProofState.Proves)]
    [InlineData("sha256:aa", ProofState.OtherRelease)]
    [InlineData("1f3a", ProofState.Proves)] // a commit, and the release names none
    public void An_attestation_is_about_the_build_that_it_attests(string about, ProofState state)
    {
        var attested = File() with { Reading = new() { Format = "intoto", About = [about] } };

        Weigh(attested).Should().Be(state);
        ProofRules.Weigh(attested, _terms with { Release = _release with { Digest = "ff" } }).State.Should().Be(state);
        ProofRules.Weigh(attested, _terms with { Release = null }).State.Should().Be(ProofState.Proves);
    }

    private static ProofState Weigh(EvidenceItem evidence) => ProofRules.Weigh(evidence, _terms).State;

    [Fact]
    public void The_last_day_of_all_is_no_failure() =>
        EvidenceValidity.LastDay(EvidenceClass.Drill, DateOnly.MaxValue, null)
            .Should().BeAfter(new DateOnly(9999, 1, 1));
}
