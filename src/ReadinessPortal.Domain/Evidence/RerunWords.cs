using System.Text;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>A re-run plan in words, as it is copied into a mail or a ticket.</summary>
public static class RerunWords
{
    private const int MostShown = 12;

    /// <summary>Why it is run again: <c>valid until 22 Nov 2025, stale on the target date</c>.</summary>
    public static string Why(RerunLine line) => line.Reason switch
    {
        RerunReason.OtherBuild => $"other build: it is about {line.Names}",
        RerunReason.StaleAlready => $"out of date since {Format.Day(line.ValidUntil!.Value.AddDays(1))}",
        _ => $"valid until {Format.Day(line.ValidUntil!.Value)}, stale on the target date",
    };

    /// <summary>When: <c>from 24 Nov 2025 on</c>, <c>by 30 Nov 2025, from 24 Nov 2025 on</c>.</summary>
    public static string When(RerunLine line) => line.From == line.By
        ? $"from {Format.Day(line.From)} on"
        : $"by {Format.Day(line.By)}, from {Format.Day(line.From)} on";

    /// <summary>What it proves, with what else does.</summary>
    public static string For(RerunLine line) => Counted.List(
        [.. line.Criteria.Select(c => c.IsNeeded ? c.Title : $"{c.Title} (also proven by other evidence)")],
        most: MostShown);

    /// <summary>Lines of text, ended by line feeds; an owner's begin with a hyphen.</summary>
    public static string Text(RerunPlan plan, string launch)
    {
        var text = new StringBuilder(
            $"Re-run plan of {launch}, as of {Format.Day(plan.Today)}, for {Format.Day(plan.Target)}\n");
        foreach (var own in plan.Lines.GroupBy(l => l.OwnerTitle))
        {
            text.Append($"\n{own.Key}\n");
            foreach (var line in own)
            {
                text.Append($"- {line.Title} ({Format.Word(line.Kind)}), {When(line)}: {Why(line)}. ")
                    .Append($"For {For(line)}.\n");
            }
        }

        return text.ToString();
    }
}
