using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReadinessPortal.Reporting.Files;

/// <summary>
/// Completes a finished PDF by an incremental update: the bytes of the engine stay as they are, and what is new
/// follows them. Reads files with a classic cross-reference table, which is what Skia writes.
/// </summary>
public static class PdfAppend
{
    /// <summary>Appends outline, language, dates and identity.</summary>
    /// <exception cref="InvalidDataException">The file is no PDF with a classic cross-reference table.</exception>
    public static byte[] Finish(byte[] pdf, PdfFinish finish)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        ArgumentNullException.ThrowIfNull(finish);
        var source = PdfSource.Read(pdf);
        var update = new PdfUpdate(source.Size);
        var catalog = source.Object(source.Root);
        var outline = new PdfOutline(update, source.Destinations(catalog)).Write(finish.Bookmarks);
        var entries = Catalog(finish.Language, outline);
        if (new PdfAttachments(update, finish.At).Write(finish.Attachments) is { } names)
        {
            entries["Names"] = names;
        }

        update.Set(source.Root, Extended(catalog, entries));
        var info = source.Info ?? update.Next();
        update.Set(info, Extended(source.Info is { } old ? source.Object(old) : "<<>>", Dates(finish.At)));
        return update.AppendTo(pdf, source, info, Identity(finish.ContentHash));
    }

    private static Dictionary<string, string> Catalog(string language, int? outline)
    {
        var entries = new Dictionary<string, string>
        {
            ["Lang"] = PdfText.Literal(language),
            ["ViewerPreferences"] = "<</DisplayDocTitle true>>",
        };
        if (outline is { } root)
        {
            entries["Outlines"] = $"{root} 0 R";
            entries["PageMode"] = "/UseOutlines";
        }

        return entries;
    }

    private static Dictionary<string, string> Dates(DateTimeOffset at)
    {
        var date = PdfText.Date(at);
        return new() { ["CreationDate"] = date, ["ModDate"] = date };
    }

    // Both halves are the same: the file has never been anything else.
    private static string Identity(string contentHash)
    {
        var half = Convert.ToHexString(Convert.FromHexString(contentHash).AsSpan(0, 16));
        return $"[<{half}> <{half}>]";
    }

    internal static string Extended(string dictionary, Dictionary<string, string> entries)
    {
        var end = dictionary.LastIndexOf(">>", StringComparison.Ordinal);
        var text = new StringBuilder(entries.Keys.Aggregate(dictionary[..end], Without));
        foreach (var (key, value) in entries)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n/{key} {value}");
        }

        return text.Append(">>").ToString();
    }

    private static string Without(string dictionary, string key) => Regex.Replace(
        dictionary, $@"/{key}\s*(\((\\.|[^\\)])*\)|<<[^>]*>>|/\w+|\d+ \d+ R)", string.Empty,
            RegexOptions.CultureInvariant);
}
