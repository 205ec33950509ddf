using System.IO.Compression;
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

        foreach (var (name, characters) in Scripts(assembly))
        {
            Register(name, characters, () => new BrotliStream(
                assembly.GetManifestResourceStream($"Fonts.Scripts.{name}.ttf.br")!, CompressionMode.Decompress));
        }

        return true;
    }

    private static IEnumerable<(string Name, string Characters)> Scripts(Assembly assembly)
    {
        using var list = new StreamReader(assembly.GetManifestResourceStream("Fonts.Scripts.scripts.txt")!);
        while (list.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                var name = line.IndexOf(' ', StringComparison.Ordinal);
                yield return (line[..name], line[(name + 1)..]);
            }
        }
    }

#if QUESTPDF
    // QuestPDF asks every registered face and reads them all at once.
    private static void Register(string name, string characters, Func<Stream> open)
    {
        using var face = open();
        FontManager.RegisterFont(face);
    }
#else
    private static void Register(string name, string characters, Func<Stream> open) =>
        FontManager.RegisterFallback(name, characters, open);
#endif
}
