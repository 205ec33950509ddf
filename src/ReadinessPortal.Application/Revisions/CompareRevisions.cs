using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Revisions;

/// <summary>Says in words what differs between two revisions, or between a revision and the live launch.</summary>
public sealed class CompareRevisions(ReadRevision revisions, LaunchBoards boards)
{
    /// <param name="to">Null compares with the live launch.</param>
    /// <returns>What follows from the facts first, then fact by fact; null when one of them cannot be seen.</returns>
    public async Task<IReadOnlyList<string>?> RunAsync(
        string key, int from, int? to, Viewer viewer, CancellationToken ct = default)
    {
        if (await revisions.RunAsync(key, from, viewer, ct) is not { } first)
        {
            return null;
        }

        if (to is not { } number)
        {
            return await boards.ViewAsync(key, viewer, ct) is { } view
                ? Words(Compared.Of(first.Content), Compared.Of(view))
                : null;
        }

        return await revisions.RunAsync(key, number, viewer, ct) is { } second
            ? Words(Compared.Of(first.Content), Compared.Of(second.Content))
            : null;
    }

    /// <summary>Between the facts of two states of a launch and what follows from them.</summary>
    public static IReadOnlyList<string> Words(LaunchFacts from, Readiness before, LaunchFacts to, Readiness after) =>
        Words(new Compared(from, before), new Compared(to, after));

    private static List<string> Words(Compared older, Compared newer)
    {
        var words = new List<string>();
        var (from, before, to, after) = (older.Facts, older.Readiness, newer.Facts, newer.Readiness);
        Derived("Readiness", Format.Word(before.Level), Format.Word(after.Level));
        Derived("Score", $"{before.Score.Value?.ToString() ?? "none"}", $"{after.Score.Value?.ToString() ?? "none"}");
        foreach (var gate in after.Gates)
        {
            Derived($"Gate {to.Gates.First(g => g.Key == gate.Key).Title}",
                before.Gates.FirstOrDefault(g => g.Key == gate.Key) is { } was
                    ? Format.Word(was.Colour) : null, Format.Word(gate.Colour));
        }

        foreach (var criterion in after.Criteria)
        {
            Derived(to.Criteria.First(c => c.Key == criterion.Key).Title,
                before.Criteria.FirstOrDefault(c => c.Key == criterion.Key) is { } was ? Format.Word(was.State) : null,
                Format.Word(criterion.State));
        }

        words.AddRange(SettledDifference.Words(older, newer));
        new FactsDifference(words).Compare(Json(from), Json(to));
        return words;

        void Derived(string what, string? was, string now)
        {
            if (was is not null && was != now)
            {
                words.Add($"{what}: {was} \u2192 {now}");
            }
        }
    }

    private static JsonObject Json(LaunchFacts facts) =>
        JsonSerializer.SerializeToNode(facts, FactsJson.Options)!.AsObject();
}
