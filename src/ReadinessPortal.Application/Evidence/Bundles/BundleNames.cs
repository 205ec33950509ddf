using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReadinessPortal.Application.Evidence.Bundles;

/// <summary>
/// Names that every system can unpack, made of whatever came. What a file is really called is data and stands in the
/// manifest: here it loses folders, drives, devices, and what cannot be seen or turns the reading direction.
/// </summary>
internal sealed partial class BundleNames
{
    /// <summary>What each folder is read by; no file of evidence gets its name.</summary>
    public const string Index = "index.html";

    /// <summary>Longest name, in bytes of UTF-8: with its folders a path stays below what Windows unpacks.</summary>
    public const int Longest = 80;

    private const string Otherwise = "file";
    private const string ForbiddenOnWindows = "/\\:*?\"<>|";

    private readonly Dictionary<string, HashSet<string>> _taken = new(StringComparer.Ordinal);

    /// <summary>A path in a folder that nothing else there has, whichever way a system compares names.</summary>
    /// <param name="folder">Ends with a slash; empty for the archive itself.</param>
    /// <param name="name">As it came.</param>
    public string In(string folder, string name)
    {
        if (!_taken.TryGetValue(folder, out var taken))
        {
            _taken[folder] = taken = new(StringComparer.OrdinalIgnoreCase) { Index };
        }

        var harmless = Harmless(name);
        var unique = harmless;
        for (var n = 2; !taken.Add(unique); n++)
        {
            unique = Numbered(harmless, n);
        }

        return folder + unique;
    }

    /// <summary>The name alone, not yet held against others.</summary>
    internal static string Harmless(string name)
    {
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            _ = IsKept(rune) ? kept.Append(rune) : kept.Append('_');
        }

        // Windows drops dots and blanks at the end, other systems hide what begins with a dot, shells read a dash.
        var plain = kept.ToString().Trim(' ', '.');
        plain = plain is "" ? Otherwise : Special().IsMatch(plain) ? $"_{plain}" : plain;
        return Shortened(plain, Longest);
    }

    private static string Numbered(string name, int number)
    {
        var extension = Extension().Match(name).Value;
        var end = $" ({number.ToString(CultureInfo.InvariantCulture)}){extension}";
        return Cut(name[..^extension.Length], Longest - Encoding.UTF8.GetByteCount(end)) + end;
    }

    private static string Shortened(string name, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(name) <= bytes)
        {
            return name;
        }

        var extension = Extension().Match(name).Value;
        return Cut(name[..^extension.Length], bytes - extension.Length) + extension;
    }

    private static string Cut(string text, int bytes)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes -= rune.Utf8SequenceLength) < 0)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString().TrimEnd(' ', '.');
    }

    // Besides ASCII, letters of scripts that are written from left to right, each in its one form: file systems that
    // put letter and accent together, or take them apart, then have nothing to do, and no two names become one.
    private static bool IsKept(Rune rune) => rune.IsAscii
        ? rune.Value is >= ' ' and < '\u007F'
            && !ForbiddenOnWindows.Contains((char)rune.Value, StringComparison.Ordinal)
        : Rune.IsLetter(rune) && rune.Value is (>= 0xC0 and <= 0x24F) // Latin
            or (>= 0x391 and <= 0x3C9) or (>= 0x400 and <= 0x4FF) // Greek, Cyrillic
            or (>= 0x3041 and <= 0x30FF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3); // East Asian

    /// <summary>Devices of Windows, whatever stands after the first dot, files that a file manager obeys, and what a
    /// shell would take for an option or a home.</summary>
    [GeneratedRegex(@"^((con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d) *(\.|\z)|desktop\.ini\z|autorun\.inf\z"
        + @"|thumbs\.db\z|[-~])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    [GeneratedRegex(@"\.[A-Za-z0-9]{1,8}\z")]
    private static partial Regex Extension();
}
