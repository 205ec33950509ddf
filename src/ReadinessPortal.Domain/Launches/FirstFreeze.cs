using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;

namespace ReadinessPortal.Domain.Launches;

/// <summary>Where a gap of a new launch is mended.</summary>
public enum SetupPlace { Roles, RoleHolders, Categories, Criteria, Gates, Members }

/// <summary>One thing a new launch lacks.</summary>
/// <param name="Text">One sentence without a full stop.</param>
/// <param name="Blocks">Without it nothing can be frozen; the others would show in the revision as gaps.</param>
public sealed record SetupGap(SetupPlace Place, string Text, bool Blocks = false);

/// <summary>
/// What is still missing before a launch can be frozen for the first time, or is worth having by then.
/// </summary>
public static class FirstFreeze
{
    /// <param name="people">How many people can open the launch.</param>
    /// <returns>What blocks first; empty when all is there, or when something was frozen already.</returns>
    public static ImmutableArray<SetupGap> Missing(LaunchBoard board, int people) =>
        board.NewestRevision is not null || LifeRules.IsClosed(board.Launch.Stage)
            ? []
            : [.. All(board, people).OrderByDescending(g => g.Blocks)];

    private static IEnumerable<SetupGap> All(LaunchBoard board, int people) =>
        Roles(board).Concat(Categories(board.Facts)).Concat(Criteria(board.Facts)).Concat(Gates(board.Facts))
            .Concat(people > 1 ? [] : [new SetupGap(SetupPlace.Members, "Nobody but you can open this launch")]);

    private static IEnumerable<SetupGap> Roles(LaunchBoard board)
    {
        var roles = board.Facts.Roles;
        var accountable = roles.Count(r => r.Accountable);
        if (roles.IsEmpty)
        {
            yield return new(SetupPlace.Roles, "There are no roles, so nobody can sign", Blocks: true);
        }
        else if (accountable == 0)
        {
            yield return new(SetupPlace.Roles, "No role is accountable, so nobody can take the final decision", true);
        }

        var empty = roles.Where(r => board.Holdings.FirstOrDefault(h => h.Role == r.Key)
            is not ({ HolderId: not null } or { NotRequiredReason: not null })).Select(r => r.Title).ToList();
        if (empty.Count > 0)
        {
            yield return new(SetupPlace.RoleHolders, $"Nobody fills {Counted.List(empty)}");
        }
    }

    private static IEnumerable<SetupGap> Categories(LaunchFacts facts)
    {
        if (facts.Categories.IsEmpty)
        {
            yield return new(SetupPlace.Categories, "There are no categories, so there is nothing to score");
        }

        var leaderless = facts.Categories.Where(c => c.Lead is null).Select(c => c.Title).ToList();
        if (leaderless.Count > 0)
        {
            yield return new(SetupPlace.Categories, $"No lead is assigned for {Counted.List(leaderless)}");
        }

        var unscored = facts.Categories.Where(c => c.Scores.IsEmpty).Select(c => c.Title).ToList();
        if (unscored.Count > 0)
        {
            yield return new(SetupPlace.Categories,
                $"{Counted.List(unscored)}: not scored, so there is no overall score");
        }
    }

    private static IEnumerable<SetupGap> Criteria(LaunchFacts facts)
    {
        if (facts.Criteria.IsEmpty)
        {
            yield return new(SetupPlace.Criteria, "There are no criteria, so nothing has to be proven");
            yield break;
        }

        var empty = facts.Categories.Where(c => facts.Criteria.All(k => k.Category != c.Key)).Select(c => c.Title)
            .ToList();
        if (empty.Count > 0)
        {
            yield return new(SetupPlace.Criteria,
                $"No criterion stands in {Counted.List(empty)}, so there is no overall score");
        }
    }

    private static IEnumerable<SetupGap> Gates(LaunchFacts facts)
    {
        var critical = facts.Gates.Where(g => g.Kind == GateKind.Critical).ToList();
        if (critical.Count == 0)
        {
            yield return new(SetupPlace.Gates, "There is no critical gate, so nothing could stop the launch");
            yield break;
        }

        var held = critical.SelectMany(g => g.Criteria).ToHashSet(StringComparer.Ordinal);
        var outside = facts.Criteria.Where(c => !held.Contains(c.Key)).Select(c => c.Title).ToList();
        if (outside.Count > 0)
        {
            yield return new(SetupPlace.Gates, $"No critical gate covers {Counted.List(outside)}");
        }

        var hollow = critical.Where(g => g.Criteria.IsEmpty).Select(g => g.Title).ToList();
        if (hollow.Count > 0)
        {
            yield return new(SetupPlace.Gates, $"{Counted.List(hollow)}: covers no criterion, so it stays yellow");
        }
    }
}
