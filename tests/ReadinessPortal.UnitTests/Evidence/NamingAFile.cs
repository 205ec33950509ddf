using ReadinessPortal.Domain.Evidence;

namespace ReadinessPortal.UnitTests.Evidence;

public sealed class NamingAFile
{
    /// <summary>Names that one system or another cannot have, or that mean something else there.</summary>
    public static string[] Names { get; } =
    [
        "load-test.json", "scan 12:30.log", ".", "..", ".log", "a\\b.log", "C:\\temp\\scan.json", " leading",
        "trailing. ", "CON", "nul.txt", "a\"b%22c.txt", "größe.log", "gro\u0308ße.log", "夜間.csv", "👩‍💻.png",
        "\u202Egnp.exe", "a\u2028b", new string('x', 255), string.Concat(Enumerable.Repeat("語", 255)),
    ];

    public static TheoryData<string> Kept => [.. Names];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Whatever_a_file_system_allows_is_kept(string name) => FileName.WhyNot(name).Should().BeNull();

    [Theory]
    [InlineData("", "is blank")]
    [InlineData("  ", "is blank")]
    [InlineData("scan\tof today.log", "holds tab (U+0009) at position 5")]
    [InlineData("a\nb", "holds line feed (U+000A) at position 2")]
    [InlineData("👩‍💻\rb", "holds carriage return (U+000D) at position 4")]
    [InlineData("a\0", "holds NUL (U+0000) at position 2")]
    [InlineData("\u001b[31m", "holds escape (U+001B) at position 1")]
    [InlineData("a\u0085b", "holds control character (U+0085) at position 2")]
    [InlineData("reports/scan.log", "holds slash (U+002F) at position 8")]
    [InlineData("Gr\uFFFD\uFFFDe", "holds replacement character (U+FFFD) at position 3")]
    [InlineData("a\uFFFF", "holds character without meaning (U+FFFF) at position 2")]
    public void What_cannot_be_kept_is_named(string name, string why) => FileName.WhyNot(name).Should().Be(why);

    [Fact]
    public void Half_a_character_is_named() =>
        FileName.WhyNot("a\uD83D.png").Should().Be("holds half a character (U+D83D) at position 2");

    [Fact]
    public void A_name_is_as_long_as_a_file_system_allows() =>
        FileName.WhyNot(new string('x', 256)).Should().Be("has 256 characters; a file name has at most 255");

    [Theory]
    [InlineData("reports/2025/scan.log", "scan.log")]
    [InlineData("a\\b.log", "a\\b.log")]
    [InlineData("scan.log", "scan.log")]
    public void Folders_are_not_part_of_it(string path, string name) => FileName.Of(path).Should().Be(name);
}
