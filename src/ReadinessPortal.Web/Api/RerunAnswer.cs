using System.Collections.Immutable;
using ReadinessPortal.Domain.Evidence;

namespace ReadinessPortal.Web.Api;

/// <summary>What has to be run again before the target date.</summary>
/// <param name="AsOf">The as-of date; the real day where a launch has none.</param>
/// <param name="For">The target date; the same day once that is over.</param>
/// <param name="Lines">By owner, whoever has to begin first on top, and within each by day.</param>
public sealed record RerunPlanAnswer(DateOnly AsOf, DateOnly For, ImmutableArray<RerunLineAnswer> Lines)
{
    public static RerunPlanAnswer Of(LaunchPicture of)
    {
        var plan = RerunPlan.Of(of.Facts, of.Readiness, of.Holdings);
        return new(plan.Today, plan.Target, [.. plan.Lines.Select(l => new RerunLineAnswer(
            l.Owner, l.OwnerTitle, l.Reason, RerunWords.Why(l), $"{l.Subject}", l.Title, l.Kind, l.Slot,
            [.. l.Criteria], l.IsNeeded, l.ValidUntil, l.Names, l.From, l.By))]);
    }
}

/// <param name="Owner">Key of the role that answers for it; null where none does.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Subject">The evidence; of a command its criterion.</param>
/// <param name="Slot">The slot in which the new file takes its place; null where it has none.</param>
/// <param name="IsNeeded">Some criterion has nothing else that proves it on the target date.</param>
/// <param name="ValidUntil">Last day on which it proves or proved; null for evidence of another build.</param>
/// <param name="Names">The other release that it names.</param>
/// <param name="RunFrom">First day on which a run is still valid on the target date.</param>
/// <param name="RunBy">Last day for the run.</param>
public sealed record RerunLineAnswer(
    string? Owner, string OwnerTitle, RerunReason Reason, string Why, string Subject, string Title, EvidenceClass Kind,
    string? Slot, ImmutableArray<RerunCriterion> Criteria, bool IsNeeded, DateOnly? ValidUntil, string? Names,
    DateOnly RunFrom, DateOnly RunBy);
