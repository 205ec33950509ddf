using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>What keeps evidence from proving, nearest miss last.</summary>
public enum ProofState
{
    NotInHand, Empty, Broken, NoOutput, Nothing, SaysOtherwise, Changed, Undated, InTheFuture, OtherRelease,
    Superseded, OutOfDate, Proves,
}

/// <summary>One piece of evidence, and what it is worth today.</summary>
/// <param name="Worth">In few words, for where its date stands beside it: <c>valid until 13 Feb 2026</c>.</param>
public sealed record WeighedProof(ProofState State, ProofLine Line, string Worth)
{
    /// <summary>Who has accepted that its totals disagree; null where they do not.</summary>
    public string? AcceptedBy { get; init; }
}

/// <summary>
/// What proves: a file in hand that is not empty and does not say otherwise itself, or a validation with recorded
/// output, which is what it is compared with; dated, in date, and not about another release.
/// Typed measurements, statements and links inform; they do not prove.
/// </summary>
public static class ProofRules
{
    private const int MostPosted = 6;
    private const string Recorded = "output recorded";
    private const string Captured = "captured";

    /// <summary>
    /// Everything attached to a criterion, also through its drills and readings; what proves comes first.
    /// </summary>
    public static ImmutableArray<WeighedProof> Of(Criterion criterion, LaunchFacts facts, DateOnly today)
    {
        var terms = ProofTerms.Of(facts.Launch, today);
        var all = FilesOf(criterion, facts).ToList();
        var newer = Superseded(criterion, all.Where(e => IsAboutThis(e, terms.Release, today)));
        var files = all.Select(e => newer.TryGetValue(e.Key, out var by)
            ? Not(ProofState.Superseded, new(SubjectKind.Evidence, e.Key), e.Title, $"superseded by {by.Title}")
            : Weigh(e, criterion, terms));
        var validations = criterion.Validations.Select(v => Weigh(v, criterion, terms));
        return [.. files.Concat(validations).OrderByDescending(p => p.State == ProofState.Proves)];
    }

    /// <summary>Evidence behind a criterion, also through its drills and readings, in hand or only cited.</summary>
    public static IEnumerable<EvidenceItem> FilesOf(Criterion criterion, LaunchFacts facts)
    {
        var read = criterion.Measurements.Select(m => m.Evidence)
            .Concat(facts.Drills.Where(d => criterion.Drills.Contains(d.Key)).SelectMany(d => d.Logs)
                .Select(l => l.Evidence))
            .ToHashSet(StringComparer.Ordinal);
        return facts.Evidence.Where(e => e.ArchivedAt is null && (read.Contains(e.Key) || e.Supports.Any(Supports)))
            .Select(e => Backed(e, facts.Evidence));

        bool Supports(SubjectRef subject) => subject.Kind switch
        {
            SubjectKind.Criterion => subject.Key == criterion.Key,
            SubjectKind.Drill => criterion.Drills.Contains(subject.Key),
            _ => false,
        };
    }

    /// <summary>Evidence as it stands: posted measurements are bare once the file they came with does not stand behind
    /// them any more.</summary>
    /// <param name="all">Evidence of the launch.</param>
    public static EvidenceItem Backed(EvidenceItem evidence, IEnumerable<EvidenceItem> all)
    {
        return evidence.PostedWith is not { } with || all.Any(f => f.Key == with && StandsBehind(f))
            ? evidence
            : evidence with { PostedWith = "" };

        static bool StandsBehind(EvidenceItem file) =>
            file is { ArchivedAt: null, IsInHand: true, IsEmpty: false, Reading: null or { Error: null } };
    }

    /// <summary>The files whose figures count for a criterion: read, newest of their slot, about this
    /// release.</summary>
    public static ImmutableArray<EvidenceItem> Speaking(Criterion criterion, LaunchFacts facts, DateOnly today)
    {
        var about = FilesOf(criterion, facts).Where(e => IsAboutThis(e, facts.Launch.Release, today)).ToList();
        var newer = Superseded(criterion, about);
        return [.. about.Where(e => e is { Reading.IsRead: true, IsBare: false } && !newer.ContainsKey(e.Key))];
    }

    /// <summary>Each file of a criterion that a newer one of its slot has replaced, with that one.</summary>
    internal static ImmutableDictionary<string, EvidenceItem> Superseded(
        Criterion criterion, IEnumerable<EvidenceItem> files) =>
        Slots.Superseded(files, criterion.Measurements.Select(m => m.Reading).OfType<string>(),
            file => SaysOtherwise(file, criterion) is not null);

    // What is of another build, or dated in the future, replaces nothing.
    private static bool IsAboutThis(EvidenceItem evidence, Release? release, DateOnly today) =>
        evidence is { IsInHand: true, IsEmpty: false } && !(evidence.CapturedOn > today)
            && Builds.OtherThan(release, evidence) is null;

    // What a file says against the criterion it should prove.
    private static WeighedProof Weigh(EvidenceItem evidence, Criterion criterion, ProofTerms terms)
    {
        var weighed = Weigh(evidence, terms);
        return weighed.State == ProofState.Proves && SaysOtherwise(evidence, criterion) is { } what
            ? Not(ProofState.SaysOtherwise, weighed.Line.Subject, evidence.Title, what, "says otherwise")
            : weighed;
    }

