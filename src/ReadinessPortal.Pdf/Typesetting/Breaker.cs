using System.Globalization;
using System.Text;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>Cuts the text of a paragraph into atoms: at blanks, where a line may break, and where the face changes.</summary>
internal static class Breaker
{
    private const char ZeroWidthSpace = '\u200B';
    private const string Replacement = "\uFFFD";

    public static List<Atom> Atoms(IReadOnlyList<Inline> paragraph, Func<Inline, Look> lookOf, byte[]? levels)
    {
        var atoms = new List<Atom>();
        var offset = 0;
        foreach (var inline in paragraph)
        {
            var look = lookOf(inline);
            if (inline.Number is { } number)
            {
                atoms.Add(Shaped(inline, look, 0, 0, 0, number.Format(null), look.Faces[0]));
                continue;
            }

            var text = inline.Text;
            for (var start = 0; start < text.Length;)
            {
                var end = ChunkEnd(text, start);
                AddChunk(atoms, inline, look, start, end, levels is null ? [] : levels.AsSpan(offset, text.Length));
                start = end;
            }

            offset += text.Length;
        }

        return atoms;
    }

    /// <summary>Cuts a word that is longer than a line between what a reader sees as characters.</summary>
    public static IEnumerable<Atom> Exploded(Atom atom)
    {
        if (atom.Length == 0)
        {
            yield return atom with { MayBreakAfter = true };
        }

        for (var start = atom.Start; start < atom.Start + atom.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(atom.Inline.Text.AsSpan(start));
            yield return Shaped(
                atom.Inline, atom.Look, start, length, atom.Level, atom.Inline.Text.AsSpan(start, length), atom.Face) with
            {
                MayBreakAfter = true,
            };
            start += length;
        }
    }

    public static Atom Shaped(
        Inline inline, Look look, int start, int length, byte level, ReadOnlySpan<char> text, Face face) =>
        new(inline, look, face, face.Shape(text, (level & 1) != 0), start, length) { Level = level };

    private static void AddChunk(
        List<Atom> atoms, Inline inline, Look look, int start, int end, ReadOnlySpan<byte> levels)
    {
        var text = inline.Text;
        var isBlank = IsBlank(text[start]);
        var visibleEnd = text[end - 1] == ZeroWidthSpace ? end - 1 : end;
        var first = atoms.Count;
        for (var from = start; from < visibleEnd;)
        {
            var to = levels.IsEmpty ? visibleEnd : LevelEnd(levels, from, visibleEnd);
            AddRun(atoms, inline, look, from, to, levels.IsEmpty ? (byte)0 : levels[from]);
            from = to;
        }

        if (atoms.Count > first)
        {
            for (var index = first; index < atoms.Count; index++)
            {
                atoms[index] = atoms[index] with { IsBlank = isBlank };
            }

            var mayBreak = isBlank || visibleEnd < end || end < text.Length && !IsBlank(text[end]);
            atoms[^1] = atoms[^1] with { MayBreakAfter = mayBreak };
        }
    }

    private static void AddRun(List<Atom> atoms, Inline inline, Look look, int start, int end, byte level)
    {
        var whole = Shaped(inline, look, start, end - start, level, inline.Text.AsSpan(start, end - start), look.Faces[0]);
        if (whole.Glyphs.IsComplete)
        {
            atoms.Add(whole);
            return;
        }

        var from = start;
        Face? face = null;
        for (var at = start; at < end;)
        {
            var length = Math.Min(StringInfo.GetNextTextElementLength(inline.Text.AsSpan(at)), end - at);
            var next = FaceFor(inline.Text.AsSpan(at, length), look);
            if (next != face && at > from)
            {
                Add(from, at, face);
                from = at;
            }

            face = next;
            at += length;
        }

        Add(from, end, face);

        // The whole cluster goes to one face; without any, the reader sees that a character is missing.
        void Add(int first, int last, Face? of)
        {
            var text = of is null ? Replacement : inline.Text.AsSpan(first, last - first);
            var serving = of ?? FaceFor(Replacement, look) ?? look.Faces[0];
            atoms.Add(Shaped(inline, look, first, last - first, level, text, serving));
        }
    }

    private static Face? FaceFor(ReadOnlySpan<char> cluster, Look look)
    {
        foreach (var face in look.Faces)
        {
            if (face.Shape(cluster, false).IsComplete)
            {
                return face;
            }
        }

        return null;
    }

    private static int LevelEnd(ReadOnlySpan<byte> levels, int start, int end)
    {
        var at = start;
        while (at < end && levels[at] == levels[start])
        {
            at++;
        }

        return at;
    }

    private static int ChunkEnd(string text, int start)
    {
        var isBlank = IsBlank(text[start]);
        var at = start + 1;
        while (at < text.Length && IsBlank(text[at]) == isBlank && (isBlank || !MayBreakBetween(text, at)))
        {
            at++;
        }

        return at;
    }

    private static bool MayBreakBetween(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        return before switch
        {
            ZeroWidthSpace or '\u2013' or '\u2014' => true,
            '-' or '/' or '\\' or '_' or '&' or '?' or '=' or ',' =>
                char.IsLetter(after) && at > 1 && char.IsLetterOrDigit(text[at - 2]),
            _ => (IsIdeograph(before) || IsIdeograph(after)) && Rune.IsValid(before) && char.IsLetter(after),
        };
    }

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private static bool IsBlank(char c) => c is ' ' or '\u2002' or '\u2003' or '\u2009' or '\u3000';
}
