using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Web.Reports;

namespace ReadinessPortal.Web.Checking;

/// <summary>What of a file its signature covers.</summary>
internal enum SignedRange
{
    /// <summary>There is no signature.</summary>
    None,

    /// <summary>Something is outside of it besides its own digits.</summary>
    Part,

    All,
}

/// <summary>What a reader of PDF files finds of the signature in one.</summary>
/// <param name="Range">What of the file it covers.</param>
/// <param name="IsGenuine">The signature is of the bytes that are there.</param>
/// <param name="Key">Id of the key; null where nothing of it can be read.</param>
/// <param name="ContentsAt">Where the signature's digits begin.</param>
internal sealed partial record SignedPdf(SignedRange Range, bool IsGenuine, string? Key, int ContentsAt)
{
    /// <summary>What a timestamp is of.</summary>
    public byte[] Signature { get; private init; } = [];

    /// <summary>Token of RFC 3161 over <see cref="Signature"/>, not looked at yet; null where there is none.</summary>
    public byte[]? Timestamp { get; private init; }

    public static SignedPdf Read(byte[] pdf)
    {
        var range = ByteRange().Match(Encoding.Latin1.GetString(pdf));
        if (!range.Success)
        {
            return new(SignedRange.None, false, null, 0);
        }

        var (begin, end, rest) = (Number(range, 1), Number(range, 2), Number(range, 3));
        var coversAll = begin > 0 && end > begin && rest >= 0 && (long)end + rest == pdf.Length && pdf[begin] == '<'
            && pdf[end - 1] == '>';
        if (!coversAll)
        {
            return new(SignedRange.Part, false, null, begin);
        }

        try
        {
            // Nothing but the signature and zeros after it.
            var digits = Encoding.ASCII.GetString(pdf, begin + 1, end - begin - 2);
            AsnDecoder.ReadEncodedValue(
                Convert.FromHexString(digits), AsnEncodingRules.DER, out _, out _, out var length);
            var encoded = Convert.FromHexString(digits.AsSpan(0, length * 2));
            if (digits != Convert.ToHexString(encoded).PadRight(digits.Length, '0')
                || PortalCms.Read(encoded, [.. pdf.AsSpan(0, begin), .. pdf.AsSpan(end)]) is not { } read)
            {
                return new(SignedRange.All, false, null, begin);
            }

            var id = SealingKey.IdOf(read.Certificate.PublicKey.ExportSubjectPublicKeyInfo());
            return new(SignedRange.All, true, id, begin) { Signature = read.Signature, Timestamp = read.Timestamp };
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException or AsnContentException)
        {
            return new(SignedRange.All, false, null, begin);
        }
    }

    private static int Number(Match range, int group) =>
        int.TryParse(range.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : -1;

    [GeneratedRegex(@"/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]")]
    private static partial Regex ByteRange();
}
