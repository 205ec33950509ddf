using MudBlazor;

namespace ReadinessPortal.Web.Shell;

/// <summary>
/// MudBlazor's theme in the portal's own colours and type. Dark is not switched here: mud.css maps the palette to the
/// same tokens as the rest of the page, so that light and dark follow without a circuit.
/// </summary>
public static class PortalTheme
{
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0f4c5c",
            Secondary = "#5a646d",
            Background = "#f7f6f3",
            Surface = "#ffffff",
            TextPrimary = "#1d2328",
            TextSecondary = "#5a646d",
            LinesDefault = "#dfddd6",
            LinesInputs = "#8b908f",
            Success = "#1b7a46",
            Warning = "#8a5706",
            Error = "#a8201a",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = ["IBM Plex Sans", "system-ui", "sans-serif"],
                FontSize = "15px",
                LetterSpacing = "normal",
            },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };
}
