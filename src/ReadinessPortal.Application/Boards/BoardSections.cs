using System.Runtime.CompilerServices;
using System.Text.Json;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Boards;

/// <summary>
/// Lets a new board keep the previous board's objects where nothing changed, fact by fact and array by array, so that
/// a page redraws only what did.
/// </summary>
internal static class BoardSections
{
    // A fact that is kept was measured before, and never changes.
    private static readonly ConditionalWeakTable<Fact, object> _lengths = [];

    /// <param name="before">Null for the first board of a launch.</param>
    /// <returns>With the length of all facts as JSON: what the size in memory is estimated from.</returns>
    public static (LaunchBoard Board, long JsonLength) Of(LaunchBoard board, LaunchBoard? before)
    {
        var (facts, length) = (board.Facts, 0L);
        foreach (var kind in FactKinds.OfLaunch)
        {
            facts = kind.With(facts, Facts(kind.In(facts), before is null ? [] : kind.In(before.Facts)));
            length += kind.In(facts).Sum(f => (int)_lengths.GetValue(f, Length));
        }

        return (board with
        {
            Facts = facts,
            Holdings = Same(board.Holdings, before?.Holdings),
            Members = Same(board.Members, before?.Members),
            Waivers = Same(board.Waivers, before?.Waivers),
            LogChoices = Same(board.LogChoices, before?.LogChoices),
            Acceptances = Same(board.Acceptances, before?.Acceptances),
            GuardedChanges = Same(board.GuardedChanges, before?.GuardedChanges),
            TargetMoves = Same(board.TargetMoves, before?.TargetMoves),
            StageChanges = Same(board.StageChanges, before?.StageChanges),
            Revisions = Same(board.Revisions, before?.Revisions),
            SignOffs = Same(board.SignOffs, before?.SignOffs),
            Conditions = Same(board.Conditions, before?.Conditions),
            Decisions = Same(board.Decisions, before?.Decisions),
        }, length);
    }

    private static IReadOnlyList<Fact> Facts(IReadOnlyList<Fact> now, IReadOnlyList<Fact> was)
    {
        if (now.Equals(was))
        {
            return was;
        }

        var known = was.ToDictionary(f => f.Id);
        return [.. now.Select(f => known.GetValueOrDefault(f.Id) is { } same && same == f ? same : f)];
    }

    private static EquatableArray<T> Same<T>(EquatableArray<T> now, EquatableArray<T>? was) =>
        was == now ? was.Value : now;

    private static object Length(Fact fact) =>
        JsonSerializer.SerializeToUtf8Bytes(fact, fact.GetType(), FactsJson.Options).Length;
}
