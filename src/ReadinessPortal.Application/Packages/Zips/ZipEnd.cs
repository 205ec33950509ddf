using System.Buffers.Binary;

namespace ReadinessPortal.Application.Packages.Zips;

/// <summary>What stands at the end of a .zip: where its list of entries is.</summary>
/// <param name="Count">Entries.</param>
/// <param name="Start">Where the list begins in the file.</param>
/// <param name="Length">Bytes of the list.</param>
/// <param name="Shift">Bytes before the archive, by which everything in the file lies later than it says.</param>
internal sealed record ZipEnd(long Count, long Start, long Length, long Shift)
{
    private const uint Signature = 0x06054B50;
    private const int FixedLength = 22;
    private const uint LargeSignature = 0x06064B50;
    private const int LargeLength = 56;
    private const uint PointerSignature = 0x07064B50;
    private const int PointerLength = 20;
    private const uint FirstHeader = 0x04034B50;

    /// <exception cref="PackageException">It is no .zip, or one that is cut off.</exception>
    public static ZipEnd Find(string path, FileStream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, FixedLength + PointerLength + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - FixedLength; at >= 0; at--)
        {
            // A comment may hold anything, so only an end that reaches to the end of the file is one.
            if (U32(tail, at) == Signature && at + FixedLength + U16(tail, at + 20) == tail.Length)
            {
                var end = file.Length - tail.Length + at;
                return (at >= PointerLength && U32(tail, at - PointerLength) == PointerSignature
                    ? Large(file, end - PointerLength)
                    : Short(tail.AsSpan(at, FixedLength), end))
                    ?? throw new PackageException(
                        path, "is one part of several, or a damaged .zip; make it anew as one");
            }
        }

        throw new PackageException(path, BeginsAsZip(file)
            ? "is a .zip that is cut off, or something was added at its end; copy it again"
            : $"is neither a folder, a {PackageSource.LaunchFile} nor a .zip");
    }

    private static ZipEnd? Short(ReadOnlySpan<byte> end, long at) =>
        U16(end, 4) == 0 && U16(end, 6) == 0 && U16(end, 8) == U16(end, 10)
            ? Of(U16(end, 10), U32(end, 12), U32(end, 16), at)
            : null;

    /// <param name="at">Where the pointer to the large end stands; that lies right before it.</param>
    private static ZipEnd? Large(FileStream file, long at)
    {
        if (at < LargeLength)
        {
            return null;
        }

        var end = new byte[LargeLength];
        file.Position = at - LargeLength;
        file.ReadExactly(end);
        return U32(end, 0) == LargeSignature && U32(end, 16) == 0 && U32(end, 20) == 0 && U64(end, 24) == U64(end, 32)
            ? Of(U64(end, 32), U64(end, 40), U64(end, 48), at - LargeLength)
            : null;
    }

    private static ZipEnd? Of(long count, long length, long offset, long at)
    {
        var start = at - length;
        return count >= 0 && length >= 0 && offset >= 0 && offset <= start ? new(count, start, length, start - offset)
            : null;
    }

    private static bool BeginsAsZip(FileStream file)
    {
        var head = new byte[sizeof(uint)];
        file.Position = 0;
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && U32(head, 0) == FirstHeader;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
