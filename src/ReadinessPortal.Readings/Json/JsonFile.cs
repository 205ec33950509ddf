using System.Globalization;
using ReadinessPortal.Readings.Attestations;

namespace ReadinessPortal.Readings.Json;

/// <summary>A file of one JSON document, or of signed ones, one in each line, as <c>gh attestation download</c> and
/// <c>cosign download attestation</c> write them.</summary>
internal sealed class JsonFile(ReadOnlyMemory<byte> bytes)
{
    private const int MostLines = 1000;

    /// <summary>The format that claims it; null before it is read, and for plain evidence.</summary>
    public IFormat? Format { get; private set; }

    /// <exception cref="UnreadableEvidenceException">It is no JSON, believed by nobody, or not as its format is.
    /// </exception>
    public void Read(TrustedSigners trusted, ReadingCollector into)
    {
        var signed = new SignedDocuments(trusted);
        if (SignedLines() is { } format)
        {
            Format = format;
            ReadLines(format, signed, into);
            return;
        }

        using var document = UntrustedJson.Parse(bytes);
        var root = new JsonPart(document.RootElement, "$");
        if (Formats.Json.FirstOrDefault(f => f.Claims(root.Element)) is { } plain)
        {
            Format = plain;
            plain.Read(root, into);
        }
        else if (Formats.Signed.FirstOrDefault(f => f.Claims(root.Element)) is { } one)
        {
            Format = one;
            signed.Add(one, root);
            signed.AddTo(into);
        }
    }

    // What is written over several lines has no whole object in its first.
    private ISignedFormat? SignedLines()
    {
        if (Lines().Take(2).ToList() is not [var first, var second]
            || first.Json.Span is not [(byte)'{', .., (byte)'}'] || second.Json.Span is not [(byte)'{', ..])
        {
            return null;
        }

        using var document = UntrustedJson.Parse(first.Json);
        return Formats.Signed.FirstOrDefault(f => f.Claims(document.RootElement));
    }

    private void ReadLines(ISignedFormat format, SignedDocuments signed, ReadingCollector into)
    {
        foreach (var (number, json) in Lines())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {number}");
            if (signed.Count == MostLines)
            {
                throw new UnreadableEvidenceException(
                    $"The file has more than {MostLines} documents, one in each line. Attach those of this release.");
            }

            using var document = UntrustedJson.Within(place, json);
            var root = new JsonPart(document.RootElement, $"{place}: $");
            signed.Add(format.Claims(root.Element) ? format : throw root.Wrong($"is no {format.Name}, as line 1 is"),
                root);
        }

        signed.AddTo(into);
    }

    private IEnumerable<(int Number, ReadOnlyMemory<byte> Json)> Lines()
    {
        var (rest, number) = (bytes, 0);
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            number++;
            if (Trimmed(line) is { IsEmpty: false } json)
            {
                yield return (number, json);
            }
        }
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> line) => line.Trim(" \t\r"u8);
}
