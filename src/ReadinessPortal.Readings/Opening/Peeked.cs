namespace ReadinessPortal.Readings.Opening;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class Peeked : ForwardStream
{
    private const int HeadSize = 64 << 10;

    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly int _length;
    private int _at;

    public Peeked(Stream inner)
    {
        _inner = inner;
        _head = new byte[HeadSize];
        _length = inner.ReadAtLeast(_head, HeadSize, throwOnEndOfStream: false);
        BytesRead = _length;
    }

    /// <summary>Up to the first 64 KiB.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    /// <summary>The head is all there is.</summary>
    public bool IsWhole => _length < HeadSize;

    /// <summary>How many bytes were taken from the stream, those that were only looked at too.</summary>
    public long BytesRead { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _length)
        {
            var read = _inner.Read(buffer);
            BytesRead += read;
            return read;
        }

        var count = Math.Min(buffer.Length, _length - _at);
        _head.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
