using ReadinessPortal.Pdf.Fluent;
using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Reporting.Files;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;

namespace ReadinessPortal.UnitTests.Pdf;

public sealed class FinishingFiles
{
    private static readonly PdfFinish _finish = new()
    {
        Language = "en-GB",
        At = new DateTimeOffset(2026, 3, 4, 23, 30, 0, TimeSpan.FromHours(-5)),
        ContentHash = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        Bookmarks =
        [
            new("Résumé", "summary", [new("Gate 1 (critical)", "gate / 1"), new("Nowhere", "missing")]),
            new("End", "end"),
        ],
    };

    [Fact]
    public void Bookmarks_lead_to_sections_and_unknown_ones_are_left_out()
    {
        using var document = PdfDocument.Open(PdfAppend.Finish(Sample(), _finish));

        document.TryGetBookmarks(out var bookmarks).Should().BeTrue();
        bookmarks!.GetNodes().OfType<DocumentBookmarkNode>().Select(node => (node.Title, node.PageNumber))
            .Should().Equal(("Résumé", 1), ("Gate 1 (critical)", 2), ("End", 2));
    }

    [Fact]
    public void What_is_attached_comes_out_byte_for_byte()
    {
        var (any, none) = (new byte[70_000], Array.Empty<byte>());
        new Random(5).NextBytes(any);
        "endobj endstream trailer startxref 9"u8.CopyTo(any);

        using var document = PdfDocument.Open(PdfAppend.Finish(Sample(), _finish with
        {
            Attachments =
            [
                new("b (1).json", "application/json", "Zurück", any), new("a.txt", "text/plain", "Nothing", none),
            ],
        }));

        document.Advanced.TryGetEmbeddedFiles(out var files).Should().BeTrue();
        files!.Select(f => f.Name).Should().Equal("a.txt", "b (1).json");
        files![1].Memory.ToArray().Should().Equal(any);
        files[0].Memory.Length.Should().Be(0);
    }

    [Fact]
    public void The_bytes_of_the_engine_stay_as_they_are()
    {
        var sample = Sample();

        PdfAppend.Finish(sample, _finish).Take(sample.Length).Should().Equal(sample);
    }

    [Fact]
    public void Dates_are_in_universal_time_and_the_identity_is_that_of_the_content()
    {
        using var document = PdfDocument.Open(PdfAppend.Finish(Sample(), _finish));

        document.Information.CreationDate.Should().Be("D:20260305043000Z");
        document.Information.ModifiedDate.Should().Be("D:20260305043000Z");
        document.Information.Title.Should().Be("Sample (1)");
        document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("Lang"),
            out var language).Should().BeTrue();
        language!.ToString().Should().Contain("en-GB");
        var text = System.Text.Encoding.Latin1.GetString(PdfAppend.Finish(Sample(), _finish));
        text.Should().Contain("/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]");
    }

    [Fact]
    public void A_finished_file_can_be_finished_again()
    {
        var twice = PdfAppend.Finish(PdfAppend.Finish(Sample(), _finish), _finish with { Language = "de" });

        using var document = PdfDocument.Open(twice);
        document.NumberOfPages.Should().Be(2);
        document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("Lang"),
            out var language).Should().BeTrue();
        language!.ToString().Should().Contain("de").And.NotContain("en-GB");
    }

    [Fact]
    public void Something_else_than_a_file_with_a_table_is_refused()
    {
        var finish = () => PdfAppend.Finish("%PDF-1.5 nothing"u8.ToArray(), _finish);

        finish.Should().Throw<InvalidDataException>();
    }

    private static byte[] Sample() => Printed.Document(page => page.Content().Column(column =>
    {
        column.Item().Section("summary").Text("Summary");
        column.Item().PageBreak();
        column.Item().Section("gate / 1").Text("Gate");
        column.Item().Section("end").Text("End");
    })).WithMetadata(new DocumentMetadata { Title = "Sample (1)" }).GeneratePdf();
}
