using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Web.Criteria;

/// <summary>A criterion as the list shows it.</summary>
/// <param name="Owner">Title of the role that answers for it.</param>
/// <param name="IsMine">The reader fills that role.</param>
public sealed record CriterionLine(Criterion Criterion, CriterionStanding Standing, string? Owner, bool IsMine);

/// <summary>The criteria of a category, for the list.</summary>
/// <param name="Lead">Title of the role that leads the category.</param>
public sealed record CriteriaGroup(Category Category, ImmutableArray<CriterionLine> Lines, bool IsMine, string? Lead)
{
    public required Launch Launch { get; init; }

    /// <summary>Keys of its criteria in the launch's order, separated by spaces.</summary>
    public required string Keys { get; init; }

    /// <summary>Categories with criteria of the reader first, the rest in the launch's order.</summary>
    /// <param name="mine">Keys of the roles the reader fills.</param>
    public static ImmutableArray<CriteriaGroup> Of(
        LaunchFacts facts, Readiness readiness, IReadOnlyCollection<string> mine)
    {
        var standings = readiness.Criteria.ToDictionary(s => s.Key, StringComparer.Ordinal);
        var titles = facts.Roles.ToDictionary(r => r.Key, r => r.Title, StringComparer.Ordinal);
        CriterionLine Line(Criterion criterion)
        {
            var standing = standings[criterion.Key];
            return new(
                criterion, standing,
                standing.Lead is { } lead ? titles.GetValueOrDefault(lead, lead) : null,
                standing.Lead is { } owner && mine.Contains(owner));
        }

        return
        [
            .. facts.Categories
                .Select(category => (category, Lines: facts.Criteria.Where(c => c.Category == category.Key).Select(Line)
                    .OrderByDescending(l => l.IsMine).ToImmutableArray()))
                .Select(g => new CriteriaGroup(
                    g.category, g.Lines, g.Lines.Any(l => l.IsMine),
                    g.category.Lead is { } lead ? titles.GetValueOrDefault(lead, lead) : null)
                {
                    Launch = facts.Launch,
                    Keys = string.Join(' ', facts.Criteria.Where(c => c.Category == g.category.Key).Select(c => c.Key)),
                })
                .OrderByDescending(g => g.IsMine),
        ];
    }

    /// <summary>The group with the lines that a filter lets through.</summary>
    public CriteriaGroup Only(CriteriaFilter filter) => this with { Lines = [.. Lines.Where(filter.Lets)] };
}

/// <summary>What of the list is shown; its words stand in the address.</summary>
public sealed record CriteriaFilter(string? Show)
{
    public const string Mine = "mine";
    public const string Open = "open";

    public bool Lets(CriterionLine line) => Show switch
    {
        null or "" => true,
        Mine => line.IsMine,
        Open => !line.Standing.IsProven,
        var state => string.Equals(line.Standing.State.ToString(), state, StringComparison.OrdinalIgnoreCase),
    };
}
