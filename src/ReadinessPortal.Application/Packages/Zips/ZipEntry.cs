using System.IO.Compression;
using ReadinessPortal.Application.Evidence;

namespace ReadinessPortal.Application.Packages.Zips;

/// <summary>One file in a .zip, as the archive describes it; <see cref="Open"/> holds the bytes against that.</summary>
/// <param name="Archive">Path of the .zip.</param>
/// <param name="Size">Bytes once unpacked.</param>
/// <param name="Packed">Bytes in the archive.</param>
/// <param name="At">Where they begin in the archive.</param>
internal sealed record ZipEntry(
    string Archive, string Name, ZipMethod Method, long Size, long Packed, uint Crc32, ZipFileKind Kind, long At)
{
    /// <exception cref="PackageException">While reading: these are not the bytes that were described.</exception>
    public ForwardStream Open()
    {
        var file = new FileStream(
            Archive, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous)
        {
            Position = At,
        };
        var packed = new PackedBytes(file, Packed);
        return new UnpackedBytes(
            this, packed, Method == ZipMethod.Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress));
    }
}

/// <summary>How the bytes are packed; the two ways that every program knows.</summary>
internal enum ZipMethod { Stored = 0, Deflated = 8 }

internal enum ZipFileKind { File, Folder, SymbolicLink, Other }
