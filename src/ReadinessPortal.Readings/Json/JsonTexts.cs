using System.Buffers.Text;
using System.Text.Json;

namespace ReadinessPortal.Readings.Json;

/// <summary>The only places where a text is taken out of a document. An escape may be half of a surrogate pair
/// (RFC 8259, 8.2), which is valid JSON and no Unicode: System.Text.Json parses it, and answers with an
/// <see cref="InvalidOperationException"/> when the text is asked for.</summary>
internal static class JsonTexts
{
    /// <param name="text">A text, and nothing else.</param>
    /// <exception cref="UnreadableEvidenceException">It is no Unicode.</exception>
    public static string Text(this JsonElement text, string path)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException problem) when (text.ValueKind == JsonValueKind.String)
        {
            throw NoUnicode($"The text at {path}", problem);
        }
    }

    /// <summary>The text, or null where it is no text or no Unicode: what a file must have to claim a format is
    /// neither.</summary>
    public static string? TextOrNull(this JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException) when (element.ValueKind == JsonValueKind.String)
        {
            return null;
        }
    }

    /// <summary>The bytes that a text stands for in base64, of the standard alphabet or of the one for addresses
    /// (RFC 4648, 4 and 5), or null where it stands for none.</summary>
    /// <param name="text">A text, and nothing else.</param>
    public static byte[]? Base64(this JsonElement text)
    {
        try
        {
            // Without a text in between, which would be three times as large.
            return text.TryGetBytesFromBase64(out var bytes) ? bytes
                : text.GetString() is { } other && Base64Url.IsValid(other) ? Base64Url.DecodeFromChars(other)
                : null;
        }
        catch (InvalidOperationException) when (text.ValueKind == JsonValueKind.String)
        {
            return null;
        }
    }

    /// <summary>The name of a member of the object at <paramref name="path"/>.</summary>
    /// <exception cref="UnreadableEvidenceException">It is no Unicode.</exception>
    public static string Name(this JsonProperty member, string path)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException problem) when (member.Value.ValueKind != JsonValueKind.Undefined)
        {
            throw NoUnicode($"A name in {path}", problem);
        }
    }

    /// <summary>Whether both say the same, however they are written.</summary>
    /// <exception cref="UnreadableEvidenceException">A text in them is no Unicode, so that nobody can tell.</exception>
    public static bool Same(JsonElement one, JsonElement other, string path)
    {
        try
        {
            return JsonElement.DeepEquals(one, other);
        }
        catch (InvalidOperationException problem) when (one.ValueKind == other.ValueKind)
        {
            throw NoUnicode($"A text at {path}", problem);
        }
    }

    private static UnreadableEvidenceException NoUnicode(string what, InvalidOperationException problem) =>
        new($"{what} is no Unicode (half of a surrogate pair). Produce the file again with the tool that wrote it.",
            problem);
}
