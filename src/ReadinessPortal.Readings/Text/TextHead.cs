using System.Collections.Immutable;
using System.Text;

namespace ReadinessPortal.Readings.Text;

/// <summary>The first lines of a text.</summary>
/// <param name="Start">Its first characters, without a byte order mark and the space before the first of them.</param>
/// <param name="Lines">The lines of <paramref name="Start"/>; the last may be cut.</param>
public sealed record TextHead(string Start, ImmutableArray<string> Lines)
{
    private const int MostLines = 200;

    public static TextHead Of(ReadOnlySpan<byte> head, Encoding encoding)
    {
        // Lenient: the head may end in the middle of a character. The whole is read strictly.
        var lenient = Encoding.GetEncoding(
            encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        var start = lenient.GetString(head).TrimStart('\uFEFF').TrimStart();
        return new(start, [.. start.Split('\n').Take(MostLines).Select(l => l.TrimEnd('\r'))]);
    }

    /// <summary>The first line that is not blank, or an empty text.</summary>
    public string First => Lines is [var first, ..] ? first : "";
}
