using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>Elements one below the other; the element that does not fit goes on, on the next page.</summary>
internal sealed class Column : Element
{
    public List<Element> Items { get; } = [];

    public float Spacing { get; set; }

    public override IEnumerable<Element> Inside => Items;

    public override Piece? Layout(Space space, Mark? from)
    {
        if (from == Mark.Spent)
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
                return y == 0 ? null : new Stack(placed, width, y, new ColumnMark(index, mark));
            }

            var top = piece.Height > 0 ? y + gap : y;
            placed.Add((top, piece));
            y = top + piece.Height;
            width = Math.Max(width, piece.Width);
            if (piece.Rest is { } rest)
            {
                return new Stack(placed, width, y, new ColumnMark(index, rest));
            }
        }

        return new Stack(placed, width, y, null);
    }

    private sealed record ColumnMark(int Item, Mark? Inner) : Mark;

    private sealed class Stack(List<(float Y, Piece Piece)> placed, float width, float height, Mark? rest)
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
