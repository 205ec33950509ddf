using System.Collections.Immutable;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Work;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Work;

/// <summary>What waits for the reader on a launch, in one sentence, and where it is done.</summary>
public sealed record WaitingFor(string Text, string? Action = null, string? Href = null)
{
    public static WaitingFor In(LaunchView view)
    {
        var sources = new WorkSources(
            view.Board, view.UnderSignature, view.Readiness, view.SinceDecision, view.At);
        var work = WorkList.Of(sources, view.Me);
        return Of(view.Launch.Key, work.Lines) ?? new(work.Later is { } later ? $"nothing yet. {later}" : "nothing.");
    }

    /// <returns>Null when nothing waits.</returns>
    public static WaitingFor? Of(string launch, ImmutableArray<WorkLine> lines)
    {
        if (lines.IsEmpty)
        {
            return null;
        }

        var first = lines[0];
        var criteria = lines.Count(l => l.Kind == WorkKind.Criterion);
        if (first.Kind == WorkKind.Criterion && criteria > 1)
        {
            return new($"{criteria} of your criteria are not proven{More(lines.Length - criteria)}.", "Show",
                Links.Page(launch, "criteria?show=mine"));
        }

        return new($"{first.Text}{More(lines.Length - 1)}.", first.Action, Links.ToWork(launch, first));
    }

    private static string More(int count) => count == 0 ? "" : $", and {count} more";
}
