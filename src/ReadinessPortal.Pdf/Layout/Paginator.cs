using ReadinessPortal.Pdf.Elements;

namespace ReadinessPortal.Pdf.Layout;

/// <summary>A page that is laid out and waits to be drawn.</summary>
internal sealed record LaidOutPage(PageSet Set, IReadOnlyList<(Area Area, Piece Piece)> Pieces);

/// <summary>Lays the content of page sets out on as many pages as it takes.</summary>
internal sealed class Paginator
{
    // More empty pages than this in a row are not meant by anybody.
    private const int MostEmptyPages = 2;

    private readonly List<LaidOutPage> _pages = [];

    public IReadOnlyList<LaidOutPage> Pages => _pages;

    public void Add(PageSet set)
    {
        Continuation? from = null;
        var (first, empty) = (true, 0);
        do
        {
            var frame = new Frame(set, isRepeated: !first);
            var piece = Place(set, frame.Content, from, mustShow: empty >= MostEmptyPages);
            empty = piece.Height == 0 ? empty + 1 : 0;
            _pages.Add(new LaidOutPage(set, frame.With(piece)));
            (from, first) = (piece.Rest, false);
        }
        while (from is not null);
    }

    // What fits no page is shown clipped and marked: the report has to come out, and to come to an end.
    private static Piece Place(PageSet set, Space space, Continuation? from, bool mustShow)
    {
        var piece = mustShow ? null : set.Content.Layout(space, from);
        if (piece is null || (piece.Rest is not null && piece.Rest.Equals(from)))
        {
            piece = mustShow ? null : set.Content.Layout(space with { Forced = true }, from);
        }

        return piece is null || (piece.Rest is not null && piece.Rest.Equals(from))
            ? Clipped.Of(set.Content, space, from)
            : piece;
    }

    /// <summary>What surrounds the content on one page.</summary>
    private sealed class Frame
    {
        private readonly Area _inner;
        private readonly Piece _header;
        private readonly Piece _footer;
        private readonly PageSet _set;
        private readonly Space _whole;

        public Frame(PageSet set, bool isRepeated)
        {
            _set = set;
            _whole = new Space(set.Size.Width, set.Size.Height, set.Size.Height, set.Style)
            {
                Repeated = isRepeated,
                Forced = true,
            };
            _inner = new Area(
                set.Left, set.Top, set.Size.Width - set.Left - set.Right, set.Size.Height - set.Top - set.Bottom);
            var space = _whole with { Width = _inner.Width, Height = _inner.Height };
            _header = set.Header.Layout(space, null) ?? Piece.Blank();
            _footer = set.Footer.Layout(space, null) ?? Piece.Blank();
            var height = Math.Max(0, _inner.Height - _header.Height - _footer.Height);
            Content = new Space(_inner.Width, height, height, set.Style);
        }

        public Space Content { get; }

        public IReadOnlyList<(Area Area, Piece Piece)> With(Piece content)
        {
            var sheet = new Area(0, 0, _whole.Width, _whole.Height);
            return
            [
                (sheet, _set.Background.Layout(_whole, null) ?? Piece.Blank()),
                (_inner with { Height = _header.Height }, _header),
                (_inner with { Y = _inner.Y + _header.Height, Height = Content.Height }, content),
                (_inner with { Y = _inner.Bottom - _footer.Height, Height = _footer.Height }, _footer),
                (sheet, _set.Foreground.Layout(_whole, null) ?? Piece.Blank()),
            ];
        }
    }
}
