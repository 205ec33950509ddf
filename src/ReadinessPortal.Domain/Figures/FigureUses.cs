using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Figures;

/// <summary>What would name figures in vain if a fact were gone: claims, texts and formulas.</summary>
public static class FigureUses
{
    /// <returns>Each in words: <c>section 7.1 states Q1 2026</c>, <c>the text Drills</c>.</returns>
    public static IEnumerable<string> Of(LaunchFacts facts, SubjectRef fact)
    {
        if (Prefix(fact) is not { } prefix)
        {
            return [];
        }

        // As a name of its own, and not as the end of another one: budget., not ai-budget.
        var name = new Regex($@"(?<![\w.-]){Regex.Escape(prefix)}", RegexOptions.CultureInvariant);
        bool Names(string? text) => text is not null && name.IsMatch(text);
        return facts.Claims.Where(c => c.Figure.StartsWith(prefix, StringComparison.Ordinal))
            .Select(c => $"{c.Place} states {Claims.ClaimChecker.Shown(c)}")
            .Concat(facts.Narratives.Where(n => Names(n.Text))
                .Select(n => $"the text {n.Title ?? Format.Word(n.Kind)}"))
            .Concat(facts.Gates.Where(g => Names(g.EvidenceSentence)).Select(g => $"the sentence of {g.Title}"))
            .Concat(facts.Figures.Where(f => Names(f.Formula)).Select(f => $"the figure {f.Title}"));
    }

    // As StandingFigures names them; cells and totals of a register begin with its key.
    private static string? Prefix(SubjectRef fact) => fact.Kind switch
    {
        SubjectKind.Criterion or SubjectKind.Gate or SubjectKind.Drill or SubjectKind.Item or SubjectKind.Category =>
            $"{fact.Kind.ToString().ToLowerInvariant()}.{fact.Key}.",
        SubjectKind.Milestone => $"milestone.{fact.Key}.",
        SubjectKind.Register => $"{fact.Key}.",
        SubjectKind.RegisterRow => $"{fact.Key.Replace('/', '.')}.",
        _ => null,
    };
}
