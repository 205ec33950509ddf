using System.Runtime.CompilerServices;
using System.Text.Json;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

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
        var (facts, old, length) = (board.Facts, before?.Facts, 0L);
        return (board with
        {
            Facts = facts with
            {
                Roles = Facts(facts.Roles, old?.Roles),
                Categories = Facts(facts.Categories, old?.Categories),
                Criteria = Facts(facts.Criteria, old?.Criteria),
                Gates = Facts(facts.Gates, old?.Gates),
                Registers = Facts(facts.Registers, old?.Registers),
                Drills = Facts(facts.Drills, old?.Drills),
                Items = Facts(facts.Items, old?.Items),
                Risks = Facts(facts.Risks, old?.Risks),
                Milestones = Facts(facts.Milestones, old?.Milestones),
                Narratives = Facts(facts.Narratives, old?.Narratives),
                Recommendations = Facts(facts.Recommendations, old?.Recommendations),
                Contacts = Facts(facts.Contacts, old?.Contacts),
                Figures = Facts(facts.Figures, old?.Figures),
                Claims = Facts(facts.Claims, old?.Claims),
                Evidence = Facts(facts.Evidence, old?.Evidence),
            },
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

        EquatableArray<T> Facts<T>(EquatableArray<T> now, EquatableArray<T>? was)
            where T : Fact
        {
            var known = (was ?? []).ToDictionary(f => f.Id);
            var kept = Same(
                [.. now.Select(f => known.GetValueOrDefault(f.Id) is { } same && same == f ? same : f)], was);
            length += kept.Sum(f => (int)_lengths.GetValue(f, Length));
            return kept;
        }
    }

    private static EquatableArray<T> Same<T>(EquatableArray<T> now, EquatableArray<T>? was) =>
        was == now ? was.Value : now;

    private static object Length(Fact fact) =>
        JsonSerializer.SerializeToUtf8Bytes(fact, fact.GetType(), FactsJson.Options).Length;
}
