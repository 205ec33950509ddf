using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>Paragraphs of text. A page never begins or ends with a single line of a longer text.</summary>
internal sealed class TextBlock : Element
{
    private List<Line> _lines = [];
    private TextStyle? _setIn;
    private float _setTo = -1;

    public List<List<Inline>> Paragraphs { get; } = [];

    public TextAlignment Alignment { get; set; }

    public float ParagraphSpacing { get; set; }

    public int? MostLines { get; set; }

    public string Ellipsis { get; set; } = "…";

    public TextStyle Style { get; set; } = TextStyle.Default;

    public override Piece? Layout(Space space, Continuation? from)
    {
        if (from == Continuation.Spent)
        {
            return Piece.Blank();
        }

        var lines = Lines(space);
        var first = (from as LineMark)?.Line ?? 0;
        var (last, height, width) = (first, 0f, 0f);
        while (last < lines.Count)
        {
            var next = height + lines[last].Height + (last > first ? lines[last].Before : 0);
            if (!space.Holds(next) && !(space.Forced && last == first))
            {
                break;
            }

            (height, width, last) = (next, Math.Max(width, lines[last].Width), last + 1);
        }

        if (last == lines.Count)
        {
            return new Lined(this, lines, first, last, width, height, null);
        }

        if (!space.Forced)
        {
            last -= last > first && lines.Count - last == 1 ? 1 : 0;
            last = last - first == 1 ? first : last;
        }

        return last == first
            ? null
            : new Lined(this, lines, first, last, width, HeightOf(lines, first, last), new LineMark(last));
    }

    private static float HeightOf(List<Line> lines, int first, int last)
    {
        var height = 0f;
        for (var index = first; index < last; index++)
        {
            height += lines[index].Height + (index > first ? lines[index].Before : 0);
        }

        return height;
    }

    // The lines depend on nothing but style and width, and the same text is often measured twice.
    private List<Line> Lines(Space space)
    {
        if (!ReferenceEquals(_setIn, space.Style) || _setTo != space.Width)
        {
            _lines = Typesetter.Set(Paragraphs, Style.Over(space.Style), space.Width, ParagraphSpacing);
            if (MostLines is { } most)
            {
                Typesetter.Clamp(_lines, most, space.Width, Ellipsis);
            }

            (_setIn, _setTo) = (space.Style, space.Width);
        }

        return _lines;
    }

    private sealed record LineMark(int Line) : Continuation;

    private sealed class Lined(TextBlock text, List<Line> lines, int first, int last, float width, float height,
        Continuation? rest)
        : Piece(width, height, rest)
    {
        public override void Draw(Sheet sheet, Area area)
        {
            var y = area.Y;
            for (var index = first; index < last; index++)
            {
                y += index > first ? lines[index].Before : 0;
                lines[index].Draw(sheet, area with { Y = y, Height = lines[index].Height }, text.Alignment);
                y += lines[index].Height;
            }
        }
    }
}
