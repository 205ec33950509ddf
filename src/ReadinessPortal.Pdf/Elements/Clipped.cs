using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>
/// What is shown of something that fits no page: as much as there is room for, framed in red and with its
/// place in the document named, because a report with a visible flaw beats no report.
/// </summary>
internal sealed class Clipped : Piece
{
    private static readonly Color _alarm = new(0xFFD32F2F);
    private readonly Element _owner;
    private readonly Piece? _inner;
    private readonly TextStyle _style;

    private Clipped(Element owner, Piece? inner, Space space)
        : base(space.Width, space.Height, null)
    {
        _owner = owner;
        _inner = inner;
        _style = space.Style;
    }

    public static Clipped Of(Element owner, Space space, Continuation? from) =>
        new(owner, owner.Layout(space with { Height = Space.Endless, Forced = true }, from), space);

    public override void Draw(Sheet sheet, Area area)
    {
        sheet.Clip(area, () => _inner?.Draw(sheet, new Area(area.X, area.Y, _inner.Width, _inner.Height)));
        sheet.Frame(area, _alarm, 1, 0);
        sheet.Note(area, $"Does not fit: {sheet.PlaceOf(_owner)}", _style, _alarm);
    }

    public override void Locate(SectionPages sections, int page) => _inner?.Locate(sections, page);
}
