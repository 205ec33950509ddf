using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Web.Findings;

/// <summary>Which findings a page shows.</summary>
/// <param name="Show">A severity of what is open, or <see cref="Accepted"/>; anything else shows all, null the first
/// of them where nothing is looked for.</param>
/// <param name="Find">Words that all have to stand in what is said of it, in any case.</param>
internal sealed record FindingFilter(string? Show, string? Find)
{
    public const string Accepted = "accepted";

    /// <summary>Every finding, for a link that leads to one of them.</summary>
    public const string All = "all";

    private const int First = 25;

    public bool IsOn => !string.IsNullOrWhiteSpace(Show) || !string.IsNullOrWhiteSpace(Find);

    /// <summary>What is open first, worst first; the first of them by their weight alone, so that one stays where it is
    /// when it is accepted.</summary>
    public ImmutableArray<Finding> Of(IEnumerable<Finding> findings, IEnumerable<Figure> figures)
    {
        var titles = figures.ToDictionary(f => f.Name, f => f.Title, StringComparer.Ordinal);
        var words = (Find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var shown = findings.Where(f => IsShown(f) && Array.TrueForAll(words, word => Says(f, titles, word)));
        return IsOn
            ? [.. shown.OrderBy(f => f.Status).ThenByDescending(f => f.Severity)]
            : [.. shown.OrderByDescending(f => f.Severity).Take(First)];
    }

    private bool IsShown(Finding finding) =>
        Show == Accepted ? finding.Status == FindingStatus.Accepted
        : !Enum.TryParse<FindingSeverity>(Show, ignoreCase: true, out var severity)
            || (finding.Status == FindingStatus.Open && finding.Severity == severity);

    private static bool Says(Finding finding, Dictionary<string, string> titles, string word) =>
        new[] { titles.GetValueOrDefault(finding.Figure), finding.Text, finding.Stated, finding.Derived }
            .Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
