namespace ReadinessPortal.Application.Evidence;

/// <summary>Evidence as a stream of which one chunk at most is in memory.</summary>
internal sealed class ContentStream(EvidenceContent content) : ForwardStream
{
    private byte[] _chunk = [];
    private long _chunkNumber = -1;

    public override bool CanSeek => true;

    public override long Length => content.Length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var number = Position / EvidenceStore.ChunkBytes;
        if (number != _chunkNumber)
        {
            (_chunk, _chunkNumber) = (await content.ChunkAsync(Position, cancellationToken), number);
        }

        var from = (int)(Position % EvidenceStore.ChunkBytes);
        var bytes = Math.Min(_chunk.Length - from, buffer.Length);
        _chunk.AsMemory(from, bytes).CopyTo(buffer);
        Position += bytes;
        return bytes;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };
}
