using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>A shaped piece of text; all measures are in em, so that they hold for every size.</summary>
/// <param name="Clusters">
/// Where in the text each glyph begins, where the file has to be told which text they stand for; null elsewhere.
/// </param>
internal sealed record Glyphs(ushort[] Ids, float[] X, float[]? Y, float Width, uint[]? Clusters = null)
{
    public static readonly Glyphs None = new([], [], null, 0);

    public bool IsComplete { get; } = Array.IndexOf(Ids, (ushort)0) < 0;
}

/// <summary>One registered face. Shaping is pure, so its results are kept for all documents.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Faces live as long as the process.")]
internal sealed class Face
{
    private static readonly CharacterRange[] _planes = [new(0x20, 0x1FFFE)];
    private const int MostKept = 40_000;

    // A ligature has no single character behind it: text taken from the file would have holes.
    private static readonly Feature[] _features = [Off("liga"), Off("clig"), Off("dlig"), Off("hlig")];

    private readonly ConcurrentDictionary<string, Glyphs> _leftToRight = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Glyphs> _rightToLeft = new(StringComparer.Ordinal);
    private readonly Font _font;
    private readonly byte[] _file;
    private readonly Lazy<List<(uint Character, ushort Glyph)>> _characters;
    private readonly Lazy<HashSet<ushort>> _mapped;
    private readonly CharacterRange[] _ranges;
    private readonly float _em;
    private readonly Lazy<Dictionary<string, byte[]>> _tables;
    private int _kept;

    /// <param name="file">TrueType or OpenType.</param>
    /// <param name="serves">What a fallback is asked for; null for a face that is named by styles.</param>
    /// <exception cref="InvalidDataException">The bytes are no readable face.</exception>
    public Face(byte[] file, CharacterRange[]? serves = null)
    {
        _file = file;
        _ranges = serves ?? _planes;
        IsFallback = serves is not null;
        _characters = new(Characters);
        _mapped = new(() => [.. _characters.Value.Select(pair => pair.Glyph)]);
        _tables = new(() => SfntTables.Read(file));
        using (var data = SKData.CreateCopy(file))
        using (var typeface = SKTypeface.FromData(data) ?? throw new InvalidDataException("No readable font face."))
        {
            Family = typeface.FamilyName;
            Weight = typeface.FontWeight;
            IsItalic = typeface.FontSlant != SKFontStyleSlant.Upright;
        }

        var pinned = GCHandle.Alloc(file, GCHandleType.Pinned);
        var blob = new Blob(pinned.AddrOfPinnedObject(), file.Length, MemoryMode.ReadOnly, pinned.Free);
        var face = new HarfBuzzSharp.Face(blob, 0);
        _em = face.UnitsPerEm;
        _font = new Font(face);
        _font.SetFunctionsOpenType();
        _font.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        _font.TryGetHorizontalFontExtents(out var extents);
        Ascent = extents.Ascender / _em;
        Descent = -extents.Descender / _em;
        Gap = extents.LineGap / _em;
    }

    public string Family { get; }

    public int Weight { get; }

    public bool IsItalic { get; }

    /// <summary>
    /// Whether it is only asked for what others lack. Its scripts need all its rules, ligatures too.
    /// </summary>
    public bool IsFallback { get; }

    public float Ascent { get; }

    public float Descent { get; }

    public float Gap { get; }

    public Glyphs Shape(ReadOnlySpan<char> text, bool rightToLeft)
    {
        var kept = rightToLeft ? _rightToLeft : _leftToRight;
        var lookup = kept.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var glyphs))
        {
            return glyphs;
        }

        if (Interlocked.Increment(ref _kept) > MostKept)
        {
            _leftToRight.Clear();
            _rightToLeft.Clear();
            _kept = 0;
        }

        return kept.GetOrAdd(text.ToString(), ShapeNow(text, rightToLeft));
    }

    /// <summary>A face with nothing but these glyphs, for embedding; the caller disposes of it.</summary>
    public SKTypeface With(IReadOnlySet<ushort> glyphs)
    {
        var cut = FaceSubset.Cut(_tables.Value, glyphs, _characters.Value) ?? _file;
        using var data = SKData.CreateCopy(cut);
        return SKTypeface.FromData(data) ?? throw new InvalidDataException($"The subset of {Family} cannot be read.");
    }

    private static Feature Off(string tag) => new(Tag.Parse(tag), 0);

    private List<(uint Character, ushort Glyph)> Characters()
    {
        var found = new List<(uint Character, ushort Glyph)>();
        foreach (var range in _ranges)
        {
            for (var character = range.First; character <= range.Last; character++)
            {
                if (_font.TryGetNominalGlyph(character, out var glyph) && glyph != 0)
                {
                    found.Add((character, (ushort)glyph));
                }
            }
        }

        var served = found.Where(pair => !IsSecond(pair.Character)).Select(pair => pair.Glyph).ToHashSet();
        found.RemoveAll(pair => IsSecond(pair.Character) && served.Contains(pair.Glyph));
        return found;
    }

    // A radical or a compatibility form, often drawn as the ideograph itself, which is what a reader looks for.
    private static bool IsSecond(uint character) => character is >= 0x2E80 and <= 0x2FDF or >= 0xF900 and <= 0xFAFF;

    private Glyphs ShapeNow(ReadOnlySpan<char> text, bool rightToLeft)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        _font.Shape(buffer, IsFallback ? [] : _features);
        var infos = buffer.GetGlyphInfoSpan();
        var places = buffer.GetGlyphPositionSpan();
        var (ids, xs) = (new ushort[infos.Length], new float[infos.Length]);
        float[]? ys = null;
        var x = 0f;
        for (var index = 0; index < ids.Length; index++)
        {
            ids[index] = (ushort)infos[index].Codepoint;
            xs[index] = x + (places[index].XOffset / _em);
            x += places[index].XAdvance / _em;
            if (places[index].YOffset != 0)
            {
                (ys ??= new float[ids.Length])[index] = -places[index].YOffset / _em;
            }
        }

        var needsText = IsFallback || Array.Exists(ids, id => id != 0 && !_mapped.Value.Contains(id));
        return new Glyphs(ids, xs, ys, x, needsText ? Clusters(infos, rightToLeft) : null);
    }

    // Where glyphs of one character stand apart or change places, readers of the file take best a word as a whole.
    private static uint[] Clusters(ReadOnlySpan<GlyphInfo> infos, bool rightToLeft)
    {
        var clusters = new uint[infos.Length];
        var isShared = false;
        for (var index = 0; index < clusters.Length; index++)
        {
            clusters[index] = infos[index].Cluster;
            isShared |= index > 0 && clusters[index] == clusters[index - 1];
        }

        return isShared && !rightToLeft ? new uint[infos.Length] : clusters;
    }
}
