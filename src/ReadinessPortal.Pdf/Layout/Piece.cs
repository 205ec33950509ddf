namespace ReadinessPortal.Pdf.Layout;

/// <summary>A rectangle on the sheet, in points from the upper left corner.</summary>
internal readonly record struct Area(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;
}

/// <summary>The part of an element that goes on one page; drawn when all pages are known.</summary>
/// <param name="width">The width used, in points.</param>
/// <param name="height">The height used, in points.</param>
/// <param name="rest">Where the element goes on, or null when it is complete.</param>
internal abstract class Piece(float width, float height, Continuation? rest)
{
    public float Width { get; } = width;

    public float Height { get; } = height;

    public Continuation? Rest { get; } = rest;

    public static Piece Blank(float width = 0, float height = 0, Continuation? rest = null) =>
        width == 0 && height == 0 && rest is null ? BlankPiece.Nothing : new BlankPiece(width, height, rest);

    /// <summary>Draws into the area that the surroundings settled on, which may be larger than the piece.</summary>
    public abstract void Draw(Sheet sheet, Area area);

    /// <summary>Notes the sections that are shown by this piece.</summary>
    public virtual void Locate(SectionPages sections, int page)
    {
    }

    private sealed class BlankPiece(float width, float height, Continuation? rest) : Piece(width, height, rest)
    {
        public static readonly BlankPiece Nothing = new(0, 0, null);

        public override void Draw(Sheet sheet, Area area)
        {
        }
    }
}

/// <summary>The pages on which sections begin and end, counted from 1.</summary>
internal sealed class SectionPages
{
    private readonly Dictionary<string, (int First, int Last)> _pages = new(StringComparer.Ordinal);

    public bool Knows(string section) => _pages.ContainsKey(section);

    public int? First(string section) => _pages.TryGetValue(section, out var pages) ? pages.First : null;

    public int? Last(string section) => _pages.TryGetValue(section, out var pages) ? pages.Last : null;

    public void Add(string section, int page) =>
        _pages[section] = _pages.TryGetValue(section, out var pages) ? (pages.First, page) : (page, page);
}
