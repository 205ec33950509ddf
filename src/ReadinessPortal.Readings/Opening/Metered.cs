using System.IO.Hashing;
using ReadinessPortal.Readings.Attestations;
using ReadinessPortal.Readings.TestReports;

namespace ReadinessPortal.Readings.Opening;

/// <summary>What a file is read with: what it, all its parts together, may still unpack to, and whose signatures
/// count.</summary>
internal sealed class ReadingTerms(ReadingLimits limits, TrustedSigners trusted, TestCases? cases)
{
    private long _spent;

    public ReadingLimits Limits { get; } = limits;

    public TrustedSigners Trusted { get; } = trusted;

    /// <summary>Takes the cases of test reports by name; null where nobody asks for them.</summary>
    public TestCases? Cases { get; } = cases;

    public void Spend(int bytes)
    {
        _spent += bytes;
        if (_spent > Limits.Unpacked)
        {
            throw new UnreadableEvidenceException(
                $"The archive unpacks to more than {Limits.Unpacked >> 20} MB. Attach the report itself, unpacked.");
        }
    }
}

/// <summary>An unpacked stream that counts what really comes out, whatever the archive says.</summary>
/// <param name="packed">How many packed bytes it comes from.</param>
/// <param name="what">What is unpacked, at the beginning of a sentence.</param>
internal sealed class Metered(Stream inner, Func<long> packed, string what, ReadingTerms terms) : ForwardStream
{
    private readonly Crc32 _crc = new();

    /// <summary>Bytes so far.</summary>
    public long Count { get; private set; }

    /// <summary>CRC-32 of the bytes so far.</summary>
    public uint Checksum => _crc.GetCurrentHashAsUInt32();

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException problem)
        {
            throw new UnreadableEvidenceException(
                $"{what} is damaged after {Count} unpacked bytes. Pack it again.", problem);
        }

        Count += read;
        terms.Spend(read);
        if (Count > terms.Limits.RatioFrom && Count > packed() * terms.Limits.Ratio)
        {
            throw new UnreadableEvidenceException($"{what} unpacks to more than {terms.Limits.Ratio} times its size, "
                + "as no report does. Attach the report itself, unpacked.");
        }

        _crc.Append(buffer[..read]);
        return read;
    }

    /// <summary>Reads what nobody asked for, so that all of it is counted.</summary>
    public void Drain()
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (Read(buffer) > 0)
        {
        }
    }
}
