using ReadinessPortal.Application.Evidence;

namespace ReadinessPortal.Application.Packages.Zips;

/// <summary>
/// The part of an archive that one entry takes, which is as long as what is packed in it and no longer. Its last byte
/// is given out alone: whoever unpacks it asks for that byte exactly when it is needed, and for none after it.
/// </summary>
internal sealed class PackedBytes(Stream archive, long length) : ForwardStream
{
    /// <summary>Bytes that nobody has asked for.</summary>
    public long Left { get; private set; } = length;

    /// <summary>Somebody has asked for more than there is.</summary>
    public bool IsTooShort { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var most = (int)Math.Min(buffer.Length, Left > 1 ? Left - 1 : Left);
        var read = most == 0 ? 0 : await archive.ReadAsync(buffer[..most], cancellationToken);
        IsTooShort |= Left == 0;
        Left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            archive.Dispose();
        }

        base.Dispose(disposing);
    }
}
