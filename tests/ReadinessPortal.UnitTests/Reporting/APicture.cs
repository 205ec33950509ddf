using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Reporting;
using SkiaSharp;

namespace ReadinessPortal.UnitTests.Reporting;

/// <summary>Pictures of one color, and logos made of them.</summary>
internal static class APicture
{
    public static byte[] Of(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.DarkMagenta);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    public static EvidenceItem Item(string mediaType) => new()
    {
        Key = "logo", Title = "Logo", FileName = "logo", Sha256 = new string('a', 64), MediaType = mediaType,
    };

    public static Task<ReportLogo> ReadAsync(byte[] file, string mediaType) =>
        ReportLogo.ReadAsync(Item(mediaType) with { Size = file.Length }, () => Task.FromResult(file));
}
