using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ReadinessPortal.Readings.Json;

/// <summary>Opens one JSON document (RFC 8259) within bounds: size, depth, UTF-8 that is valid, and no object that has
/// a key twice with different values, of which every reader believes another one.</summary>
internal static class UntrustedJson
{
    /// <summary>Real reports nest up to about 30 deep.</summary>
    private const int MostNested = 256;

    private const int Chunk = 64 << 10;

    /// <summary>The document's bytes, or null where there are more than <paramref name="most"/>.</summary>
    public static ReadOnlyMemory<byte>? Bytes(Stream utf8, int most)
    {
        var bytes = new byte[Chunk];
        var length = 0;
        while (utf8.Read(bytes, length, bytes.Length - length) is > 0 and var read)
        {
            length += read;
            if (length > most)
            {
                return null;
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(bytes.Length * 2, most + 1));
            }
        }

        return bytes.AsMemory(0, length);
    }

    /// <exception cref="UnreadableEvidenceException">It is no JSON, or believed by nobody.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!Utf8.IsValid(bytes.Span))
        {
            throw new UnreadableEvidenceException(
                $"The file is not valid UTF-8 {At(bytes.Span)}. Write it in UTF-8 and attach it again.");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostNested });
        }
        catch (JsonException problem)
        {
            var line = ((problem.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            var column = ((problem.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            throw new UnreadableEvidenceException($"The file is not valid JSON at line {line}, column {column}: "
                + $"{Reason(problem)} Produce it again; a file that breaks off was cut short.", problem);
        }

        try
        {
            RefuseContradictions(new JsonPart(document.RootElement, "$"), []);
            return document;
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    /// <summary>The same of a document that stands inside a file.</summary>
    /// <param name="place">Where: "line 3", "$.payload".</param>
    /// <exception cref="UnreadableEvidenceException">It is no JSON, or believed by nobody; the message begins with the
    /// place.</exception>
    public static JsonDocument Within(string place, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Parse(bytes);
        }
        catch (UnreadableEvidenceException problem)
        {
            throw new UnreadableEvidenceException($"{place}: {problem.Message}", problem);
        }
    }

    // At most as deep as the document may be.
    private static void RefuseContradictions(JsonPart part, Dictionary<string, JsonElement> seen)
    {
        if (part.IsArray)
        {
            var at = 0;
            foreach (var item in part.Element.EnumerateArray())
            {
                if (item.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                {
                    RefuseContradictions(new JsonPart(item, $"{part.Path}[{at}]"), seen);
                }

                at++;
            }
        }
        else if (part.IsObject)
        {
            seen.Clear();
            foreach (var member in part.Element.EnumerateObject())
            {
                var name = member.Name(part.Path);
                if (!seen.TryAdd(name, member.Value) && !JsonTexts.Same(seen[name], member.Value, part.Path))
                {
                    throw part.Wrong($"has '{ReadingCollector.Clean(name, 80)}' twice, with different values");
                }
            }

            foreach (var member in part.Element.EnumerateObject())
            {
                if (member.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                {
                    var path = $"{part.Path}.{ReadingCollector.Clean(member.Name, 80)}";
                    RefuseContradictions(new JsonPart(member.Value, path), seen);
                }
            }
        }
    }

    // Without the position, which the framework repeats at the end of its message.
    private static string Reason(JsonException problem)
    {
        var end = problem.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return ReadingCollector.Clean(end < 0 ? problem.Message : problem.Message[..end]) ?? "";
    }

    private static string At(ReadOnlySpan<byte> bytes)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            valid += consumed;
        }

        var line = bytes[..valid].Count((byte)'\n') + 1;
        var column = valid - bytes[..valid].LastIndexOf((byte)'\n');
        return string.Create(CultureInfo.InvariantCulture, $"at line {line}, column {column}");
    }
}
