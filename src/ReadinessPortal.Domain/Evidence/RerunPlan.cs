using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>Why something has to be run again.</summary>
public enum RerunReason
{
    /// <summary>Valid today, stale on the target date.</summary>
    EndsBeforeTarget,

    /// <summary>Out of date today.</summary>
    StaleAlready,

    /// <summary>It names another release than the one under test, and proves nothing.</summary>
    OtherBuild,
}

/// <summary>A criterion that something is run again for.</summary>
/// <param name="IsNeeded">Nothing else that is attached proves it on the target date.</param>
public sealed record RerunCriterion(string Key, string Title, bool IsNeeded);

/// <summary>One thing to be run again by one owner.</summary>
/// <param name="Owner">Key of the role that answers for its criteria; null where none does.</param>
/// <param name="OwnerTitle">Of the role, with who holds it where somebody does.</param>
/// <param name="Subject">The evidence; of a validation its criterion.</param>
/// <param name="Slot">The slot in which the new file takes the place of this one; null where it has none.</param>
/// <param name="ValidUntil">Last day on which it proves or proved; null for evidence of another build.</param>
/// <param name="Names">The other release that it names; null where it names none.</param>
/// <param name="From">First day, from today on, on which a run is still valid on the target date.</param>
/// <param name="By">Last day for the run: see <see cref="RerunPlan"/>.</param>
public sealed record RerunLine(
    string? Owner, string OwnerTitle, RerunReason Reason, SubjectRef Subject, string Title, EvidenceClass Kind,
    string? Slot, EquatableArray<RerunCriterion> Criteria, DateOnly? ValidUntil, string? Names, DateOnly From,
    DateOnly By)
{
    /// <summary>Some criterion has nothing else that proves it on the target date.</summary>
    public bool IsNeeded => Criteria.Any(c => c.IsNeeded);
}

/// <summary>
/// What has to be run again, so that criteria which are proven today still are on the target date: proof that is valid
/// today and stale on that day, proof that is stale already, and evidence of another build.
/// </summary>
/// <remarks>
/// The last day is the one on which the proof in hand still holds, so that the criterion is never
/// without. Where that comes too early, because a run on it would be stale on the target date too, and where nothing
/// holds today, it is the first day on which a run lasts until the target date. Files that a newer one of their slot
/// replaced, and files of another build whose slot has one of this build, need no other run. Evidence that only
/// informs (of gates, items, risks, rows) is not planned.
/// </remarks>
/// <param name="Target">The day it is planned for: the target date, or today once that is over.</param>
/// <param name="Lines">By owner, whoever has to begin first on top, and within each by day.</param>
public sealed record RerunPlan(DateOnly Today, DateOnly Target, EquatableArray<RerunLine> Lines)
{
    private const string Nobody = "No owner assigned";

    /// <param name="readiness">Of these facts.</param>
    public static RerunPlan Of(LaunchFacts facts, Readiness readiness, ImmutableArray<RoleHolding> holdings)
    {
        var terms = ProofTerms.Of(facts.Launch, readiness.Today);
        var plan = terms with { Target = terms.Target < terms.Today ? terms.Today : terms.Target };
        var lines = LifeRules.IsClosed(facts.Launch.Stage) ? [] :
            facts.Criteria.SelectMany(c => Of(c, facts, readiness, plan))
                .GroupBy(l => (l.Owner, l.Subject, l.Title, l.Reason))
                .Select(same => same.MinBy(l => l.By)! with
                {
                    OwnerTitle = TitleOf(same.Key.Owner, facts, holdings),
                    Criteria = [.. same.SelectMany(l => l.Criteria).DistinctBy(c => c.Key)],
                }).ToList();
        return new(plan.Today, plan.Target,
        [
            .. lines.GroupBy(l => l.Owner).OrderBy(own => own.Min(l => l.By)).ThenBy(own => own.First().OwnerTitle)
                .SelectMany(own => own.OrderBy(l => l.By).ThenBy(l => l.Title, StringComparer.Ordinal)),
        ]);
    }

