using System.Buffers.Binary;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>
/// Cuts a TrueType file down to the glyphs that a document shows. Glyphs keep their numbers, so that shaped text stays
/// valid; hints, layout rules and unused outlines go. Skia embeds what it is given, so
/// this decides the size of the file.
/// </summary>
internal static class FaceSubset
{
    private const ushort MoreComponents = 0x20;
    private const ushort HasInstructions = 0x100;
    private static readonly ushort[] _names = [1, 2, 4, 6];

    /// <summary>The smaller file, or null when the face has no TrueType outlines.</summary>
    /// <param name="tables">The whole face.</param>
    /// <param name="used">The numbers of the glyphs that are shown.</param>
    /// <param name="characters">All characters of the face with their glyphs, in ascending order.</param>
    public static byte[]? Cut(
        Dictionary<string, byte[]> tables,
        IReadOnlySet<ushort> used,
        IReadOnlyList<(uint Character, ushort Glyph)> characters)
    {
        if (!tables.TryGetValue("glyf", out var glyf))
        {
            return null;
        }

        var isLong = BinaryPrimitives.ReadInt16BigEndian(tables["head"].AsSpan(50)) != 0;
        var outlines = new Outlines(glyf, tables["loca"], isLong);
        var kept = new SortedSet<ushort>(used) { 0 };
        foreach (var glyph in used)
        {
            AddParts(outlines, glyph, kept);
        }

        return SfntTables.Write(Cut(tables, outlines, kept, characters));
    }

    private static Dictionary<string, byte[]> Cut(
        Dictionary<string, byte[]> tables,
        Outlines outlines,
        SortedSet<ushort> kept,
        IReadOnlyList<(uint, ushort)> characters)
    {
        var count = kept.Max + 1;
        var (glyf, loca) = Glyphs(outlines, kept, count);
        var cut = new Dictionary<string, byte[]>
        {
            ["OS/2"] = tables["OS/2"],
            ["cmap"] = CharacterMap(characters, kept),
            ["glyf"] = glyf,
            ["head"] = [.. tables["head"]],
            ["hhea"] = [.. tables["hhea"]],
            ["hmtx"] = Widths(tables, kept, count),
            ["loca"] = loca,
            ["maxp"] = [.. tables["maxp"]],
            ["name"] = SfntTables.Names(tables["name"], _names),
            ["post"] = tables["post"][..32],
        };
        BinaryPrimitives.WriteInt16BigEndian(cut["head"].AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(cut["hhea"].AsSpan(34), (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(cut["maxp"].AsSpan(4), (ushort)count);
        BinaryPrimitives.WriteUInt32BigEndian(cut["post"], 0x00030000);
        return cut;
    }

    private static (byte[] Glyf, byte[] Loca) Glyphs(Outlines outlines, SortedSet<ushort> kept, int count)
    {
        var glyf = new List<byte>();
        var loca = new byte[(count + 1) * 4];
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(glyph * 4), (uint)glyf.Count);
            if (kept.Contains((ushort)glyph))
            {
                glyf.AddRange(Unhinted(outlines.Of(glyph)));
                glyf.AddRange(new byte[-glyf.Count & 3]);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(count * 4), (uint)glyf.Count);
        return ([.. glyf], loca);
    }

    // Instructions call functions of tables that are not kept.
    private static ReadOnlySpan<byte> Unhinted(ReadOnlySpan<byte> outline)
    {
        if (outline.Length < 10)
        {
            return outline;
        }

        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours >= 0)
        {
            var at = 10 + (contours * 2);
            var length = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            return (byte[])[.. outline[..at], 0, 0, .. outline[(at + 2 + length)..]];
        }

        var parts = outline.ToArray();
        var end = 10;
        foreach (var (flagsAt, next) in Parts(parts))
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(parts.AsSpan(flagsAt));
            BinaryPrimitives.WriteUInt16BigEndian(parts.AsSpan(flagsAt), (ushort)(flags & ~HasInstructions));
            end = next;
        }

        return parts.AsSpan(0, end);
    }

    private static void AddParts(Outlines outlines, ushort glyph, SortedSet<ushort> kept)
    {
        var outline = outlines.Of(glyph);
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return;
        }

        var parts = outline.ToArray();
        foreach (var (at, _) in Parts(parts))
        {
            var part = BinaryPrimitives.ReadUInt16BigEndian(parts.AsSpan(at + 2));
            if (kept.Add(part))
            {
                AddParts(outlines, part, kept);
            }
        }
    }

    private static IEnumerable<(int At, int Next)> Parts(byte[] outline)
    {
        var at = 10;
        ushort flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var next = at + 4 + ((flags & 0x1) != 0 ? 4 : 2)
                + ((flags & 0x8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            yield return (at, next);
            at = next;
        }
        while ((flags & MoreComponents) != 0);
    }

    private static byte[] Widths(Dictionary<string, byte[]> tables, SortedSet<ushort> kept, int count)
    {
        var source = tables["hmtx"];
        var full = BinaryPrimitives.ReadUInt16BigEndian(tables["hhea"].AsSpan(34));
        var widths = new byte[count * 4];
        foreach (var glyph in kept)
        {
            source.AsSpan(Math.Min(glyph, full - 1) * 4, 2).CopyTo(widths.AsSpan(glyph * 4));
            var bearing = glyph < full ? (glyph * 4) + 2 : (full * 4) + ((glyph - full) * 2);
            source.AsSpan(bearing, 2).CopyTo(widths.AsSpan((glyph * 4) + 2));
        }

        return widths;
    }

    // One group per character: format 12 allows it, and the few that are kept compress well.
    private static byte[] CharacterMap(IReadOnlyList<(uint Character, ushort Glyph)> characters, SortedSet<ushort> kept)
    {
        var groups = characters.Where(pair => kept.Contains(pair.Glyph)).ToList();
        var map = new byte[12 + 16 + (groups.Count * 12)];
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(2), 1);
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(4), 3);
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(6), 10);
        BinaryPrimitives.WriteUInt32BigEndian(map.AsSpan(8), 12);
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(12), 12);
        BinaryPrimitives.WriteUInt32BigEndian(map.AsSpan(16), (uint)(map.Length - 12));
        BinaryPrimitives.WriteUInt32BigEndian(map.AsSpan(24), (uint)groups.Count);
        for (var index = 0; index < groups.Count; index++)
        {
            var group = map.AsSpan(28 + (index * 12));
            BinaryPrimitives.WriteUInt32BigEndian(group, groups[index].Character);
            BinaryPrimitives.WriteUInt32BigEndian(group[4..], groups[index].Character);
            BinaryPrimitives.WriteUInt32BigEndian(group[8..], groups[index].Glyph);
        }

        return map;
    }

    private sealed class Outlines(byte[] glyf, byte[] loca, bool isLong)
    {
        public ReadOnlySpan<byte> Of(int glyph) => glyf.AsSpan(Offset(glyph)..Offset(glyph + 1));

        private int Offset(int glyph) => isLong
            ? BinaryPrimitives.ReadInt32BigEndian(loca.AsSpan(glyph * 4))
            : BinaryPrimitives.ReadUInt16BigEndian(loca.AsSpan(glyph * 2)) * 2;
    }
}
