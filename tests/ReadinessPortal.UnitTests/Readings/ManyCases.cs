using System.Text;

namespace ReadinessPortal.UnitTests.Readings;

/// <summary>A JUnit report with a million test cases, which is never in memory as a whole.</summary>
internal sealed class ManyCases : Stream
{
    private const int Cases = 1_000_000;

    private static readonly byte[] _case =
        Encoding.UTF8.GetBytes("<testcase classname=\"c.C\" name=\"t\" time=\"0.001\"/>\n");

    private byte[] _part = Encoding.UTF8.GetBytes("<testsuite>\n");
    private int _at;
    private int _written;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _part.Length)
        {
            if (_written > Cases)
            {
                return 0;
            }

            _part = _written++ < Cases ? _case : "</testsuite>"u8.ToArray();
            _at = 0;
        }

        var count = Math.Min(buffer.Length, _part.Length - _at);
        _part.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
