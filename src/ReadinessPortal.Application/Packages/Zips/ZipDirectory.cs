using System.Buffers.Binary;

namespace ReadinessPortal.Application.Packages.Zips;

/// <summary>
/// The list of what a .zip holds, which anybody can have written: each entry is held against the header that lies
/// before its bytes, and none reaches into another. <see cref="System.IO.Compression.ZipArchive"/> looks at neither,
/// and unpacks no more than the list says, without comparing the CRC-32.
/// </summary>
internal sealed class ZipDirectory
{
    private const uint EntrySignature = 0x02014B50;
    private const int EntryLength = 46;
    private const uint HeaderSignature = 0x04034B50;
    private const int HeaderLength = 30;
    private const int EncryptedFlag = 1;
    private const int SizesFollowFlag = 8;
    private const int MaxBytes = 64 << 20;

    private readonly string _path;
    private readonly FileStream _file;

    private ZipDirectory(string path, FileStream file) => (_path, _file) = (path, file);

    /// <exception cref="PackageException">It is no .zip, or none that can be trusted.</exception>
    public static IReadOnlyList<ZipEntry> Read(string path, int mostEntries)
    {
        using var file = File.OpenRead(path);
        return new ZipDirectory(path, file).Entries(mostEntries);
    }

    private List<ZipEntry> Entries(int most)
    {
        var end = ZipEnd.Find(_path, _file);
        if (end.Count > most)
        {
            throw new PackageException(_path, $"holds {end.Count} entries; at most {most} are read");
        }

        var list = end.Length <= MaxBytes ? Bytes(end.Start, (int)end.Length) : throw Damaged();
        var entries = new List<ZipEntry>();
        var taken = new List<(long From, long To, string Name)>();
        var at = 0;
        while (at < list.Length)
        {
            var (entry, header, length) = Entry(list.AsSpan(at), end);
            entries.Add(entry);
            taken.Add((header, entry.At + entry.Packed, entry.Name));
            at += length;
        }

        if (entries.Count != end.Count)
        {
            throw Damaged();
        }

        RefuseOverlaps(taken, end.Start);
        return entries;
    }

    /// <summary>One entry, where the header before its bytes begins, and how long it is in the list.</summary>
    private (ZipEntry Entry, long Header, int Length) Entry(ReadOnlySpan<byte> list, ZipEnd end)
    {
        if (list.Length < EntryLength || U32(list) != EntrySignature)
        {
            throw Damaged();
        }

        var (nameLength, extraLength) = (U16(list[28..]), U16(list[30..]));
        var length = EntryLength + nameLength + extraLength + U16(list[32..]);
        if (length > list.Length)
        {
            throw Damaged();
        }

        var bytes = list.Slice(EntryLength, nameLength);
        var name = ZipNames.Read(bytes);
        var extra = new ZipExtra(list.Slice(EntryLength + nameLength, extraLength));
        var (size, packed) = (extra.Large(U32(list[24..])), extra.Large(U32(list[20..])));
        var header = extra.Large(U32(list[42..]));
        if (size is not { } whole || packed is not { } some || header is not { } from)
        {
            throw Damaged();
        }

        var method = (ZipMethod)U16(list[10..]);
        if ((U16(list[8..]) & EncryptedFlag) != 0)
        {
            throw new PackageException(name, "is encrypted; make the .zip without a password");
        }

        if (!Enum.IsDefined(method))
        {
            throw new PackageException(name, $"is packed in a way that is not read (method {(int)method}); "
                + "make the .zip with the usual one, deflate");
        }

        var entry = new ZipEntry(_path, name, method, whole, some, U32(list[16..]), KindOf(name, U32(list[38..])),
            At: 0);
        return (entry with { At = Checked(entry, bytes, from + end.Shift) }, from + end.Shift, length);
    }

    /// <summary>Where the bytes begin, after a header that says the same as the list.</summary>
    private long Checked(ZipEntry entry, ReadOnlySpan<byte> name, long from)
    {
        var fixedPart = Bytes(from, HeaderLength);
        var header = fixedPart.AsSpan();
        var rest = U32(header) == HeaderSignature
            ? Bytes(from + HeaderLength, U16(header[26..]) + U16(header[28..]))
            : throw Damaged();
        var extra = new ZipExtra(rest.AsSpan(U16(header[26..])));
        var (size, packed) = (extra.Large(U32(header[22..])), extra.Large(U32(header[18..])));
        var isSaidLater = (U16(header[6..]) & SizesFollowFlag) != 0;
        if (!rest.AsSpan(0, U16(header[26..])).SequenceEqual(name) || U16(header[8..]) != (int)entry.Method
            || (!isSaidLater && (size != entry.Size || packed != entry.Packed || U32(header[14..]) != entry.Crc32))
            || (entry.Method == ZipMethod.Stored && entry.Size != entry.Packed))
        {
            throw new PackageException(entry.Name, "is described in two ways that differ; make the .zip anew");
        }

        return from + HeaderLength + rest.Length;
    }

    private static void RefuseOverlaps(List<(long From, long To, string Name)> taken, long end)
    {
        taken.Sort();
        foreach (var ((_, to, name), next) in taken.Zip(taken.Skip(1).Select(t => t.From).Append(end)))
        {
            if (to > next)
            {
                throw new PackageException(name, "shares its bytes with something else in the .zip; make it anew");
            }
        }
    }

    private byte[] Bytes(long from, int count)
    {
        if (from < 0 || from + count > _file.Length)
        {
            throw Damaged();
        }

        var bytes = new byte[count];
        _file.Position = from;
        _file.ReadExactly(bytes);
        return bytes;
    }

    private static ZipFileKind KindOf(string name, uint attributes) => ((attributes >> 16) & 0xF000) switch
    {
        0xA000 => ZipFileKind.SymbolicLink,
        _ when name.EndsWith('/') => ZipFileKind.Folder,
        0 or 0x8000 => ZipFileKind.File,
        _ => ZipFileKind.Other,
    };

    private PackageException Damaged() =>
        new(_path, "is a damaged .zip: its list of entries does not hold together; copy it again, or make it anew");

    private static ushort U16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
