using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Evidence;

/// <summary>Whether a file still proves, as the rules weigh it, with the shape that stands beside the words.</summary>
public readonly record struct ProofBadge(MarkupString Shape, string Text)
{
    public static ProofBadge Of(EvidenceItem item, DateOnly today, Release? release)
    {
        var weighed = ProofRules.Weigh(item, release, today);
        return new(ShapeOf(weighed.State), VisibleText.Of(weighed.Worth));
    }

    private static MarkupString ShapeOf(ProofState state) => state switch
    {
        ProofState.Proves => Mark.Go,
        ProofState.OutOfDate => Mark.Hold,
        ProofState.Undated or ProofState.InTheFuture => Mark.Unproven,
        ProofState.NotInHand => Mark.None,
        _ => Mark.No,
    };
}
