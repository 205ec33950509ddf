using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Figures;

/// <summary>Figures that come from one part of a launch, under its name.</summary>
internal sealed record FigureGroup(string Title, ImmutableArray<Figure> Figures)
{
    private const string OfLaunch = "Launch";

    /// <summary>In the order in which the figures are computed.</summary>
    /// <param name="find">Words that all have to stand in title, name or value, in any case; null for every figure.
    /// </param>
    public static ImmutableArray<FigureGroup> Of(LaunchFacts facts, IEnumerable<Figure> figures, string? find)
    {
        var words = (find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var registers = facts.Registers.ToDictionary(r => r.Key, r => r.Title, StringComparer.Ordinal);
        var own = facts.Figures.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. figures.Where(f => Array.TrueForAll(words, word => Says(f, word)))
                .GroupBy(f => own.Contains(f.Name) ? "Named in this launch" : PartOf(f.Name, registers))
                .Select(g => new FigureGroup(g.Key, [.. g])),
        ];
    }

    private static string PartOf(string name, Dictionary<string, string> registers)
    {
        var first = name.Split('.')[0];
        return registers.TryGetValue(first, out var register) ? $"Register: {register}" : first switch
        {
            "criteria" or "criterion" => "Criteria",
            "measurement" => "Measurements",
            "gates" or "gate" => "Gates",
            "drills" or "drill" => "Drills",
            "category" or "score" => "Scores",
            "items" or "item" => "Outstanding items",
            "milestone" => "Milestones",
            "evidence" or "documents" => "Evidence",
            "risks" => "Risks",
            _ => OfLaunch,
        };
    }

    private static bool Says(Figure figure, string word) =>
        new[] { figure.Title, figure.Name, figure.Shown }
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
