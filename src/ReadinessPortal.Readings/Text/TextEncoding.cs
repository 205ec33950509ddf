using System.Text;

namespace ReadinessPortal.Readings.Text;

/// <summary>How the characters of a text are written, told from its first bytes.</summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding _utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding _littleEndian = new(false, true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding _bigEndian = new(true, true, throwOnInvalidBytes: true);

    /// <summary>By its byte order mark, or by the zeros that UTF-16 has where text begins in ASCII; else UTF-8. Null
    /// where bytes that no text has say that this is none.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] => _littleEndian,
        [0xFE, 0xFF, ..] => _bigEndian,
        [not 0, 0, not 0, 0, ..] => _littleEndian,
        [0, not 0, 0, not 0, ..] => _bigEndian,
        _ when head.Contains((byte)0) => null,
        _ => _utf8,
    };
}
