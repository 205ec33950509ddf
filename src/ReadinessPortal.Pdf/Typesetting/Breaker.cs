using System.Globalization;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>
/// Cuts the text of a paragraph into atoms: at blanks, where a line may break, and where the face changes.
/// </summary>
internal static class Breaker
{
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
                var end = Chunks.EndOf(text, start);
                AddChunk(atoms, inline, look, start, end, levels is null ? [] : levels.AsSpan(offset, text.Length));
                start = end;
            }

            offset += text.Length;
        }

        return atoms;
    }

    public static Atom Shaped(
        Inline inline, Look look, int start, int length, byte level, ReadOnlySpan<char> text, Face face) =>
        new(inline, look, face, face.Shape(text, (level & 1) != 0), start, length) { Level = level };

    private static void AddChunk(
        List<Atom> atoms, Inline inline, Look look, int start, int end, ReadOnlySpan<byte> levels)
    {
        var text = inline.Text;
        var isGlue = Glue.IsAt(text, start);
        var isBlank = !isGlue && Chunks.IsBlank(text[start]);
        var visibleEnd = text[end - 1] == Chunks.ZeroWidthSpace ? end - 1 : end;
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
                atoms[index] = atoms[index] with { IsBlank = isBlank, IsGlue = isGlue };
            }

            atoms[^1] = atoms[^1] with { MayBreakAfter = Chunks.MayBreakAfter(text, start, end) };
        }
    }

    private static void AddRun(List<Atom> atoms, Inline inline, Look look, int start, int end, byte level)
    {
        var whole = Shaped(inline, look, start, end - start, level, inline.Text.AsSpan(start, end - start),
            look.Faces[0]);
        if (whole.Glyphs.IsComplete)
        {
            atoms.Add(whole);
            return;
        }

        AddClusters(atoms, whole);
    }

    // A cluster goes to one face as a whole, or its marks would come loose.
    private static void AddClusters(List<Atom> atoms, Atom whole)
    {
        var (inline, look, end) = (whole.Inline, whole.Look, whole.Start + whole.Length);
        var from = whole.Start;
        Face? face = null;
        for (var at = from; at < end;)
        {
            var length = Math.Min(StringInfo.GetNextTextElementLength(inline.Text.AsSpan(at)), end - at);
            var cluster = inline.Text.AsSpan(at, length);
            var next = FaceFor(cluster, look);
            if (next != face || next is null)
            {
                Flush(at);
                (face, from) = (next, at);
            }

            if (next is null)
            {
                var standIn = StandIn(cluster) ?? Replacement;
                var serving = Named(standIn, look) ?? look.Faces[0];
                atoms.Add(Shaped(inline, look, at, length, whole.Level, standIn, serving));
                from = at + length;
            }

            at += length;
        }

        Flush(end);

        void Flush(int to)
        {
            if (face is not null && to > from)
            {
                atoms.Add(Shaped(inline, look, from, to - from, whole.Level, inline.Text.AsSpan(from, to - from),
                    face));
            }
        }
    }

    // Consoles print these as pictures; text faces have the same signs in black.
    private static string? StandIn(ReadOnlySpan<char> cluster) => cluster[0] switch
    {
        '\u2705' => "\u2714",
        '\u274C' or '\u274E' => "\u2718",
        '\u2B50' => "\u2605",
        _ => null,
    };

    private static Face? FaceFor(ReadOnlySpan<char> cluster, Look look) =>
        Named(cluster, look) ?? (StandIn(cluster) is null ? Fallbacks.For(cluster) : null);

    private static Face? Named(ReadOnlySpan<char> cluster, Look look)
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
}
