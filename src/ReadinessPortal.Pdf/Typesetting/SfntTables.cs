using System.Buffers.Binary;
using System.Text;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>The tables that a font file consists of.</summary>
internal static class SfntTables
{
    private const uint WholeFileSum = 0xB1B0AFBA;

    public static Dictionary<string, byte[]> Read(byte[] file)
    {
        var tables = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        for (var index = 0; index < count; index++)
        {
            var entry = file.AsSpan(12 + (index * 16), 16);
            var offset = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadInt32BigEndian(entry[12..]);
            tables[Encoding.ASCII.GetString(entry[..4])] = file[offset..(offset + length)];
        }

        return tables;
    }

    public static byte[] Write(Dictionary<string, byte[]> tables)
    {
        var sorted = tables.OrderBy(table => table.Key, StringComparer.Ordinal).ToList();
        var start = 12 + (16 * sorted.Count);
        var file = new byte[start + sorted.Sum(table => Padded(table.Value.Length))];
        var power = (ushort)Math.Log2(sorted.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)sorted.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * (sorted.Count - (1 << power))));
        var (at, head) = (start, 0);
        for (var index = 0; index < sorted.Count; index++)
        {
            var (tag, bytes) = sorted[index];
            var entry = file.AsSpan(12 + (index * 16), 16);
            bytes.CopyTo(file, at);
            if (tag == "head")
            {
                head = at;
                file.AsSpan(at + 8, 4).Clear();
            }

            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(file.AsSpan(at, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            at += Padded(bytes.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), WholeFileSum - Sum(file));
        return file;
    }

    /// <summary>Keeps only some names, as written for Windows.</summary>
    public static byte[] Names(byte[] table, ReadOnlySpan<ushort> wanted)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(2));
        var texts = BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(4));
        var records = new List<byte>();
        var strings = new List<byte>();
        for (var index = 0; index < count; index++)
        {
            var record = table.AsSpan(6 + (index * 12), 12).ToArray();
            var length = BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(8));
            var offset = BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(10));
            if (record[1] == 3 && wanted.Contains(BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(6))))
            {
                BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(10), (ushort)strings.Count);
                records.AddRange(record);
                strings.AddRange(table.AsSpan(texts + offset, length));
            }
        }

        var header = new byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(records.Count / 12));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)(6 + records.Count));
        return [.. header, .. records, .. strings];
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at + 4 <= bytes.Length; at += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        }

        return sum;
    }
}
