using UglyToad.PdfPig.Content;

namespace ReadinessPortal.UnitTests.Reporting;

/// <summary>What stands between the running header and the footer of a page, line by line.</summary>
/// <param name="Fill">Share of the room that is used, from the top to the last line.</param>
internal sealed record PageLines(IReadOnlyList<IReadOnlyList<PageCell>> Lines, double Fill)
{
    // Where header and footer of the report end, as shares of the height of the page.
    private const double Top = 0.93;
    private const double Bottom = 0.06;

    // Wider than any space between words, and narrower than the distance between two columns.
    private const double BetweenCells = 5.5;

    private const int LongestWord = 24;

    // Lines that are further apart belong to two rows.
    private const double NextLine = 11.8;

    public static PageLines Of(Page page)
    {
        var words = page.GetWords().Where(w => w.BoundingBox.Bottom < page.Height * Top
            && w.BoundingBox.Bottom > page.Height * Bottom).ToList();
        var lines = words.GroupBy(w => Math.Round(w.Letters[0].StartBaseLine.Y)).OrderByDescending(g => g.Key)
            .Select(g => (IReadOnlyList<PageCell>)[.. Cells(g.OrderBy(w => w.BoundingBox.Left))]).ToList();
        var lowest = words.Count == 0 ? page.Height : words.Min(w => w.BoundingBox.Bottom);
        return new(lines, ((page.Height * Top) - lowest) / (page.Height * (Top - Bottom)));
    }

    /// <summary>Words that end in one line and go on in the next one of the same cell, other than after a mark at
    /// which a path may be broken, or with a hyphen.</summary>
    /// <param name="known">Words as they are meant, in ordinal order.</param>
    public IEnumerable<string> Broken(SortedSet<string> known)
    {
        for (var i = 0; i + 1 < Lines.Count; i++)
        {
            foreach (var cell in Lines[i])
            {
                var below = Lines.Skip(i + 1).TakeWhile(l => l[0].Baseline > cell.Baseline - NextLine)
                    .SelectMany(l => l).FirstOrDefault(cell.IsAbove);
                if (below is not null && !"/-_".Contains(cell.Last[^1]) && !known.Contains(cell.Last)
                    && BeginsOne(known, cell.Last + below.First))
                {
                    yield return $"'{cell.Last}|{below.First}'";
                }
            }
        }
    }

    // A word longer than a column of any table is broken in any case.
    private static bool BeginsOne(SortedSet<string> known, string start) =>
        known.GetViewBetween(start, start + '\uffff').Any(w => w.Length <= LongestWord);

    private static IEnumerable<PageCell> Cells(IEnumerable<Word> words)
    {
        var cell = new List<Word>();
        foreach (var word in words)
        {
            if (cell.Count > 0 && word.BoundingBox.Left - cell[^1].BoundingBox.Right > BetweenCells)
            {
                yield return PageCell.Of(cell);
                cell = [];
            }

            cell.Add(word);
        }

        if (cell.Count > 0)
        {
            yield return PageCell.Of(cell);
        }
    }
}

/// <summary>The words of one line that stand close together.</summary>
internal sealed record PageCell(double Left, double Right, double Baseline, string First, string Last)
{
    public static PageCell Of(List<Word> words) => new(
        words[0].BoundingBox.Left, words[^1].BoundingBox.Right, words[0].Letters[0].StartBaseLine.Y,
        words[0].Text, words[^1].Text);

    /// <summary>Whether the other one is the next line of the same cell, at its left or its right edge.</summary>
    public bool IsAbove(PageCell other) =>
        other.Baseline < Baseline && (Math.Abs(other.Left - Left) < 1.5 || Math.Abs(other.Right - Right) < 1.5);
}
