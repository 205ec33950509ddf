namespace ReadinessPortal.Domain.Charts;

/// <summary>
/// Colours of a chart as SVG writes them: hex for print, <c>var(--ink)</c> for a page. The drawings are the same in
/// both.
/// </summary>
public sealed record ChartPalette(
    string Ink, string Quiet, string Hair, string Wash, string Go, string Hold, string No, string Paper)
{
    public static ChartPalette Print { get; } =
        new("#1d2328", "#5d6770", "#d9d6cd", "#f3f1ec", "#1b7a46", "#96600a", "#a8201a", "#ffffff");

    /// <summary>Custom properties of the portal's style sheet, so that a chart follows light and dark.</summary>
    public static ChartPalette Screen { get; } = new(
        "var(--ink)", "var(--quiet)", "var(--hair)", "var(--wash)", "var(--go)", "var(--hold)",
        "var(--no)", "var(--card)");
}
