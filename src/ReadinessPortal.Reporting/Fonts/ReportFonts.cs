namespace ReadinessPortal.Reporting.Fonts;

/// <summary>The faces that the report is set in; they travel with the assembly.</summary>
public static class ReportFonts
{
    public const string Sans = "IBM Plex Sans";
    public const string Mono = "IBM Plex Mono";

    // Always in this order, so that a document never depends on who came first.
    private static readonly string[] _files =
    [
        "IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf", "IBMPlexSans-Italic.ttf",
        "IBMPlexMono-Regular.ttf", "DejaVuSans.ttf",
    ];

    private static readonly Lazy<bool> _registered = new(RegisterAll);

    /// <summary>Makes the faces known to the PDF engine; calling it again costs nothing.</summary>
    public static void Register() => _ = _registered.Value;

    private static bool RegisterAll()
    {
        foreach (var file in _files)
        {
            using var stream = typeof(ReportFonts).Assembly.GetManifestResourceStream($"Fonts.{file}")
                ?? throw new InvalidOperationException($"The font {file} is not in the assembly.");
            FontManager.RegisterFont(stream);
        }

        return true;
    }
}
