using System.Globalization;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>
/// What is done with a word that is wider than its line: a number, amount, id or hash is set smaller; a path ends after
/// one of its signs, a word at a syllable with a hyphen, and anything else between what a reader sees as characters.
/// </summary>
internal static class Overlong
{
    // Smaller than that is hard to read.
    private const float LeastScale = 0.7f;

    private const string Signs = "/\\._-:@&?=,+#|;";

    // What follows one of these is written together with what stands before it.
    private const string Viramas = "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA\u1039\u17D2";

    private delegate (int Length, bool Hyphen) Cutter(Atom atom, float room);

    /// <summary>Makes the beginning of the word fit, or answers false when it is one character.</summary>
    public static bool Fit(List<Atom> atoms, int start, int end, float width)
    {
        var (index, room) = Overflowing(atoms, start, end, width);
        foreach (var cutter in (ReadOnlySpan<Cutter>)[AfterSign, AtSyllable, AtCluster])
        {
            if (cutter(atoms[index], room) is { Length: > 0 } cut)
            {
                Cut(atoms, index, cut.Length, cut.Hyphen);
                return true;
            }
        }

        if (index > start)
        {
            atoms[index - 1] = atoms[index - 1] with { MayBreakAfter = true };
            return true;
        }

        var one = Character(atoms[start]);
        if (one < atoms[start].Length)
        {
            Cut(atoms, start, one, false);
            return true;
        }

        atoms[start] = atoms[start] with { MayBreakAfter = true };
        return end - start > 1;
    }

    /// <summary>
    /// Sets a number, amount, id or hash smaller, as far as it can be read; answers whether that helps.
    /// </summary>
    public static bool Shrink(List<Atom> atoms, int start, int end, float width)
    {
        var word = atoms.GetRange(start, end - start);
        var scale = width / word.Sum(atom => atom.Width);
        var text = string.Concat(word.Where(atom => !atom.IsGlue).Select(atom => atom.Text.ToString()));
        var isWhole = word.Exists(atom => atom.IsGlue) ? Tokens.IsAmount(text) : Tokens.IsWhole(text);
        if (scale < LeastScale || !isWhole)
        {
            return false;
        }

        for (var index = start; index < end; index++)
        {
            atoms[index] = atoms[index] with { Look = atoms[index].Look.Scaled(scale) };
        }

        return true;
    }

    private static (int Index, float Room) Overflowing(List<Atom> atoms, int start, int end, float width)
    {
        var index = start;
        while (index < end - 1 && atoms[index].Width <= width)
        {
            width -= atoms[index++].Width;
        }

        return (index, width);
    }

    private static (int Length, bool Hyphen) AfterSign(Atom atom, float room)
    {
        for (var length = atom.Length - 1; length > 0; length--)
        {
            if (Signs.Contains(atom.Text[length - 1]) && !Signs.Contains(atom.Text[length])
                && Part(atom, 0, length).Width <= room)
            {
                return (length, false);
            }
        }

        return default;
    }

    private static (int Length, bool Hyphen) AtSyllable(Atom atom, float room)
    {
        if (Syllables.WordIn(atom.Text) is not { } letters)
        {
            return default;
        }

        var (first, count) = letters.GetOffsetAndLength(atom.Length);
        var widest = 0;
        for (var at = count - 3; at >= 2; at--)
        {
            if (Part(atom, 0, first + at).Width + Hyphen(atom).Width > room)
            {
                continue;
            }

            if (Syllables.EndsBefore(atom.Text.Slice(first, count), at))
            {
                return (first + at, true);
            }

            widest = Math.Max(widest, first + at);
        }

        return (widest, true);
    }

    private static (int Length, bool Hyphen) AtCluster(Atom atom, float room)
    {
        var bounds = Bounds(atom);
        var (fits, tooWide) = (0, bounds.Count);
        while (tooWide - fits > 1)
        {
            var middle = (fits + tooWide) / 2;
            (fits, tooWide) = Part(atom, 0, bounds[middle]).Width <= room ? (middle, tooWide) : (fits, middle);
        }

        return (bounds[fits], false);
    }

    private static List<int> Bounds(Atom atom)
    {
        List<int> bounds = [0];
        for (var at = Character(atom); at > 0 && at < atom.Length;)
        {
            if (!Viramas.Contains(atom.Text[at - 1]))
            {
                bounds.Add(at);
            }

            at += StringInfo.GetNextTextElementLength(atom.Text[at..]);
        }

        return bounds;
    }

    private static int Character(Atom atom) => StringInfo.GetNextTextElementLength(atom.Text);

    private static void Cut(List<Atom> atoms, int index, int length, bool hyphen)
    {
        var atom = atoms[index];
        List<Atom> parts = [Part(atom, 0, length)];
        if (hyphen)
        {
            parts.Add(Hyphen(atom));
        }

        parts[^1] = parts[^1] with { MayBreakAfter = true };
        parts.Add(Part(atom, length, atom.Length - length) with { MayBreakAfter = atom.MayBreakAfter });
        atoms.RemoveAt(index);
        atoms.InsertRange(index, parts);
    }

    private static Atom Hyphen(Atom atom) => Breaker.Shaped(
        atom.Inline, atom.Look, atom.Start, 0, atom.Level, "-", atom.Look.Faces[0]);

    private static Atom Part(Atom atom, int from, int length) => Breaker.Shaped(
        atom.Inline, atom.Look, atom.Start + from, length, atom.Level, atom.Text.Slice(from, length), atom.Face);
}
