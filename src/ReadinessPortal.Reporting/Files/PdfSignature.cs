using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReadinessPortal.Reporting.Files;

/// <summary>Who signs a file, as a reader of it shows.</summary>
public sealed record PdfSigner(string Name, string Reason, DateTimeOffset At);

/// <summary>
/// A signature over a whole file, appended to it by an incremental update (ISO 32000-1, section 12.8; PAdES baseline
/// B-B, with a timestamp B-T, ETSI EN 319 142-1). It has no picture on any page.
/// </summary>
public static partial class PdfSignature
{
    /// <summary>Bytes left for the signature itself: a certificate and a signature of P-256 take about 1,200, a
    /// timestamp with its chain of certificates about 6,000.</summary>
    private const int Room = 16_384;

    /// <param name="sign">Gets the bytes that the signature covers, and returns a detached CMS of them, DER.</param>
    /// <exception cref="InvalidDataException">The file is no PDF that can be appended to, or the CMS is too
    /// large.</exception>
    public static Task<byte[]> AppendAsync(byte[] pdf, PdfSigner signer, Func<byte[], Task<byte[]>> sign)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        ArgumentNullException.ThrowIfNull(sign);
        var source = PdfSource.Read(pdf);
        var update = new PdfUpdate(source.Size);
        var (signature, field, page) = (update.Next(), update.Next(), source.FirstPage());
        update.Set(signature, Dictionary(signer));
        update.Set(field, $"<</Type /Annot /Subtype /Widget /FT /Sig /T (Portal) /V {signature} 0 R /F 132 "
            + $"/Rect [0 0 0 0] /P {page} 0 R>>");
        Annotate(update, source, page, field);
        update.Set(source.Root, PdfAppend.Extended(source.Object(source.Root), new()
        {
            ["AcroForm"] = $"<</SigFlags 3 /Fields [{field} 0 R]>>",
        }));
        var file = update.AppendTo(pdf, source, source.Info ?? throw new InvalidDataException("The PDF has no dates."),
            source.Identity ?? throw new InvalidDataException("The PDF has no identity."));
        return SignedAsync(file, pdf.Length, sign);
    }

    private static string Dictionary(PdfSigner signer) =>
        $"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M {PdfText.Date(signer.At)}"
        + $" /Name {PdfText.String(signer.Name)} /Reason {PdfText.String(signer.Reason)}"
        + $" /ByteRange [0 ********** ********** **********] /Contents <{new string('0', Room * 2)}>>>";

    private static void Annotate(PdfUpdate update, PdfSource source, int page, int field)
    {
        var dictionary = source.Object(page);
        if (IndirectAnnotations().Match(dictionary) is { Success: true } elsewhere)
        {
            var list = int.Parse(elsewhere.Groups[1].Value, CultureInfo.InvariantCulture);
            update.Set(list, $"[{field} 0 R {source.Object(list).TrimStart('[')}");
        }
        else if (Annotations().Match(dictionary) is { Success: true } here)
        {
            update.Set(page, dictionary.Insert(here.Index + here.Length, $"{field} 0 R "));
        }
        else
        {
            update.Set(page, PdfAppend.Extended(dictionary, new() { ["Annots"] = $"[{field} 0 R]" }));
        }
    }

    // Everything but the signature's own digits, with their brackets, is covered.
    private static async Task<byte[]> SignedAsync(byte[] file, int from, Func<byte[], Task<byte[]>> sign)
    {
        var text = Encoding.Latin1.GetString(file, from, file.Length - from);
        var begin = from + text.IndexOf("/Contents <0", StringComparison.Ordinal) + "/Contents ".Length;
        var end = begin + Room * 2 + 2;
        var range = from + text.IndexOf("**********", StringComparison.Ordinal);
        var numbers = new[] { begin, end, file.Length - end };
        for (var i = 0; i < numbers.Length; i++)
        {
            var digits = numbers[i].ToString(CultureInfo.InvariantCulture).PadRight(10);
            Encoding.ASCII.GetBytes(digits).CopyTo(file, range + i * 11);
        }

        var cms = Convert.ToHexString(await sign([.. file.AsSpan(0, begin), .. file.AsSpan(end)]));
        if (cms.Length > Room * 2)
        {
            throw new InvalidDataException($"The signature takes {cms.Length / 2} bytes; there is room for {Room}.");
        }

        Encoding.ASCII.GetBytes(cms).CopyTo(file, begin + 1);
        return file;
    }

    [GeneratedRegex(@"/Annots\s+(\d+)\s+0\s+R")]
    private static partial Regex IndirectAnnotations();

    [GeneratedRegex(@"/Annots\s*\[")]
    private static partial Regex Annotations();
}
