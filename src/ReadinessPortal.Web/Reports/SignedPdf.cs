using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.RegularExpressions;
using ReadinessPortal.Application.Seals;

namespace ReadinessPortal.Web.Reports;

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
            var digits = Encoding.ASCII.GetString(pdf, begin + 1, end - begin - 2);
            var cms = new SignedCms(new ContentInfo([.. pdf.AsSpan(0, begin), .. pdf.AsSpan(end)]), detached: true);
            cms.Decode(Convert.FromHexString(digits));
            cms.CheckSignature(verifySignatureOnly: true);
            var id = cms.SignerInfos is [{ Certificate: { } certificate }]
                ? SealingKey.IdOf(certificate.PublicKey.ExportSubjectPublicKeyInfo()) : null;
            return new(SignedRange.All, id is not null, id, begin);
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return new(SignedRange.All, false, null, begin);
        }
    }

    private static int Number(Match range, int group) =>
        int.TryParse(range.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : -1;

    [GeneratedRegex(@"/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]")]
    private static partial Regex ByteRange();
}
