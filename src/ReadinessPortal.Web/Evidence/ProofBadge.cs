using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Evidence;

/// <summary>Whether a file still proves, as the rules weigh it, with the shape that stands beside the words.</summary>
public readonly record struct ProofBadge(MarkupString Shape, string Text)
{
    public static ProofBadge Of(EvidenceItem item, ProofTerms terms)
    {
        var weighed = ProofRules.Weigh(item, terms);
        return weighed.Line.InDateUntil is { } last && FreshnessRules.Of(last, terms) is var fresh
            ? new(ShapeOf(fresh), $"{VisibleText.Of(weighed.Worth)}{FreshnessRules.Words(fresh)}")
            : new(ShapeOf(weighed.State), VisibleText.Of(weighed.Worth));
    }

    /// <summary>Of what stands behind a criterion: the shape of its date, or of why it proves nothing.</summary>
    public static ProofBadge Of(ProofLine proof, ProofTerms terms) =>
        proof.InDateUntil is { } last && FreshnessRules.Of(last, terms) is var fresh
            ? new(ShapeOf(fresh), $"{VisibleText.Of(proof.Why)}{FreshnessRules.Words(fresh)}")
            : new(Mark.None, VisibleText.Of(proof.Why));

    private static MarkupString ShapeOf(Freshness freshness) => freshness switch
    {
        Freshness.Early => Mark.Early,
        Freshness.Lasting => Mark.Go,
        Freshness.EndsBeforeTarget => Mark.Hold,
        _ => Mark.No,
    };

    private static MarkupString ShapeOf(ProofState state) => state switch
    {
        ProofState.Undated or ProofState.InTheFuture => Mark.Unproven,
        ProofState.NotInHand => Mark.None,
        _ => Mark.No,
    };
}