    private static string? SaysOtherwise(EvidenceItem evidence, Criterion criterion)
    {
        if (evidence.Reading is not { IsRead: true } reading)
        {
            return null;
        }

        // A target of another slot does not speak of this file.
        var asked = criterion.Measurements.Where(m => m.Target is not null && m.IsReadFrom(evidence)).ToList();
        return asked.Select(Missed).Concat(Metrics.Failures.Except(asked.Select(m => m.Reading!)).Select(Failure))
            .FirstOrDefault(what => what is not null);

        string? Missed(Measurement measurement)
        {
            var comparator = measurement.Comparator ?? Comparator.AtMost;
            return reading.Find(measurement.Reading!) is { } value
                && Targets.Meets(value, comparator, measurement.Target!.Value, measurement.UpperTarget) == false
                ? $"it shows {Format.Quantity(value)}, target "
                    + Format.Target(comparator, measurement.Target, measurement.UpperTarget)
                : null;
        }

        string? Failure(string metric) => reading.Find(metric) is { Amount: > 0 } some
            ? $"it shows {metric} = {Format.Quantity(some)}, and no target says how many may be"
            : null;
    }

    public static WeighedProof Weigh(EvidenceItem evidence, ProofTerms terms)
    {
        var subject = new SubjectRef(SubjectKind.Evidence, evidence.Key);
        return !evidence.IsInHand ? Not(ProofState.NotInHand, subject, evidence.Title, "referenced, not uploaded")
            : evidence.IsEmpty ? Not(ProofState.Empty, subject, evidence.Title, "empty: zero bytes prove nothing")
            : evidence.Reading?.Error is { } broken ? Not(ProofState.Broken, subject, evidence.Title, broken, "broken")
            : evidence.Reading?.WhyWorthless is { } worthless
                ? Not(ProofState.Nothing, subject, evidence.Title, worthless, "proves nothing")
            : evidence.Doubt is { } doubt
                ? Not(ProofState.Nothing, subject, evidence.Title, $"in doubt: {doubt}", "in doubt")
            : evidence.IsBare ? Not(ProofState.Nothing, subject, evidence.Title,
                $"{Bare(evidence)}: {Posted(evidence.Reading!)}", Bare(evidence))
            : Accepted(evidence, Dated(subject, evidence.Title, evidence.Class, Captured, evidence.CapturedOn,
                evidence.CapturedAssumed, Builds.OtherThan(terms.Release, evidence), terms, evidence.ExpiresOn));
    }

    private static string Bare(EvidenceItem evidence) => evidence.PostedWith is null ? "posted without a file"
        : "posted with a file that is no longer there";

    private static string Posted(EvidenceReading reading) => Counted.List(
        [.. reading.Figures.Select(f => $"{f.Metric} = {Format.Quantity(f.Value)}")], most: MostPosted);

    // Whoever reads it learns that somebody has to be believed.
    private static WeighedProof Accepted(EvidenceItem evidence, WeighedProof proof) =>
        evidence is { AcceptedBecause: { } why, AcceptedBy: { } by } && proof.State == ProofState.Proves
            ? proof with
            {
                AcceptedBy = by,
                Line = proof.Line with { Why = $"{proof.Line.Why}; its totals disagree, accepted by {by}: {why}" },
            }
            : proof;

    public static WeighedProof Weigh(Validation validation, Criterion criterion, ProofTerms terms)
    {
        var subject = new SubjectRef(SubjectKind.Criterion, criterion.Key);
        var title = TitleOf(validation);
        var standing = ValidationStanding.Of(validation);
        return standing.Outcome == ValidationOutcome.NeverRun
                ? Not(ProofState.NoOutput, subject, title, "its output was not recorded")
            : standing.Differs is { } differs && Builds.OtherThan(terms.Release, validation.Release) is null
                ? standing.Outcome == ValidationOutcome.Changed
                    ? Not(ProofState.Changed, subject, title, $"changed: {differs}", "changed")
                    : Not(ProofState.SaysOtherwise, subject, title, differs, "says otherwise")
            : Dated(subject, title, EvidenceClass.Other,
                standing.Outcome == ValidationOutcome.Reproduced ? $"{standing.Word}, last on" : Recorded,
                validation.RecordedOn, validation.DateAssumed, Builds.OtherThan(terms.Release, validation.Release),
                terms);
    }

    /// <summary>Its title, or the first line of its command that is no comment.</summary>
    public static string TitleOf(Validation validation) => validation.Title ?? FirstLine(validation.Command);

    private static WeighedProof Dated(
        SubjectRef subject, string title, EvidenceClass kind, string verb, DateOnly? on, bool assumed, string? other,
        ProofTerms terms, DateOnly? expires = null)
    {
        if (other is not null)
        {
            return Not(ProofState.OtherRelease, subject, title, $"other build: it is about {other}");
        }

        if (on is not { } day)
        {
            return Not(ProofState.Undated, subject, title,
                $"it is not known when it was {(verb == Captured ? verb : "recorded")}", "date not known");
        }

        var dated = $"{verb} {Format.Day(day)}{(assumed ? " (assumed)" : "")}";
        var last = expires ?? EvidenceValidity.LastDay(kind, day, terms.Validity);
        return day > terms.Today
            ? new(ProofState.InTheFuture, Line(false, $"{dated}, which is still to come", null), "dated in the future")
            : last < terms.Today ? Worth(ProofState.OutOfDate, $"out of date since {Format.Day(last.AddDays(1))}")
            : Worth(ProofState.Proves, $"valid until {Format.Day(last)}");

        WeighedProof Worth(ProofState state, string worth) =>
            new(state, Line(state == ProofState.Proves, $"{dated}, {worth}", last), worth);

        ProofLine Line(bool proves, string why, DateOnly? until) => new(subject, title, proves, why, until);
    }

    private static WeighedProof Not(
        ProofState state, SubjectRef subject, string title, string why, string? worth = null) =>
        new(state, new(subject, title, false, why, null), worth ?? why);

    private static string FirstLine(string command) =>
        command.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(l => !l.StartsWith('#')) ?? command.Trim();
}
