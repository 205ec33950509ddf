using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>Elements one below the other; the element that does not fit goes on, on the next page.</summary>
internal sealed class Column : Element
{
    public List<Element> Items { get; } = [];

    public float Spacing { get; set; }

    public override IEnumerable<Element> Inside => Items;

    public override Piece? Layout(Space space, Continuation? from)
    {
        if (from == Continuation.Spent)
        {
            return Piece.Blank();
        }

        var start = from as ColumnMark ?? new ColumnMark(0, null);
        var placed = new List<(float Y, Piece Piece)>(Items.Count - start.Item);
        var y = 0f;
        var width = 0f;
        for (var index = start.Item; index < Items.Count; index++)
        {
            var gap = y > 0 ? Spacing : 0;
            var room = space with { Height = space.Height - y - gap, Forced = space.Forced && y == 0 };
            var mark = index == start.Item ? start.Inner : null;
            var piece = room.Height < 0 ? null : Items[index].Layout(room, mark);
            if (piece is null)
            {
                var rest = new ColumnMark(index, mark);
                return y == 0 ? null : WithoutHeadings(placed, start.Item, space.Forced, width, rest);
            }

            var top = piece.Height > 0 ? y + gap : y;
            placed.Add((top, piece));
            y = top + piece.Height;
            width = Math.Max(width, piece.Width);
            if (piece.Rest is not null)
            {
                return new Stack(placed, width, y, new ColumnMark(index, piece.Rest));
            }
        }

        return new Stack(placed, width, y, null);
    }

    // Headings at the end of the page go where the text after them goes; not if they are all there is on an empty page.
    private Stack? WithoutHeadings(
        List<(float Y, Piece Piece)> placed, int first, bool isForced, float width, ColumnMark rest)
    {
        var kept = placed.Count;
        while (kept > 0 && rest.Inner is null && Items[first + kept - 1].StaysWithNext)
        {
            kept--;
        }

        if (placed.Take(kept).All(item => item.Piece.Height == 0))
        {
            return isForced ? new Stack(placed, width, Bottom(placed), rest) : null;
        }

        var mark = kept < placed.Count ? new ColumnMark(first + kept, null) : rest;
        placed.RemoveRange(kept, placed.Count - kept);
        return new Stack(placed, width, Bottom(placed), mark);
    }

    private static float Bottom(List<(float Y, Piece Piece)> placed) => placed[^1].Y + placed[^1].Piece.Height;

    private sealed record ColumnMark(int Item, Continuation? Inner) : Continuation;

    private sealed class Stack(List<(float Y, Piece Piece)> placed, float width, float height, Continuation? rest)
        : Piece(width, height, rest)
    {
        public override void Draw(Sheet sheet, Area area)
        {
            foreach (var (y, piece) in placed)
            {
                piece.Draw(sheet, new Area(area.X, area.Y + y, area.Width, piece.Height));
            }
        }

        public override void Locate(SectionPages sections, int page)
        {
            foreach (var (_, piece) in placed)
            {
                piece.Locate(sections, page);
            }
        }
    }
}
