using System.Collections.Immutable;

namespace ReadinessPortal.Domain.Registers.Sheets;

/// <summary>Which line of a block names its columns.</summary>
public static class Headings
{
    /// <summary>How many lines from the top may be the one.</summary>
    public const int MostLines = 5;

    /// <summary>The first line whose every heading is a column of the register; 0 where none is.</summary>
    public static int In(Register register, ImmutableArray<ImmutableArray<string>> lines) =>
        lines.Take(MostLines).Index().Where(l => Named(register, l.Item) is var columns
            && columns.Any(c => c is not null) && !l.Item.Zip(columns).Any(c => IsSaid(c.First) && c.Second is null))
            .Select(l => l.Index + 1).FirstOrDefault();

    /// <summary>The column under each heading; null where there is none. The second column of one title is the one
    /// under the second heading of that title.</summary>
    public static ImmutableArray<RegisterColumn?> Named(Register register, ImmutableArray<string> line)
    {
        var left = register.Columns.ToList();
        return [.. line.Select(heading =>
        {
            var column = left.Find(c => RegisterSheet.Names(Pasting.Plain(heading), c));
            left.Remove(column!);
            return column;
        })];
    }

    /// <summary>The line that names the columns of a block without a register; 0 where the first line is a row like
    /// the others; null where the block does not say.</summary>
    public static int? Guess(ImmutableArray<ImmutableArray<string>> lines)
    {
        var at = AfterTitle(lines);
        if (at >= lines.Length - 1)
        {
            return null;
        }

        // A column of numbers tells: its heading is none.
        var line = lines[at].Select(Pasting.Plain).ToList();
        var told = ColumnGuesses.Of(lines[(at + 1)..], headings: 0).Zip(line)
            .Where(c => c.First.Kind != ColumnKind.Text && c.Second.Length > 0)
            .Select(c => CellParser.Parse(c.Second, c.First).Problem is not null).ToList();
        var asHeading = told.Contains(true) || line.Exists(ColumnGuesses.HasUnit);
        var asRow = told.Contains(false);
        return (asHeading, asRow) switch
        {
            (true, false) => at + 1,
            (false, true) when at == 0 => 0,
            _ => null,
        };
    }

    // A title over merged cells fills one cell of a line, and its columns more.
    private static int AfterTitle(ImmutableArray<ImmutableArray<string>> lines)
    {
        var at = lines.Take(MostLines).Index().Where(l => l.Item.Count(IsSaid) > 1).Select(l => l.Index)
            .FirstOrDefault(-1);
        return Math.Max(at, 0);
    }

    private static bool IsSaid(string cell) => !string.IsNullOrWhiteSpace(cell);
}
