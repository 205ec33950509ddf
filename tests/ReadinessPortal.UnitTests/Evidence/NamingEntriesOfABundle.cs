using System.Globalization;
using System.Text;
using CsCheck;
using ReadinessPortal.Application.Evidence.Bundles;

namespace ReadinessPortal.UnitTests.Evidence;

/// <summary>What a file is called is data; in the bundle it has a name that every system can unpack.</summary>
public sealed class NamingEntriesOfABundle
{
    [Theory]
    [InlineData("load-test.json", "load-test.json")]
    [InlineData("größe (2) 夜間.csv", "größe (2) 夜間.csv")]
    [InlineData("👩‍💻 gro\u0308ße.csv", "___ gro_ße.csv")]
    [InlineData("\u05D0\u05D1.exe", "__.exe")]
    [InlineData("..", "file")]
    [InlineData("...", "file")]
    [InlineData("", "file")]
    [InlineData(" .profile. ", "profile")]
    [InlineData("..\\..\\evil.exe", "_.._evil.exe")]
    [InlineData("/etc/passwd", "_etc_passwd")]
    [InlineData("C:\\temp\\scan.json", "C__temp_scan.json")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.tar.gz", "_nul.tar.gz")]
    [InlineData("com1 .txt", "_com1 .txt")]
    [InlineData("LPT²", "LPT_")]
    [InlineData("console.log", "console.log")]
    [InlineData("desktop.ini", "_desktop.ini")]
    [InlineData("-rf", "_-rf")]
    [InlineData("a\u202Egnp.exe", "a_gnp.exe")]
    [InlineData("a\u200Bb\tc\u2028d", "a_b_c_d")]
    [InlineData("index.html", "index (2).html")]
    public void A_name_that_means_something_elsewhere_loses_it(string name, string entry) =>
        new BundleNames().In("criteria/a/", name).Should().Be($"criteria/a/{entry}");

    [Theory]
    [InlineData("scan.log", "SCAN.log", "SCAN (2).log")]
    [InlineData("GRÖSSE", "grösse", "grösse (2)")]
    [InlineData("\u212B.log", "\u2126.log", "_ (2).log")]
    [InlineData("a?", "a*", "a_ (2)")]
    public void Two_files_of_a_folder_never_fall_on_each_other(string first, string second, string entry)
    {
        var names = new BundleNames();
        names.In("x/", first);

        names.In("x/", second).Should().Be($"x/{entry}");
        names.In("y/", second).Should().NotEndWith(" (2)");
    }

    [Fact]
    public void Whatever_files_are_called_their_entries_are_harmless_short_and_differ()
    {
        var names = Gen.OneOf(
            Gen.Int[0, NamingAFile.Names.Length - 1].Select(i => NamingAFile.Names[i]),
            Gen.Char["aAbB.:\\/ \"%*?<>|~_-\u202E\u0308é語\u0000\t\uD83D\uDE00"].Array[0, 90]
                .Select(c => new string(c)));

        names.Array[1, 30].Holds(AreHarmless, 200);
    }

    private static bool AreHarmless(string[] names)
    {
        var taken = new BundleNames();
        var entries = names.Select(n => taken.In("", n)).ToList();
        return entries.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length && entries.TrueForAll(e =>
            e.Length > 0 && e != BundleNames.Index && Encoding.UTF8.GetByteCount(e) <= BundleNames.Longest
            && e.IndexOfAny([.. "/\\:*?\"<>|"]) < 0 && e[0] is not ('.' or ' ' or '-' or '~')
            && e[^1] is not ('.' or ' ')
            && e.EnumerateRunes().All(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control
                or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator)));
    }
}
