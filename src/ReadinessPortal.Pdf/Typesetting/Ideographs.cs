using System.Globalization;
using System.Text;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>Where a line may end between characters that stand without blanks, as in Chinese and Japanese.</summary>
internal static class Ideographs
{
    private const string NeverFirst =
        "、。，．：；？！）］｝〕〉》」』】〙〗〟’”»‐゠–〜～ー・ヽヾゝゞ々〻"
        + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,.:;?!)]}%‰°'\"…‥/-";

    private const string NeverLast = "（［｛〔〈《「『【〘〖〝‘“«([{'\"$€£¥#@";

    private static readonly CharacterRange[] _all =
    [
        new(0x2E80, 0x312F), new(0x3190, 0xA4CF), new(0xF900, 0xFAFF), new(0xFE30, 0xFE4F), new(0xFF01, 0xFF9F),
        new(0x1B000, 0x1B2FF), new(0x20000, 0x3FFFF),
    ];

    /// <summary>
    /// Whether a line may end before the character at <paramref name="at"/>. A number keeps what is counted.
    /// </summary>
    public static bool MayBreakBefore(string text, int at)
    {
        if (char.IsLowSurrogate(text[at]) || text[at - 1] < '\u2E80' && text[at] < '\u2E80')
        {
            return false;
        }

        Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var before, out _);
        Rune.DecodeFromUtf16(text.AsSpan(at), out var after, out _);
        return (Is(before) || Is(after)) && !Rune.IsDigit(before) && !IsMark(after)
            && !NeverFirst.Contains(after.ToString(), StringComparison.Ordinal)
            && !NeverLast.Contains(before.ToString(), StringComparison.Ordinal)
            && (uint)after.Value is not (>= 0x31F0 and <= 0x31FF);
    }

    private static bool Is(Rune rune) => Array.Exists(_all, range => range.Holds((uint)rune.Value));

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
