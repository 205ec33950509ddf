using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Registers;

/// <summary>A register as it would be, computed, and what would stop being computed anywhere because of it.</summary>
/// <param name="Broken">Each in words, with the reason.</param>
public sealed record RegisterPreview(Register Register, RegisterTable Table, EquatableArray<string> Broken)
{
    /// <param name="now">What is derived from the board as it stands.</param>
    public static RegisterPreview Of(LaunchBoard board, Readiness now, Register next, DateTimeOffset at)
    {
        var facts = board.Facts;
        var then = Readiness.At(board with
        {
            Facts = facts with { Registers = [.. facts.Registers.Select(r => r.Key == next.Key ? next : r)] },
        }, at);
        return new(next, then.Registers.First(t => t.Key == next.Key), [.. Lost(now, then)]);
    }

    // Cells of the register itself are shown; here is what else hung on it.
    private static IEnumerable<string> Lost(Readiness now, Readiness then)
    {
        var fine = now.Figures.Where(f => f.Problem is null).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var stays = then.Figures.ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var figure in now.Figures.Where(f => fine.Contains(f.Name)))
        {
            if (stays.TryGetValue(figure.Name, out var same) && same.Problem is { } problem)
            {
                yield return $"{figure.Title}: {problem}";
            }
        }
    }
}
