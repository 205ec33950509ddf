using System.Security.Cryptography;
using ReadinessPortal.Pdf.Fluent;
using SkiaSharp;

namespace ReadinessPortal.UnitTests.Pdf;

public sealed class SameBytes
{
    [Fact]
    public void The_same_document_gives_the_same_bytes_also_many_at_a_time()
    {
        var expected = Hash();

        var hashes = ParallelEnumerable.Range(0, 24).WithDegreeOfParallelism(8).Select(_ => Hash()).ToList();

        hashes.Should().OnlyContain(hash => hash == expected);
    }

    [Fact]
    public void Other_faces_that_the_process_has_loaded_change_nothing()
    {
        var expected = Hash();
        var others = Enumerable.Range(0, 7).Select(_ => SKTypeface.CreateDefault()).ToList();

        Hash().Should().Be(expected);
        others.ForEach(face => face.Dispose());
    }

    [Fact]
    public void Only_the_glyphs_that_are_shown_are_in_the_file()
    {
        using var printed = Printed.Content(content => content.Text("few ✔ שלום").Bold());

        printed.Bytes.Length.Should().BeLessThan(30_000);
    }

    private static string Hash() => Convert.ToHexString(SHA256.HashData(Printed.Document(page =>
    {
        page.Content().Column(column =>
        {
            column.Item().Text("Regular, ≤ 5 ✔ שלום");
            column.Item().Text("田中太郎 김민수 हिन्दी สมชาย \U0001F468\u200D\U0001F469\u200D\U0001F467");
            column.Item().Text("Bold").Bold();
            column.Item().Text("Italic").Italic();
            column.Item().Text("Mono").FontFamily("IBM Plex Mono");
            column.Item().Text(Blocks.Lines(30));
        });
        page.Footer().Text(text => text.TotalPages());
    }).GeneratePdf()));
}
