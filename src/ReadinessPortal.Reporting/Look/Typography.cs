namespace ReadinessPortal.Reporting.Look;

/// <summary>Colours and text styles of the report, in one place. Sizes are points.</summary>
internal static class Ink
{
    public const string Black = "#1d2328";
    public const string Quiet = "#5d6770";
    public const string Hair = "#d9d6cd";
    public const string Wash = "#f3f1ec";
    public const string Link = "#0f4c5c";
    public const string Go = "#1b7a46";
    public const string Hold = "#96600a";
    public const string No = "#a8201a";
    public const string None = "#6b7480";
}

internal static class Typography
{
    public static TextStyle Body { get; } =
        TextStyle.Default.FontFamily(ReportFonts.Sans, ReportFonts.Symbols).FontSize(9.2f).LineHeight(1.36f)
            .FontColor(Ink.Black);

    public static TextStyle Title { get; } = Body.FontSize(17).Bold().LineHeight(1.2f);

    public static TextStyle Heading { get; } = Body.FontSize(14.5f).Bold().LineHeight(1.2f);

    public static TextStyle Subheading { get; } = Body.FontSize(10.6f).Bold().LineHeight(1.25f);

    public static TextStyle Label { get; } =
        Body.FontSize(7.6f).Bold().FontColor(Ink.Quiet).LetterSpacing(0.05f);

    public const float SmallSize = 8.2f;

    public static TextStyle Small { get; } = Body.FontSize(SmallSize);

    public static TextStyle Quiet { get; } = Small.FontColor(Ink.Quiet);

    public static TextStyle Running { get; } = Body.FontSize(7.4f).FontColor(Ink.Quiet);

    public static TextStyle Mono { get; } =
        Body.FontFamily(ReportFonts.Mono, ReportFonts.Symbols).FontSize(7.2f).LineHeight(1.4f);

    public static TextStyle Figure { get; } = Body.FontSize(17).Bold().LineHeight(1.15f);
}
