using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Application.Revisions;

/// <summary>One side of a comparison: facts, what follows from them, and what people settled.</summary>
internal sealed record Compared(LaunchFacts Facts, Readiness Readiness)
{
    public EquatableArray<Waiver> Waivers { get; init; } = [];

    public EquatableArray<LogChoice> LogChoices { get; init; } = [];

    public EquatableArray<FindingAcceptance> Acceptances { get; init; } = [];

    public EquatableArray<TargetMove> TargetMoves { get; init; } = [];

    public static Compared Of(RevisionContent content) => new(content.FactsAsJudged, content.Readiness)
    {
        Waivers = content.Waivers,
        LogChoices = content.LogChoices,
        Acceptances = content.Acceptances,
        TargetMoves = content.TargetMoves,
    };

    public static Compared Of(LaunchView view) => new(view.Board.Facts, view.Readiness)
    {
        Waivers = view.Board.Waivers,
        LogChoices = view.Board.LogChoices,
        Acceptances = view.Board.Acceptances,
        TargetMoves = view.Board.TargetMoves,
    };
}

/// <summary>Says in words what people have asked for, answered, picked, accepted and taken back between two
/// states.</summary>
internal static class SettledDifference
{
    public static IEnumerable<string> Words(Compared from, Compared to) =>
        TargetMoves(from, to).Concat(Waivers(from, to)).Concat(LogChoices(from, to)).Concat(Acceptances(from, to));

    private static IEnumerable<string> TargetMoves(Compared from, Compared to) =>
        to.TargetMoves.ExceptBy(from.TargetMoves.Select(Identity), Identity)
            .Select(m => $"Target date moved from {Format.Day(m.From)} to {Format.Day(m.To)} by {m.By}, {m.Reason}");

    // A revision knows no ids: who asked when is what tells two waivers of a criterion apart.
    private static IEnumerable<string> Waivers(Compared from, Compared to)
    {
        var before = from.Waivers.ToDictionary(Identity);
        foreach (var waiver in to.Waivers)
        {
            var title = to.Facts.Criteria.FirstOrDefault(c => c.Key == waiver.Criterion)?.Title ?? waiver.Criterion;
            var was = before.GetValueOrDefault(Identity(waiver));
            if (was is null)
            {
                yield return $"{title}: waiver asked for by {waiver.RequestedBy} until {Format.Day(waiver.ExpiresOn)}, "
                    + waiver.Reason;
            }

            if (waiver.Answer != WaiverAnswer.Pending && was?.Answer != waiver.Answer)
            {
                yield return $"{title}: waiver of {waiver.RequestedBy} {Format.Word(waiver.Answer)} by "
                    + $"{waiver.AnsweredBy}{(waiver.AnswerReason is { } why ? $", {why}" : "")}";
            }

            if (waiver.WithdrawnAt is not null && was?.WithdrawnAt is null)
            {
                yield return $"{title}: waiver of {waiver.RequestedBy} withdrawn by {waiver.WithdrawnBy}, "
                    + waiver.WithdrawnReason;
            }
        }
    }

    private static IEnumerable<string> LogChoices(Compared from, Compared to)
    {
        foreach (var choice in to.LogChoices.ExceptBy(from.LogChoices.Select(Identity), Identity))
        {
            var drill = to.Facts.Drills.FirstOrDefault(d => d.Key == choice.Drill);
            var log = drill?.Logs.FirstOrDefault(l => l.Key == choice.Log)?.Title ?? choice.Log;
            yield return $"{drill?.Title ?? choice.Drill}: {log} is the authoritative log, by {choice.PickedBy}, "
                + choice.Reason;
        }
    }

    private static IEnumerable<string> Acceptances(Compared from, Compared to)
    {
        var before = from.Acceptances.ToDictionary(Identity);
        foreach (var accepted in to.Acceptances)
        {
            var claim = accepted.Finding[(accepted.Finding.IndexOf(':', StringComparison.Ordinal) + 1)..];
            var place = to.Facts.Claims.FirstOrDefault(c => c.Key == claim)?.Place ?? claim;
            var values = $"{Counted.Capital(place)}: {accepted.Stated} stated, {accepted.Derived} derived";
            var was = before.GetValueOrDefault(Identity(accepted));
            if (was is null)
            {
                yield return $"{values}, accepted by {accepted.AcceptedBy}, {accepted.Reason}";
            }

            if (!accepted.Stands && was is not { Stands: false })
            {
                yield return $"{values}, no longer accepted, says {accepted.WithdrawnBy}, {accepted.WithdrawnReason}";
            }
        }
    }

    private static (Guid, DateTimeOffset) Identity(TargetMove move) => (move.ById, move.At);

    private static (string, Guid, DateTimeOffset) Identity(Waiver waiver) =>
        (waiver.Criterion, waiver.RequestedById, waiver.RequestedAt);

    private static (string, Guid, DateTimeOffset) Identity(LogChoice choice) =>
        (choice.Drill, choice.PickedById, choice.At);

    private static (string, Guid, DateTimeOffset) Identity(FindingAcceptance accepted) =>
        (accepted.Finding, accepted.AcceptedById, accepted.At);
}
