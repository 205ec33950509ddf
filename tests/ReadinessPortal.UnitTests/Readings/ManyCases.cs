using System.Text;
using ReadinessPortal.Readings.Opening;

namespace ReadinessPortal.UnitTests.Readings;

/// <summary>A JUnit report with a million test cases, which is never in memory as a whole.</summary>
internal sealed class ManyCases : ForwardStream
{
    private const int Cases = 1_000_000;

    private static readonly byte[] _case =
        Encoding.UTF8.GetBytes("<testcase classname=\"c.C\" name=\"t\" time=\"0.001\"/>\n");

    private byte[] _part = Encoding.UTF8.GetBytes("<testsuite>\n");
    private int _at;
    private int _written;

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
}
