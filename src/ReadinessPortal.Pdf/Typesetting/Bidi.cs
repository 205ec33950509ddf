using System.Text;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>
/// Reading directions of a paragraph: base direction from its first strong character, numbers left to right
/// inside right-to-left text, neutral characters with their surroundings. Explicit embeddings are not read.
/// </summary>
internal static class Bidi
{
    private const char LastBeforeHebrew = '\u058F';

    private enum Kind : byte
    {
        Neutral,
        Left,
        Right,
        Number,
    }

    /// <summary>
    /// The embedding level of every character (even: left to right), or null when all are left to right.
    /// </summary>
    public static byte[]? Levels(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', LastBeforeHebrew) < 0)
        {
            return null;
        }

        var kinds = new Kind[text.Length];
        var any = false;
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = KindOf(rune);
            any |= kind == Kind.Right;
            for (var unit = 0; unit < rune.Utf16SequenceLength; unit++)
            {
                kinds[index++] = kind;
            }
        }

        return any ? Resolve(kinds) : null;
    }

    /// <summary>Brings the parts of a line from reading order into the order on paper.</summary>
    public static void Reorder<T>(Span<T> parts, Func<T, byte> levelOf)
    {
        byte highest = 0;
        foreach (var part in parts)
        {
            highest = Math.Max(highest, levelOf(part));
        }

        for (var level = highest; level > 0; level--)
        {
            for (var start = 0; start < parts.Length; start++)
            {
                var end = start;
                while (end < parts.Length && levelOf(parts[end]) >= level)
                {
                    end++;
                }

                parts[start..end].Reverse();
                start = end;
            }
        }
    }

    private static byte[] Resolve(Kind[] kinds)
    {
        var isRightBase = kinds.FirstOrDefault(kind => kind is Kind.Left or Kind.Right) == Kind.Right;
        var around = isRightBase ? Kind.Right : Kind.Left;
        var levels = new byte[kinds.Length];
        var before = around;
        for (var start = 0; start < kinds.Length;)
        {
            var end = start;
            while (end < kinds.Length && kinds[end] == kinds[start])
            {
                end++;
            }

            var kind = kinds[start];
            if (kind == Kind.Neutral)
            {
                var after = end < kinds.Length ? StrongOf(kinds[end], before) : around;
                kind = before == after ? before : around;
            }
            else if (kind != Kind.Number)
            {
                before = kind;
            }

            Array.Fill(levels, LevelOf(kind, before, isRightBase), start, end - start);
            start = end;
        }

        return levels;
    }

    // A number beside right-to-left text belongs to that text.
    private static Kind StrongOf(Kind kind, Kind before) => kind == Kind.Number ? before : kind;

    private static byte LevelOf(Kind kind, Kind before, bool isRightBase) => kind switch
    {
        Kind.Right => 1,
        Kind.Number => (byte)(isRightBase || before == Kind.Right ? 2 : 0),
        _ => (byte)(isRightBase ? 2 : 0),
    };

    private static Kind KindOf(Rune rune) => rune.Value switch
    {
        >= 0x0660 and <= 0x0669 or >= 0x06F0 and <= 0x06F9 => Kind.Number,
        >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFE => Kind.Right,
        >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF => Kind.Right,
        _ when Rune.IsDigit(rune) => Kind.Number,
        _ when Rune.IsLetter(rune) => Kind.Left,
        _ => Kind.Neutral,
    };
}
