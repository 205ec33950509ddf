using System.Text.Json.Nodes;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.UnitTests.Revisions;

public sealed class KeepingMovesOfTheTargetDate
{
    private static readonly TargetMove _move = new()
    {
        From = new(2025, 11, 24), To = ALaunch.Target, Reason = "Late", ById = Guid.NewGuid(), By = "Mia",
        At = ALaunch.Now,
    };

    [Fact]
    public void They_are_a_section_of_their_own_and_come_back_as_they_were()
    {
        var text = RevisionJson.Write(ALaunch.Frozen().Frozen with { TargetMoves = [_move] });

        text.Sections.Keys.Should().Contain("targetMoves");
        RevisionJson.Read(text.Text).TargetMoves.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(_move, o => o.Excluding(m => m.Id));
    }

    [Fact]
    public void A_revision_from_before_they_were_kept_is_read_as_one_without_moves()
    {
        var json = JsonNode.Parse(RevisionJson.Write(ALaunch.Frozen().Frozen).Text)!.AsObject();
        json["sections"]!.AsObject().Should().NotContain(s => s.Key == "targetMoves");
        json.Remove("targetMoves").Should().BeTrue();

        RevisionJson.Read(json.ToJsonString()).TargetMoves.Should().BeEmpty();
    }
}
