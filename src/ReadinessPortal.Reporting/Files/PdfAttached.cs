using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace ReadinessPortal.Reporting.Files;

/// <summary>Reads files out of a report again.</summary>
public static partial class PdfAttached
{
    /// <summary>The attached file whose name ends so. Only for a report whose signature was checked: it was written
    /// here, and nothing in it is hostile.</summary>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="InvalidDataException">The file is no PDF with a classic cross-reference table.</exception>
    public static byte[]? Find(byte[] pdf, string ending)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        var source = PdfSource.Read(pdf);
        var name = Name().Matches(source.Object(source.Root)).FirstOrDefault(m =>
            m.Groups[1].Value.EndsWith(ending, StringComparison.Ordinal));
        if (name is null || EmbeddedFile().Match(source.Object(Number(name.Groups[2]))) is not { Success: true } file)
        {
            return null;
        }

        using var packed = new ZLibStream(
            new MemoryStream(source.Stream(Number(file.Groups[1]))), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\(((?:\\.|[^\\)])*)\) (\d+) 0 R")]
    private static partial Regex Name();

    [GeneratedRegex(@"/EF <</F (\d+) 0 R")]
    private static partial Regex EmbeddedFile();
}
