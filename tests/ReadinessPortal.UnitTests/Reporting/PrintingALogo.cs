using System.Buffers.Binary;
using ReadinessPortal.Reporting;
using SkiaSharp;
using UglyToad.PdfPig;

namespace ReadinessPortal.UnitTests.Reporting;

public sealed class PrintingALogo
{
    private const string Accent = "#6b1f5c";

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    public async Task It_stands_at_the_head_of_the_first_page_and_nowhere_else(
        SKEncodedImageFormat format, string mediaType)
    {
        var logo = await APicture.ReadAsync(APicture.Of(300, 100, format), mediaType);

        using var document = PdfDocument.Open(AReport.Pdf(AReport.Decided() with { Logo = logo }));

        logo.WhyNot.Should().BeNull();
        var place = document.GetPage(1).GetImages().Should().ContainSingle().Which.BoundingBox;
        (place.Width / place.Height).Should().BeApproximately(3, 0.01);
        place.Right.Should().BeApproximately(document.GetPage(1).Width - 48, 0.5);
        document.GetPages().Skip(1).SelectMany(p => p.GetImages()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2_000, 10)]
    [InlineData(10, 2_000)]
    public async Task Of_any_shape_it_keeps_to_its_place_and_the_decision_to_its_page(int width, int height)
    {
        var logo = await APicture.ReadAsync(APicture.Of(width, height), "image/png");

        using var document = PdfDocument.Open(AReport.Pdf(AReport.Decided() with { Logo = logo }));

        var place = document.GetPage(1).GetImages().Should().ContainSingle().Which.BoundingBox;
        place.Width.Should().BeLessThanOrEqualTo(120.1);
        place.Height.Should().BeLessThanOrEqualTo(27.1);
        AReport.Folded(document.GetPage(2).Text).Should().Contain("Contents");
    }

    [Fact]
    public async Task Headings_and_rules_have_the_accent_and_the_bytes_are_the_same_twice()
    {
        var input = AReport.Decided();
        var facts = input.Revision.Facts;
        var branded = input with
        {
            Revision = input.Revision with { Facts = facts with { Launch = facts.Launch with { Accent = Accent } } },
            Logo = await APicture.ReadAsync(APicture.Of(300, 100), "image/png"),
        };

        var pdf = AReport.Pdf(branded);

        AReport.Pdf(branded).Should().Equal(pdf);
        using var document = PdfDocument.Open(pdf);
        Colored(document, 1).Should().StartWith("Launchon");
        Colored(document, 2).Should().StartWith("Contents");
        string.Concat(document.GetPages().Select(p => Colored(document, p.Number)))
            .Should().Contain("1Executivesummary").And.Contain("Howtocheckthisdocument");
        using var plain = PdfDocument.Open(AReport.Pdf(input));
        Colored(plain, 1).Should().BeEmpty();
    }

    public static TheoryData<string, byte[], string, string> Unprintable => new()
    {
        { "cut short", APicture.Of(300, 100)[..^60], "image/png", "damaged" },
        { "nothing but a head", APicture.Of(300, 100)[..40], "image/png", "damaged" },
        { "no picture", "<svg/>"u8.ToArray(), "image/png", "size" },
        { "a jpeg that is none", [0xFF, 0xD8, 0xFF, 0xD9], "image/jpeg", "size" },
        { "far more pixels than bytes", Claiming(60_000, 60_000), "image/png", "pixels" },
        { "more pixels than a whole number holds", Claiming(uint.MaxValue, uint.MaxValue), "image/png", "pixels" },
        { "no pixels", Claiming(0, 10), "image/png", "size" },
        { "another kind", APicture.Of(300, 100), "image/gif", "PNG or JPEG" },
    };

    [Theory]
    [MemberData(nameof(Unprintable))]
    public async Task What_cannot_be_printed_stops_no_report_and_is_said(
        string what, byte[] file, string mediaType, string why)
    {
        var logo = await APicture.ReadAsync(file, mediaType);

        var text = AReport.TextOf(AReport.Pdf(AReport.Decided() with { Logo = logo }));

        logo.WhyNot.Should().Contain(why, what);
        text.Should().Contain(AReport.Folded($"logo is not printed: {logo.WhyNot}."));
    }

    [Fact]
    public async Task What_is_too_large_or_not_there_is_not_even_read()
    {
        var large = APicture.Item("image/png") with { Size = ReportLogo.MostBytes + 1 };
        var cited = APicture.Item("image/png") with { Sha256 = null };

        (await ReportLogo.ReadAsync(large, Unread)).WhyNot.Should().Contain("more than 1 MB");
        (await ReportLogo.ReadAsync(cited, Unread)).WhyNot.Should().Contain("not uploaded");

        static Task<byte[]> Unread() => throw new InvalidOperationException("It was read.");
    }

    // The size stands where a decoder reads it first.
    private static byte[] Claiming(uint width, uint height)
    {
        var file = APicture.Of(10, 10);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(20), height);
        return file;
    }

    private static string Colored(PdfDocument document, int page) => AReport.Folded(string.Concat(
        document.GetPage(page).Letters
            .Where(l => l.Color.ToRGBValues() is var (r, g, b)
                && (Channel(r), Channel(g), Channel(b)) == (0x6b, 0x1f, 0x5c))
            .Select(l => l.Value)));

    private static int Channel(double share) => (int)Math.Round(share * 255);
}
