using ReadinessPortal.Pdf.Typesetting;

namespace ReadinessPortal.Pdf.Infrastructure;

/// <summary>How text looks. What is not set is taken from the surroundings.</summary>
public sealed record TextStyle
{
    private Look? _look;

    private TextStyle()
    {
    }

    // The resolved look is remembered per instance and must not travel into a copy.
    private TextStyle(TextStyle from)
    {
        Families = from.Families;
        Points = from.Points;
        Ink = from.Ink;
        Marker = from.Marker;
        Thickness = from.Thickness;
        Slanted = from.Slanted;
        Underlined = from.Underlined;
        Struck = from.Struck;
        LineFactor = from.LineFactor;
        Tracking = from.Tracking;
    }

    /// <summary>A style that sets nothing.</summary>
    public static TextStyle Default { get; } = new();

    internal string[]? Families { get; init; }

    internal float? Points { get; init; }

    internal Color? Ink { get; init; }

    internal Color? Marker { get; init; }

    internal FontWeight? Thickness { get; init; }

    internal bool? Slanted { get; init; }

    internal bool? Underlined { get; init; }

    internal bool? Struck { get; init; }

    internal float? LineFactor { get; init; }

    internal float? Tracking { get; init; }

    internal Look Look => _look ??= new Look(this);

    /// <summary>This style, with what it leaves open taken from <paramref name="below"/>.</summary>
    internal TextStyle Over(TextStyle below) => ReferenceEquals(this, Default) ? below : new TextStyle
    {
        Families = Families ?? below.Families,
        Points = Points ?? below.Points,
        Ink = Ink ?? below.Ink,
        Marker = Marker ?? below.Marker,
        Thickness = Thickness ?? below.Thickness,
        Slanted = Slanted ?? below.Slanted,
        Underlined = Underlined ?? below.Underlined,
        Struck = Struck ?? below.Struck,
        LineFactor = LineFactor ?? below.LineFactor,
        Tracking = Tracking ?? below.Tracking,
    };
}
