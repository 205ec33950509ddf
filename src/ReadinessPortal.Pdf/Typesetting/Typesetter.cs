using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>Sets paragraphs into lines of a given width, in points.</summary>
internal static class Typesetter
{
    private const float Tolerance = 0.01f;

    public static List<Line> Set(
        IReadOnlyList<List<Inline>> paragraphs, TextStyle inherited, float width, float paragraphSpacing)
    {
        var lines = new List<Line>();
        foreach (var paragraph in paragraphs)
        {
            var atoms = AtomsOf(paragraph, inherited, out var levels);
            var own = paragraph.Count > 0 ? paragraph[0].Style.Over(inherited).Look : inherited.Look;
            var isRightToLeft = levels is not null && !levels.Contains((byte)0);
            Fill(lines, atoms, width, own, lines.Count > 0 ? paragraphSpacing : 0, isRightToLeft);
        }

        return lines;
    }

    /// <summary>The width below which a word, number, date, id or hash would have to be broken.</summary>
    public static float LeastWidth(IReadOnlyList<List<Inline>> paragraphs, TextStyle inherited)
    {
        var widest = 0f;
        foreach (var paragraph in paragraphs)
        {
            var atoms = AtomsOf(paragraph, inherited, out _);
            for (var at = 0; at < atoms.Count;)
            {
                at = WordEnd(atoms, at, out var width);
                widest = Math.Max(widest, atoms[at - 1].IsBlank ? 0 : width);
            }
        }

        return widest;
    }

    /// <summary>Keeps the first lines and lets the last of them end in an ellipsis.</summary>
    public static void Clamp(List<Line> lines, int most, float width, string ellipsis)
    {
        if (lines.Count <= most)
        {
            return;
        }

        lines.RemoveRange(most, lines.Count - most);
        var last = lines[^1];
        if (last.Atoms.Length == 0)
        {
            return;
        }

        var atoms = last.Atoms.ToList();
        var style = atoms[^1];
        var dots = Breaker.Shaped(new Inline(ellipsis), style.Look, 0, ellipsis.Length, style.Level, ellipsis,
            style.Face.IsFallback ? style.Look.Faces[0] : style.Face);
        while (atoms.Count > 1 && (atoms[^1].IsBlank || atoms.Sum(atom => atom.Width) + dots.Width > width))
        {
            atoms.RemoveAt(atoms.Count - 1);
        }

        atoms.Add(dots);
        lines[^1] = new Line([.. atoms], atoms.Sum(atom => atom.Width), last.Before, false).Measured(style.Look);
    }

    private static List<Atom> AtomsOf(List<Inline> paragraph, TextStyle inherited, out byte[]? levels)
    {
        levels = Bidi.Levels(paragraph.Count == 1 ? paragraph[0].Text : string.Concat(paragraph.Select(i => i.Text)));
        return Breaker.Atoms(paragraph, inline => inline.Style.Over(inherited).Look, levels);
    }

    private static void Fill(List<Line> lines, List<Atom> atoms, float width, Look own, float before,
        bool isRightToLeft)
    {
        var (start, at, used, gap) = (0, 0, 0f, 0f);
        while (at < atoms.Count)
        {
            if (atoms[at].IsBlank)
            {
                gap += atoms[at++].Width;
                continue;
            }

            var end = WordEnd(atoms, at, out var word);
            if (used + gap + word <= width + Tolerance)
            {
                (used, gap, at) = (used + gap + word, 0, end);
            }
            else if (used > 0)
            {
                End(at);
            }
            else if (Overlong.Shrink(atoms, at, end, width - gap) || Unglued(atoms, at, end)
                || Overlong.Fit(atoms, at, end, width - gap))
            {
                // Taken up again: smaller, with blanks that may break now, or with a part that fits.
            }
            else
            {
                (used, gap, at) = (used + gap + word, 0, end);
            }
        }

        End(atoms.Count);

        void End(int next)
        {
            var last = next;
            while (last > start && atoms[last - 1].IsBlank)
            {
                last--;
            }

            lines.Add(new Line([.. atoms[start..last]], used, before, isRightToLeft).Measured(own));
            (start, used, gap, before) = (next, 0, 0, 0);
        }
    }

    private static bool Unglued(List<Atom> atoms, int start, int end)
    {
        var any = false;
        for (var index = start; index < end; index++)
        {
            if (atoms[index].IsGlue)
            {
                atoms[index] = atoms[index] with { IsGlue = false, IsBlank = true, MayBreakAfter = true };
                any = true;
            }
        }

        return any;
    }

    private static int WordEnd(List<Atom> atoms, int start, out float width)
    {
        var end = start;
        width = 0;
        do
        {
            width += atoms[end].Width;
        }
        while (!atoms[end++].MayBreakAfter && end < atoms.Count && !atoms[end].IsBlank);
        return end;
    }
}
