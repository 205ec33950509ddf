using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Typesetting;

internal enum TextAlignment
{
    Start,
    Left,
    Center,
    Right,
}

/// <summary>One line of text, in reading order.</summary>
internal sealed class Line(Atom[] atoms, float width, float before, bool isRightToLeft)
{
    public float Width { get; } = width;

    /// <summary>The distance kept from the paragraph before, in points.</summary>
    public float Before { get; } = before;

    public float Height { get; private set; }

    /// <summary>From the top of the line to the baseline, in points.</summary>
    public float Ascent { get; private set; }

    public Atom[] Atoms { get; } = atoms;

    /// <summary>
    /// Takes the height of the highest style; an empty line has the height of the given one. A name in another script
    /// moves no baseline.
    /// </summary>
    public Line Measured(Look look)
    {
        Measure(look, look.Faces[0]);
        if (Atoms.Length > 0)
        {
            (Ascent, Height) = (0, 0);
        }

        foreach (var atom in Atoms)
        {
            Measure(atom.Look, atom.Face.IsFallback ? atom.Look.Faces[0] : atom.Face);
        }

        return this;
    }

    public void Draw(Sheet sheet, Area area, TextAlignment alignment)
    {
        var atoms = isRightToLeft || Array.Exists(Atoms, atom => atom.Level > 0) ? [.. Atoms] : Atoms;
        Bidi.Reorder(atoms.AsSpan(), atom => atom.Level);
        var width = Width;
        if (Array.Exists(atoms, atom => atom.Inline.Number is not null))
        {
            atoms = Array.ConvertAll(atoms, atom => Numbered(atom, sheet.Page));
            width = atoms.Sum(atom => atom.Width);
        }

        var x = area.X + ((area.Width - width) * alignment switch
        {
            TextAlignment.Center => 0.5f,
            TextAlignment.Right => 1,
            TextAlignment.Start when isRightToLeft => 1,
            _ => 0,
        });
        DrawRuns(sheet, atoms, x, area.Y);
    }

    private static Atom Numbered(Atom atom, PageContext page) => atom.Inline.Number is { } number
        ? Breaker.Shaped(atom.Inline, atom.Look, 0, 0, atom.Level, number.Text(page), atom.Face)
        : atom;

    private void DrawRuns(Sheet sheet, Atom[] atoms, float x, float y)
    {
        for (var start = 0; start < atoms.Length;)
        {
            var (end, width) = (start, 0f);
            while (end < atoms.Length && atoms[end].Look == atoms[start].Look && SameTarget(atoms[end], atoms[start]))
            {
                width += atoms[end++].Width;
            }

            DrawRun(sheet, atoms.AsSpan(start..end), new Area(x, y, width, Height));
            x += width;
            start = end;
        }
    }

    private static bool SameTarget(Atom one, Atom other) =>
        one.Inline.Address == other.Inline.Address && one.Inline.Section == other.Inline.Section;

    private void DrawRun(Sheet sheet, ReadOnlySpan<Atom> atoms, Area area)
    {
        var (look, inline) = (atoms[0].Look, atoms[0].Inline);
        var baseline = area.Y + Ascent;
        sheet.Fill(area, look.Background);
        sheet.Text(atoms, area.X, baseline);
        if (look.IsUnderlined)
        {
            sheet.Fill(new Area(area.X, baseline + (look.Size * 0.1f), area.Width, look.Size / 18), look.Color);
        }

        if (look.IsStruck)
        {
            sheet.Fill(new Area(area.X, baseline - (look.Size * 0.27f), area.Width, look.Size / 18), look.Color);
        }

        if (inline.Address is { } address)
        {
            sheet.LinkToAddress(area, address);
        }

        if (inline.Section is { } section)
        {
            sheet.LinkToSection(area, section);
        }
    }

    // What a line factor adds or takes away is shared between above and below.
    private void Measure(Look look, Face face)
    {
        var height = look.LineHeight(face);
        var natural = (face.Ascent + face.Descent) * look.Size;
        Ascent = Math.Max(Ascent, (face.Ascent * look.Size) + ((height - natural) / 2));
        Height = Math.Max(Height, height);
    }
}
