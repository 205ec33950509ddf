using System.Reflection;

namespace ReadinessPortal.Reporting.Look;

/// <summary>
/// The faces shipped with the report. Nothing else is ever used, so that every machine makes the same bytes.
/// </summary>
internal static class ReportFonts
{
    public const string Sans = "IBM Plex Sans";
    public const string Mono = "IBM Plex Mono";
    public const string Symbols = "DejaVu Sans";

    private static readonly Lazy<bool> _registered = new(RegisterAll);

    public static void Register() => _ = _registered.Value;

    private static bool RegisterAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var faces = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".ttf", StringComparison.Ordinal));
        foreach (var name in faces.Order(StringComparer.Ordinal))
        {
            using var face = assembly.GetManifestResourceStream(name)!;
            FontManager.RegisterFont(face);
        }

        return true;
    }
}
