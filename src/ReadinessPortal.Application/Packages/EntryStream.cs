using System.IO.Compression;

namespace ReadinessPortal.Application.Packages;

/// <summary>Reads one entry of a zip and closes the zip with it.</summary>
internal sealed class EntryStream(ZipArchive zip, Stream entry) : Stream
{
    public static EntryStream Open(string zipPath, string name)
    {
        var zip = PackageSource.OpenZip(zipPath);
        var entry = zip.GetEntry(name)
            ?? throw new PackageException(name, "has gone from the package while it was read");
        return new(zip, entry.Open());
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => entry.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => entry.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        entry.ReadAsync(buffer, cancellationToken);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
