using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Reporting;

/// <summary>
/// The picture at the head of a report's first page. A file that cannot be printed stops no report: it is left out,
/// and the report says why.
/// </summary>
public sealed class ReportLogo
{
    /// <summary>Largest file that is printed, in bytes.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Most pixels: far more than the room it has shows in print.</summary>
    public const long MostPixels = 4_000_000;

    private ReportLogo(byte[] picture, string? whyNot) => (Picture, WhyNot) = (picture, whyNot);

    /// <summary>PNG or JPEG, read once to the end; empty where there is a reason not to print it.</summary>
    public byte[] Picture { get; }

    /// <summary>Why it is not printed, in the middle of a sentence; null where it is.</summary>
    public string? WhyNot { get; }

    public static ReportLogo Missing(string why) => new([], why);

    /// <param name="item">In hand; its size and kind follow from the bytes.</param>
    /// <param name="bytes">Called for a file that is small enough.</param>
    public static async Task<ReportLogo> ReadAsync(EvidenceItem item, Func<Task<byte[]>> bytes)
    {
        if (!item.IsInHand)
        {
            return Missing("its file is not uploaded");
        }

        if (!Pictures.IsPrinted(item.MediaType))
        {
            return Missing("its file is no PNG or JPEG");
        }

        return item.Size > MostBytes
            ? Missing($"its file has more than {Format.Number(MostBytes >> 20)} MB")
            : Read(await bytes(), item.MediaType!);
    }

    private static ReportLogo Read(byte[] picture, string mediaType)
    {
        if (ImageSize.Pixels(picture, mediaType) is not (> 0 and <= MostPixels))
        {
            return Missing($"it does not say its size, or has more than {Format.Number(MostPixels)} pixels");
        }

        try
        {
            Document.Create(all => all.Page(page => page.Content().Image(picture))).GeneratePdf();
            return new(picture, null);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException) // each engine has its own
        {
            return Missing("its file is damaged or cannot be drawn");
        }
    }
}
