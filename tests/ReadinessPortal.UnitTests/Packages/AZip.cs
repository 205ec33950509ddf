using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ReadinessPortal.UnitTests.Packages;

/// <summary>Archives as programs write them, and as nobody should.</summary>
internal static class AZip
{
    /// <summary>What stands before the bytes of an entry, and where in it.</summary>
    public const uint Header = 0x04034B50;

    /// <summary>What stands in the list of entries, and where in it.</summary>
    public const uint Listed = 0x02014B50;

    public const uint End = 0x06054B50;

    public static byte[] Of(params (string Path, string Text)[] entries) => Of(CompressionLevel.Optimal, entries);

    public static byte[] Of(CompressionLevel level, params (string Path, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        Write(bytes, level, entries);
        return bytes.ToArray();
    }

    /// <summary>As a program writes that cannot go back: the sizes follow the bytes.</summary>
    public static byte[] Streamed(params (string Path, string Text)[] entries)
    {
        using var bytes = new OneWayStream();
        Write(bytes, CompressionLevel.Optimal, entries);
        return bytes.ToArray();
    }

    /// <summary>The position of the last record of a kind.</summary>
    public static int Last(this byte[] zip, uint record)
    {
        var signature = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, record);
        return zip.AsSpan().LastIndexOf(signature);
    }

    /// <summary>The same with another number in the last record of a kind.</summary>
    public static byte[] With(this byte[] zip, uint record, int at, uint value)
    {
        var changed = zip.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(zip.Last(record) + at), value);
        return changed;
    }

    /// <inheritdoc cref="With(byte[], uint, int, uint)"/>
    public static byte[] With(this byte[] zip, uint record, int at, ushort value)
    {
        var changed = zip.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(zip.Last(record) + at), value);
        return changed;
    }

    /// <summary>The same, said in the numbers of 64 bits that archives over 4 GiB need.</summary>
    public static byte[] Large(this byte[] zip)
    {
        var end = zip.Last(End);
        var start = (int)BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(end + 16));
        using var large = new MemoryStream();
        large.Write(zip, 0, start);
        var count = 0L;
        for (var at = start; at < end; count++)
        {
            var entry = zip.AsSpan(at);
            var name = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            var numbers = new byte[28];
            BinaryPrimitives.WriteUInt16LittleEndian(numbers, 1);
            BinaryPrimitives.WriteUInt16LittleEndian(numbers.AsSpan(2), 24);
            foreach (var (from, to) in new[] { (24, 4), (20, 12), (42, 20) })
            {
                BinaryPrimitives.WriteInt64LittleEndian(
                    numbers.AsSpan(to), BinaryPrimitives.ReadUInt32LittleEndian(entry[from..]));
                BinaryPrimitives.WriteUInt32LittleEndian(entry[from..], uint.MaxValue);
            }

            BinaryPrimitives.WriteUInt16LittleEndian(entry[30..], (ushort)numbers.Length);
            large.Write(entry[..(46 + name)]);
            large.Write(numbers);
            at += 46 + name;
        }

        var list = large.Length;
        using var writer = new BinaryWriter(large, Encoding.UTF8, leaveOpen: true);
        writer.Write(0x06064B50u);
        writer.Write(44L);
        writer.Write(0x002D_002Du);
        writer.Write(0u);
        writer.Write(0u);
        writer.Write(count);
        writer.Write(count);
        writer.Write(list - start);
        writer.Write((long)start);
        writer.Write(0x07064B50u);
        writer.Write(0u);
        writer.Write(list);
        writer.Write(1u);
        writer.Write(zip.AsSpan(end, 8));
        writer.Write(ushort.MaxValue);
        writer.Write(ushort.MaxValue);
        writer.Write(uint.MaxValue);
        writer.Write(uint.MaxValue);
        writer.Write((ushort)0);
        return large.ToArray();
    }

    private static void Write(Stream bytes, CompressionLevel level, (string Path, string Text)[] entries)
    {
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, text) in entries)
        {
            using var entry = zip.CreateEntry(path, level).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    private sealed class OneWayStream : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
