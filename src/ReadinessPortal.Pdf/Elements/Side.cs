using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>Where each of several neighbours goes on.</summary>
internal sealed record SideMark(Continuation?[] Marks) : Continuation;

/// <summary>Pieces side by side, all stretched to the same height.</summary>
internal sealed class Side : Piece
{
    private readonly Cell[] _cells;

    private Side(Cell[] cells, float width, float height, Continuation? rest)
        : base(width, height, rest) => _cells = cells;

    /// <summary>
    /// Joins neighbours. When one of them does not fit at all, none is placed, unless something has to be.
    /// </summary>
    public static Side? BySide(Cell[] cells, float width, bool forced)
    {
        var height = 0f;
        var goesOn = false;
        var progress = false;
        foreach (var cell in cells)
        {
            if (cell.Piece is null && !forced)
            {
                return null;
            }

            height = Math.Max(height, cell.Piece?.Height ?? 0);
            goesOn |= cell.Piece is null or { Rest: not null };
            progress |= cell.Piece is not null && cell.From != Continuation.Spent;
        }

        return progress || cells.Length == 0 ? new Side(cells, width, height, goesOn ? Rests(cells) : null) : null;
    }

    public override void Draw(Sheet sheet, Area area)
    {
        foreach (var cell in _cells)
        {
            cell.Piece?.Draw(sheet, new Area(area.X + cell.X, area.Y, cell.Width, area.Height));
        }
    }

    public override void Locate(SectionPages sections, int page)
    {
        foreach (var cell in _cells)
        {
            cell.Piece?.Locate(sections, page);
        }
    }

    private static SideMark Rests(Cell[] cells) =>
        new(Array.ConvertAll(cells, cell => cell.Piece is null ? cell.From : cell.Piece.Rest ?? Continuation.Spent));

    /// <summary>One neighbour: its place, where it came from, and what fits here (null: nothing).</summary>
    internal readonly record struct Cell(float X, float Width, Continuation? From, Piece? Piece);
}
