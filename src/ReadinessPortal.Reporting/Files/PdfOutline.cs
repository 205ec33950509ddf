using System.Globalization;
using System.Text;

namespace ReadinessPortal.Reporting.Files;

/// <summary>Writes the bookmarks as a tree of linked objects.</summary>
internal sealed class PdfOutline(PdfUpdate update, Dictionary<string, string> destinations)
{
    /// <summary>Answers the number of the tree's root, or null when there is nothing to show.</summary>
    public int? Write(IReadOnlyList<PdfBookmark> bookmarks)
    {
        var known = Known(bookmarks);
        if (known.Count == 0)
        {
            return null;
        }

        var root = update.Next();
        var (first, last) = WriteLevel(known, root);
        update.Set(root, $"<</Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {known.Count}>>");
        return root;
    }

    private (int First, int Last) WriteLevel(List<PdfBookmark> level, int parent)
    {
        var numbers = level.ConvertAll(_ => update.Next());
        for (var index = 0; index < level.Count; index++)
        {
            var body = new StringBuilder($"<</Title {PdfText.String(level[index].Title)}");
            body.Append(CultureInfo.InvariantCulture,
                $" /Parent {parent} 0 R /Dest /{destinations[level[index].Section]}");
            if (index > 0)
            {
                body.Append(CultureInfo.InvariantCulture, $" /Prev {numbers[index - 1]} 0 R");
            }

            if (index < level.Count - 1)
            {
                body.Append(CultureInfo.InvariantCulture, $" /Next {numbers[index + 1]} 0 R");
            }

            // A negative count keeps the entry closed, so that the outline opens with the chapters only.
            if (Known(level[index].Inside) is { Count: > 0 } inside)
            {
                var (first, last) = WriteLevel(inside, numbers[index]);
                body.Append(CultureInfo.InvariantCulture,
                    $" /First {first} 0 R /Last {last} 0 R /Count {-inside.Count}");
            }

            update.Set(numbers[index], body.Append(">>").ToString());
        }

        return (numbers[0], numbers[^1]);
    }

    private List<PdfBookmark> Known(IReadOnlyList<PdfBookmark> bookmarks) =>
        [.. bookmarks.Where(bookmark => destinations.ContainsKey(bookmark.Section))];
}

/// <summary>How text is written in a PDF.</summary>
internal static class PdfText
{
    /// <summary>Any text, as UTF-16 in hexadecimal.</summary>
    public static string String(string text) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>An instant, in UTC to the second.</summary>
    public static string Date(DateTimeOffset at) =>
        $"(D:{at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)";

    /// <summary>Plain text in brackets.</summary>
    public static string Literal(string text) => $"({text.Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal)})";

    /// <summary>Reads a name, in which special bytes are written as a number sign and two digits.</summary>
    public static string NameValue(string written)
    {
        var bytes = new List<byte>(written.Length);
        for (var index = 0; index < written.Length; index++)
        {
            if (written[index] == '#' && index + 2 <= written.Length - 1)
            {
                bytes.Add(byte.Parse(written.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture));
                index += 2;
                continue;
            }

            bytes.Add((byte)written[index]);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
