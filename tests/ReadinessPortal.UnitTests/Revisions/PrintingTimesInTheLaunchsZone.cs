using System.Text.Json.Nodes;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Revisions;

public sealed class PrintingTimesInTheLaunchsZone
{
    // New York left summer time on 2 Nov 2025 at 06:00 UTC.
    private static readonly DateTimeOffset _summer = new(2025, 11, 1, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _winter = new(2025, 11, 3, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_freeze_before_a_change_of_the_clocks_knows_the_offset_after_it()
    {
        var frozen = FrozenAt(_summer);

        frozen.Offset(_summer).Should().Be(TimeSpan.FromHours(-4));
        frozen.Offset(_winter).Should().Be(TimeSpan.FromHours(-5));
        frozen.Offset(_winter.AddYears(9).AddMonths(1)).Should().Be(TimeSpan.FromHours(-5));
        frozen.Offset(new(2025, 11, 2, 5, 59, 59, TimeSpan.Zero)).Should().Be(TimeSpan.FromHours(-4));
        frozen.Offset(new(2025, 11, 2, 6, 0, 0, TimeSpan.Zero)).Should().Be(TimeSpan.FromHours(-5));
    }

    [Fact]
    public void Every_instant_around_a_freeze_has_the_offset_its_zone_had()
    {
        var frozen = FrozenAt(_summer);

        for (var at = _summer; at < _summer.AddYears(9); at = at.AddHours(61))
        {
            frozen.Offset(at).Should().Be(frozen.Facts.Launch.Offset(at));
        }

        RevisionContent.Of(Board(), Readiness.At(Board(), _summer), 1, "Mia", _summer).Offsets
            .Should().ContainSingle("a zone that never changes its clocks has one").Which.Offset.Should().Be(default);
    }

    [Fact]
    public void The_day_of_an_instant_is_the_day_there()
    {
        var frozen = FrozenAt(_summer);

        frozen.Day(new(2025, 11, 3, 4, 30, 0, TimeSpan.Zero)).Should().Be(new DateOnly(2025, 11, 2));
        frozen.Day(new(2025, 11, 1, 4, 30, 0, TimeSpan.Zero)).Should().Be(new DateOnly(2025, 11, 1));
    }

    [Fact]
    public void Offsets_reach_back_to_the_oldest_instant_that_is_printed()
    {
        var facts = InNewYork();
        var old = facts.Categories[0].Scores[0] with { At = new(2025, 2, 1, 3, 0, 0, TimeSpan.Zero) };
        var board = Board(facts with { Categories = [facts.Categories[0] with { Scores = [old] }] });
        var frozen = RevisionContent.Of(board, Readiness.At(board, _summer), 1, "Mia", _summer);

        frozen.Offset(old.At).Should().Be(TimeSpan.FromHours(-5));
        frozen.Day(old.At).Should().Be(new DateOnly(2025, 1, 31));
    }

    [Fact]
    public void They_are_read_back_as_they_were_written()
    {
        var frozen = FrozenAt(_summer);

        RevisionJson.Read(RevisionJson.Write(frozen).Text).Offsets.Should().Equal(frozen.Offsets);
    }

    [Fact]
    public void A_revision_from_before_is_read_with_the_one_offset_it_has()
    {
        var json = JsonNode.Parse(RevisionJson.Write(FrozenAt(_summer)).Text)!.AsObject();
        json.Remove("offsets");
        json["format"] = "readiness-revision/1";
        json["utcOffset"] = "-04:00:00";

        var read = RevisionJson.Read(json.ToJsonString());

        read.Offset(_summer).Should().Be(TimeSpan.FromHours(-4));
        read.Offset(_winter).Should().Be(TimeSpan.FromHours(-4), "it was frozen with no other");
        read.Facts.Criteria.Should().HaveCount(1);
    }

    [Fact]
    public void A_format_that_nobody_knows_is_named()
    {
        var json = JsonNode.Parse(RevisionJson.Write(FrozenAt(_summer)).Text)!.AsObject();
        json["format"] = "readiness-revision/9";

        FluentActions.Invoking(() => RevisionJson.Read(json.ToJsonString())).Should().Throw<FormatException>()
            .WithMessage("*'readiness-revision/9'*revision/1, readiness-revision/2 and readiness-revision/3*");
    }

    private static LaunchFacts InNewYork()
    {
        var facts = Facts();
        return facts with { Launch = facts.Launch with { TimeZone = "America/New_York" } };
    }

    private static RevisionContent FrozenAt(DateTimeOffset at)
    {
        var board = Board(InNewYork());
        return RevisionContent.Of(board, Readiness.At(board, at), 1, "Mia", at);
    }
}
