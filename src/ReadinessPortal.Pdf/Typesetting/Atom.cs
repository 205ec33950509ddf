namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>The smallest part of a line: shaped text in one face, look and direction.</summary>
internal readonly record struct Atom(Inline Inline, Look Look, Face Face, Glyphs Glyphs, int Start, int Length)
{
    public byte Level { get; init; }

    public bool IsBlank { get; init; }

    /// <summary>
    /// A blank inside a figure or a date: no line breaks here, unless one alone is too narrow for the whole.
    /// </summary>
    public bool IsGlue { get; init; }

    /// <summary>A new line may begin after this.</summary>
    public bool MayBreakAfter { get; init; }

    public float Width => (Glyphs.Width + (Look.Tracking * Glyphs.Ids.Length)) * Look.Size;

    public ReadOnlySpan<char> Text => Inline.Text.AsSpan(Start, Length);
}
