using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Fluent;

public static class TextStyleExtensions
{
    public static TextStyle FontColor(this TextStyle style, Color color) => style with { Ink = color };

    public static TextStyle BackgroundColor(this TextStyle style, Color color) => style with { Marker = color };

    /// <summary>The families to use, best first.</summary>
    public static TextStyle FontFamily(this TextStyle style, params string[] values) =>
        style with { Families = values };

    public static TextStyle FontSize(this TextStyle style, float value) => style with { Points = value };

    /// <summary>The distance of lines as a multiple of the font size; null for what the face asks for.</summary>
    public static TextStyle LineHeight(this TextStyle style, float? factor) => style with { LineFactor = factor };

    /// <summary>Extra room between characters as a share of the font size.</summary>
    public static TextStyle LetterSpacing(this TextStyle style, float factor = 0) => style with { Tracking = factor };

    public static TextStyle Italic(this TextStyle style, bool value = true) => style with { Slanted = value };

    public static TextStyle Strikethrough(this TextStyle style, bool value = true) => style with { Struck = value };

    public static TextStyle Underline(this TextStyle style, bool value = true) => style with { Underlined = value };

    public static TextStyle Weight(this TextStyle style, FontWeight weight) => style with { Thickness = weight };

    public static TextStyle Light(this TextStyle style) => style.Weight(FontWeight.Light);

    public static TextStyle NormalWeight(this TextStyle style) => style.Weight(FontWeight.Normal);

    public static TextStyle Medium(this TextStyle style) => style.Weight(FontWeight.Medium);

    public static TextStyle SemiBold(this TextStyle style) => style.Weight(FontWeight.SemiBold);

    public static TextStyle Bold(this TextStyle style) => style.Weight(FontWeight.Bold);
}

public static class TextSpanDescriptorExtensions
{
    public static T Style<T>(this T descriptor, TextStyle style)
        where T : TextSpanDescriptor => descriptor.Restyled(own => style.Over(own));

    public static T FontColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.FontColor(color));

    public static T BackgroundColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.BackgroundColor(color));

    public static T FontFamily<T>(this T descriptor, params string[] values)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.FontFamily(values));

    public static T FontSize<T>(this T descriptor, float value)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.FontSize(value));

    public static T LineHeight<T>(this T descriptor, float? factor)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.LineHeight(factor));

    public static T LetterSpacing<T>(this T descriptor, float factor = 0)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.LetterSpacing(factor));

    public static T Italic<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.Italic(value));

    public static T Strikethrough<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.Strikethrough(value));

    public static T Underline<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.Underline(value));

    public static T Light<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.Light());

    public static T NormalWeight<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.NormalWeight());

    public static T Medium<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.Medium());

    public static T SemiBold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.SemiBold());

    public static T Bold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Restyled(style => style.Bold());

    private static T Restyled<T>(this T descriptor, Func<TextStyle, TextStyle> change)
        where T : TextSpanDescriptor
    {
        descriptor.Change(change);
        return descriptor;
    }
}
