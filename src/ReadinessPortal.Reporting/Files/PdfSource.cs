using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReadinessPortal.Reporting.Files;

/// <summary>What has to be known of a file to append to it.</summary>
internal sealed partial class PdfSource
{
    private const string NoTable = "The PDF has no classic cross-reference table.";
    private readonly string _text;
    private readonly Dictionary<int, int> _offsets;

    private PdfSource(string text, int start, Dictionary<int, int> offsets, string trailer)
    {
        (_text, TableStart, _offsets) = (text, start, offsets);
        Root = Number(Reference(trailer, "Root") ?? throw new InvalidDataException("The PDF has no catalog."));
        Info = Reference(trailer, "Info") is { } info ? Number(info) : null;
        Identity = IdentityEntry().Match(trailer) is { Success: true } identity ? identity.Groups[1].Value : null;
        Size = Number(SizeEntry().Match(trailer).Groups[1].Value);
    }

    /// <summary>Where the cross-reference table begins.</summary>
    public int TableStart { get; }

    /// <summary>The number of the catalog.</summary>
    public int Root { get; }

    /// <summary>The number of the information dictionary, if there is one.</summary>
    public int? Info { get; }

    /// <summary>Both halves of what identifies the file, as written; null where it has none.</summary>
    public string? Identity { get; }

    /// <summary>One more than the highest object number.</summary>
    public int Size { get; }

    public static PdfSource Read(byte[] pdf)
    {
        // Latin-1 maps every byte to one character, so that offsets in the text are offsets in the file.
        var text = Encoding.Latin1.GetString(pdf);
        var start = StartXref().Match(text, Math.Max(0, text.LastIndexOf("startxref", StringComparison.Ordinal)));
        var table = start.Success ? Number(start.Groups[1].Value) : -1;
        if (table < 0 || string.CompareOrdinal(text, table, "xref", 0, 4) != 0)
        {
            throw new InvalidDataException(NoTable);
        }

        var offsets = new Dictionary<int, int>();
        for (int? at = table; at is { } here; at = Previous(text, here))
        {
            AddOffsets(offsets, text[(here + 4)..Trailer(text, here)]);
        }

        return new PdfSource(text, table, offsets, text[Trailer(text, table)..]);
    }

    /// <summary>The text between "obj" and "endobj".</summary>
    public string Object(int number)
    {
        var start = _text.IndexOf("obj", _offsets[number], StringComparison.Ordinal) + 3;
        return _text[start.._text.IndexOf("endobj", start, StringComparison.Ordinal)].Trim();
    }

    /// <summary>The bytes of a stream, as they are packed.</summary>
    public byte[] Stream(int number)
    {
        var dictionary = _text.IndexOf("obj", _offsets[number], StringComparison.Ordinal) + 3;
        var start = _text.IndexOf("stream\n", dictionary, StringComparison.Ordinal) + "stream\n".Length;
        var length = LengthEntry().Match(_text, dictionary, start - dictionary);
        return Encoding.Latin1.GetBytes(_text.Substring(start, Number(length.Groups[1].Value)));
    }

    /// <summary>The number of the first page.</summary>
    public int FirstPage()
    {
        var pages = Reference(Object(Root), "Pages") ?? throw new InvalidDataException("The PDF has no pages.");
        var number = Number(pages);
        while (FirstKid().Match(Object(number)) is { Success: true } kid)
        {
            number = Number(kid.Groups[1].Value);
        }

        return number;
    }

    /// <summary>The named destinations: what a section is called to the name that is written in the file.</summary>
    public Dictionary<string, string> Destinations(string catalog)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Reference(catalog, "Dests") is not { } dests)
        {
            return found;
        }

        foreach (Match name in DestinationName().Matches(Object(Number(dests))))
        {
            var written = name.Groups[1].Value;
            var section = PdfText.NameValue(written);

            // QuestPDF puts its own prefix before the name of a section.
            found.TryAdd(section, written);
            var prefix = section.LastIndexOf(" | ", StringComparison.Ordinal) is > 0 and var at ? at + 3 : 0;
            found.TryAdd(section[prefix..], written);
        }

        return found;
    }

    private static int Trailer(string text, int table) => text.IndexOf("trailer", table, StringComparison.Ordinal);

    // What an earlier update says holds unless a later one says otherwise.
    private static int? Previous(string text, int table)
    {
        var trailer = Trailer(text, table);
        var end = text.IndexOf("startxref", trailer, StringComparison.Ordinal);
        return PreviousTable().Match(text[trailer..end]) is { Success: true } match ? Number(match.Groups[1].Value)
            : null;
    }

    private static void AddOffsets(Dictionary<int, int> offsets, string table)
    {
        var number = 0;
        foreach (Match line in TableLine().Matches(table))
        {
            if (!line.Groups[3].Success)
            {
                number = Number(line.Groups[1].Value);
                continue;
            }

            if (line.Groups[3].Value == "n")
            {
                offsets.TryAdd(number, Number(line.Groups[1].Value));
            }

            number++;
        }
    }

    private static string? Reference(string dictionary, string key) =>
        Regex.Match(dictionary, $@"/{key}\s+(\d+)\s+0\s+R", RegexOptions.CultureInvariant) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"/Length\s+(\d+)")]
    private static partial Regex LengthEntry();

    [GeneratedRegex(@"/Prev\s+(\d+)")]
    private static partial Regex PreviousTable();

    [GeneratedRegex(@"/ID\s*(\[[^\]]*\])")]
    private static partial Regex IdentityEntry();

    [GeneratedRegex(@"/Kids\s*\[\s*(\d+)\s+0\s+R")]
    private static partial Regex FirstKid();

    [GeneratedRegex(@"/Size\s+(\d+)")]
    private static partial Regex SizeEntry();

    [GeneratedRegex(@"(\d+) (\d+)(?: ([nf]))?")]
    private static partial Regex TableLine();

    [GeneratedRegex(@"/([^\s/\[\]<>()]+)\s*\[")]
    private static partial Regex DestinationName();
}
