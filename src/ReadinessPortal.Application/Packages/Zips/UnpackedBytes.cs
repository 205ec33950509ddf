using System.IO.Hashing;
using ReadinessPortal.Application.Evidence;

namespace ReadinessPortal.Application.Packages.Zips;

/// <summary>
/// The bytes of an entry, counted and checked on the way: never more than the archive says, and at their end exactly
/// those that it describes.
/// </summary>
internal sealed class UnpackedBytes(ZipEntry entry, PackedBytes packed, Stream bytes) : ForwardStream
{
    private readonly Crc32 _crc = new();
    private long _count;

    /// <exception cref="PackageException">The bytes are not those that the archive describes.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await UnpackAsync(buffer, cancellationToken);
        _crc.Append(buffer.Span[..read]);
        _count += read;
        return _count > entry.Size ? throw Damaged($"holds more than the {entry.Size} bytes that the archive says")
            : read > 0 || buffer.IsEmpty ? read
            : _count < entry.Size ? throw Damaged($"holds {_count} bytes where the archive says {entry.Size}")
            : packed.Left > 0 || (packed.IsTooShort && entry.Method != ZipMethod.Stored)
                ? throw Damaged("takes another part of the archive than the archive says")
            : _crc.GetCurrentHashAsUInt32() != entry.Crc32
                ? throw Damaged("holds other bytes than were packed: their CRC-32 differs")
            : 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            bytes.Dispose();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> UnpackAsync(Memory<byte> buffer, CancellationToken ct)
    {
        try
        {
            return await bytes.ReadAsync(buffer, ct);
        }
        catch (InvalidDataException)
        {
            throw Damaged("cannot be unpacked");
        }
    }

    private PackageException Damaged(string text) => new(entry.Name, $"{text}; copy the .zip again, or make it anew");
}
