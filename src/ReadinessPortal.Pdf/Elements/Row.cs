using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

internal enum RowItemKind
{
    Relative,
    Constant,
    Auto,
}

/// <summary>One place in a row; its size is a share or points, depending on the kind.</summary>
internal sealed class RowItem(RowItemKind kind, float size) : Slot
{
    public RowItemKind Kind { get; } = kind;

    public float Size { get; } = size;
}

/// <summary>Elements side by side, all as high as the highest; each goes on by itself on the next page.</summary>
internal sealed class Row : Element
{
    public List<RowItem> Items { get; } = [];

    public float Spacing { get; set; }

    public override IEnumerable<Element> Inside => Items;

    public override Piece? Layout(Space space, Continuation? from)
    {
        if (from == Continuation.Spent)
        {
            return Piece.Blank();
        }

        var marks = (from as SideMark)?.Marks;
        var widths = Widths(space);
        var cells = new Side.Cell[Items.Count];
        var x = 0f;
        for (var index = 0; index < cells.Length; index++)
        {
            var mark = marks?[index];
            cells[index] = new(x, widths[index], mark, Items[index].Layout(space with { Width = widths[index] }, mark));
            x += widths[index] + Spacing;
        }

        var width = Items.Exists(item => item.Kind == RowItemKind.Relative) ? space.Width : Math.Max(0, x - Spacing);
        return Side.BySide(cells, width, space.Forced);
    }

    private float[] Widths(Space space)
    {
        var widths = new float[Items.Count];
        var left = space.Width - (Spacing * Math.Max(0, Items.Count - 1));
        var shares = 0f;
        for (var index = 0; index < widths.Length; index++)
        {
            var item = Items[index];
            widths[index] = item.Kind switch
            {
                RowItemKind.Constant => item.Size,
                RowItemKind.Auto => NaturalWidth(item, space, left),
                _ => 0,
            };
            left -= widths[index];
            shares += item.Kind == RowItemKind.Relative ? item.Size : 0;
        }

        for (var index = 0; index < widths.Length; index++)
        {
            if (Items[index].Kind == RowItemKind.Relative)
            {
                widths[index] = Math.Max(0, left) * Items[index].Size / shares;
            }
        }

        return widths;
    }

    private static float NaturalWidth(RowItem item, Space space, float left) =>
        item.Layout(space with { Width = Math.Max(0, left), Height = Space.Endless }, null)?.Width ?? 0;
}
