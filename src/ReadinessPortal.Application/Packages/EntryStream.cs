using System.IO.Compression;
using ReadinessPortal.Application.Evidence;

namespace ReadinessPortal.Application.Packages;

/// <summary>Reads one entry of a zip and closes the zip with it.</summary>
internal sealed class EntryStream(ZipArchive zip, Stream entry) : ForwardStream
{
    public static EntryStream Open(string zipPath, string name)
    {
        var zip = PackageSource.OpenZip(zipPath);
        var entry = zip.GetEntry(name)
            ?? throw new PackageException(name, "has gone from the package while it was read");
        return new(zip, entry.Open());
    }

    public override int Read(byte[] buffer, int offset, int count) => entry.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => entry.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        entry.ReadAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            entry.Dispose();
            zip.Dispose();
        }

        base.Dispose(disposing);
    }
}