    /// <summary>Criteria that evidence of another build leaves to be proven again, in the order of the plan.</summary>
    public IEnumerable<RerunCriterion> OfOtherBuilds => Lines.Where(l => l.Reason == RerunReason.OtherBuild)
        .SelectMany(l => l.Criteria).DistinctBy(c => c.Key);

    private static IEnumerable<RerunLine> Of(
        Criterion criterion, LaunchFacts facts, Readiness readiness, ProofTerms terms)
    {
        var proofs = ProofRules.Of(ReadMeasurement.Of(criterion, facts, terms.Today), facts, terms.Today)
            .Select(p => (Proof: p, File: File(p, facts))).ToList();
        var lasts = proofs.Any(p => p.Proof.State == ProofState.Proves && p.Proof.Line.InDateUntil >= terms.Target);
        // Within a slot the newest is what is run again; one of this build stands for those of another.
        var replaced = ProofRules.Superseded(
            criterion, proofs.Where(IsOfOtherBuild).Select(p => p.File).OfType<EvidenceItem>());
        var current = proofs.Where(p => p.Proof.State is not (ProofState.OtherRelease or ProofState.Superseded
                or ProofState.NotInHand or ProofState.Empty or ProofState.InTheFuture))
            .Select(p => p.File is null ? null : Slots.Of(p.File)).OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (proof, file) in proofs.Where(p => !IsOfOtherBuild(p) || p.File is null
            || (!replaced.ContainsKey(p.File.Key) && !(Slots.Of(p.File) is { } slot && current.Contains(slot)))))
        {
            if (ReasonOf(proof, terms) is { } reason)
            {
                var kind = file?.Class ?? EvidenceClass.Other;
                // A certificate that is renewed says itself how long it lasts then.
                var earlier = file?.ExpiresOn is not null ? 0
                    : terms.Target.DayNumber - EvidenceValidity.Days(kind, terms.Validity);
                var from = DateOnly.FromDayNumber(Math.Max(terms.Today.DayNumber, earlier));
                var until = reason == RerunReason.OtherBuild ? null : proof.Line.InDateUntil;
                yield return new(
                    readiness.Criterion(criterion.Key).Lead, "", reason, proof.Line.Subject, proof.Line.Title, kind,
                    file is null ? null : Slots.Of(file), [new(criterion.Key, criterion.Title, !lasts)], until,
                    NamesOf(proof, file, criterion, terms), from, until > from ? until.Value : from);
            }
        }

        static bool IsOfOtherBuild((WeighedProof Proof, EvidenceItem? File) p) =>
            p.Proof.State == ProofState.OtherRelease;
    }

    private static RerunReason? ReasonOf(WeighedProof proof, ProofTerms terms) => proof.State switch
    {
        ProofState.Proves when proof.Line.InDateUntil < terms.Target => RerunReason.EndsBeforeTarget,
        ProofState.OutOfDate => RerunReason.StaleAlready,
        ProofState.OtherRelease => RerunReason.OtherBuild,
        _ => null,
    };

    private static EvidenceItem? File(WeighedProof proof, LaunchFacts facts) =>
        proof.Line.Subject.Kind == SubjectKind.Evidence
            ? facts.Evidence.FirstOrDefault(e => e.Key == proof.Line.Subject.Key)
            : null;

    private static string? NamesOf(
        WeighedProof proof, EvidenceItem? file, Criterion criterion, ProofTerms terms) =>
        proof.State != ProofState.OtherRelease ? null
        : file is not null ? Builds.OtherThan(terms.Release, file)
        : criterion.Validations.FirstOrDefault(v => ProofRules.TitleOf(v) == proof.Line.Title)?.Release;

    private static string TitleOf(string? role, LaunchFacts facts, ImmutableArray<RoleHolding> holdings) =>
        role is null ? Nobody
        : (facts.Roles.FirstOrDefault(r => r.Key == role)?.Title ?? role)
            + (holdings.FirstOrDefault(h => h.Role == role)?.Holder is { } holder ? $" ({holder})" : "");
}
