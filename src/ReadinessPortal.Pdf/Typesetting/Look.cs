using ReadinessPortal.Pdf.Helpers;
using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>A style with everything settled.</summary>
internal sealed class Look(TextStyle style, float scale = 1)
{
    private const float UsualSize = 12;
    private Face[] _faces = [];
    private int _version = -1;

    public float Size { get; } = (style.Points ?? UsualSize) * scale;

    public Color Color { get; } = style.Ink ?? Colors.Black;

    public Color Background { get; } = style.Marker ?? Colors.Transparent;

    public bool IsUnderlined { get; } = style.Underlined ?? false;

    public bool IsStruck { get; } = style.Struck ?? false;

    /// <summary>The distance of lines as a multiple of the size, or null for what the face asks for.</summary>
    public float? LineFactor { get; } = style.LineFactor;

    /// <summary>Extra room after every glyph, in em.</summary>
    public float Tracking { get; } = style.Tracking ?? 0;

    /// <summary>The faces to try, best first.</summary>
    public Face[] Faces
    {
        get
        {
            var version = FontLibrary.Version;
            if (_version != version)
            {
                var weight = (int)(style.Thickness ?? FontWeight.Normal);
                _faces = FontLibrary.For(style.Families ?? [], weight, style.Slanted ?? false);
                _version = version;
            }

            return _faces;
        }
    }

    public float LineHeight(Face face) => Size * (LineFactor ?? (face.Ascent + face.Descent + face.Gap));

    /// <summary>The same in another size.</summary>
    public Look Scaled(float by) => new(style, scale * by);
}
