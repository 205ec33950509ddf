namespace QuestPDF.Fluent;

public static class TextStyleExtensions
{
    public static TextStyle FontColor(this TextStyle style, Color color) => throw null!;

    public static TextStyle BackgroundColor(this TextStyle style, Color color) => throw null!;

    public static TextStyle FontFamily(this TextStyle style, params string[] values) => throw null!;

    public static TextStyle FontSize(this TextStyle style, float value) => throw null!;

    public static TextStyle LineHeight(this TextStyle style, float? factor) => throw null!;

    public static TextStyle LetterSpacing(this TextStyle style, float factor = 0) => throw null!;

    public static TextStyle Italic(this TextStyle style, bool value = true) => throw null!;

    public static TextStyle Strikethrough(this TextStyle style, bool value = true) => throw null!;

    public static TextStyle Underline(this TextStyle style, bool value = true) => throw null!;

    public static TextStyle Weight(this TextStyle style, FontWeight weight) => throw null!;

    public static TextStyle Light(this TextStyle style) => throw null!;

    public static TextStyle NormalWeight(this TextStyle style) => throw null!;

    public static TextStyle Medium(this TextStyle style) => throw null!;

    public static TextStyle SemiBold(this TextStyle style) => throw null!;

    public static TextStyle Bold(this TextStyle style) => throw null!;
}

public static class TextSpanDescriptorExtensions
{
    public static T Style<T>(this T descriptor, TextStyle style)
        where T : TextSpanDescriptor => throw null!;

    public static T FontColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => throw null!;

    public static T BackgroundColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => throw null!;

    public static T FontFamily<T>(this T descriptor, params string[] values)
        where T : TextSpanDescriptor => throw null!;

    public static T FontSize<T>(this T descriptor, float value)
        where T : TextSpanDescriptor => throw null!;

    public static T LineHeight<T>(this T descriptor, float? factor)
        where T : TextSpanDescriptor => throw null!;

    public static T LetterSpacing<T>(this T descriptor, float factor = 0)
        where T : TextSpanDescriptor => throw null!;

    public static T Italic<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => throw null!;

    public static T Strikethrough<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => throw null!;

    public static T Underline<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => throw null!;

    public static T Light<T>(this T descriptor)
        where T : TextSpanDescriptor => throw null!;

    public static T NormalWeight<T>(this T descriptor)
        where T : TextSpanDescriptor => throw null!;

    public static T Medium<T>(this T descriptor)
        where T : TextSpanDescriptor => throw null!;

    public static T SemiBold<T>(this T descriptor)
        where T : TextSpanDescriptor => throw null!;

    public static T Bold<T>(this T descriptor)
        where T : TextSpanDescriptor => throw null!;
}
