using System.IO.Compression;
using System.Runtime.CompilerServices;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.UnitTests.Revisions;

/// <summary>
/// Revisions as they were frozen, one of each format there ever was. The files never change: where one cannot be read
/// any more, the format needs a new number and a step from the old one.
/// </summary>
public sealed class ReadingEveryFormat
{
    [Fact]
    public void A_revision_of_todays_format_comes_back_to_the_byte()
    {
        var frozen = Frozen(3);

        RevisionJson.Write(RevisionJson.Read(frozen)).Text.Should().Be(frozen);
    }

    [Fact]
    public void The_first_format_says_the_same_but_for_the_offsets_of_its_zone()
    {
        var (first, today) = (RevisionJson.Read(Frozen(1)), RevisionJson.Read(Frozen(3)));

        first.Offsets.Should().ContainSingle();
        RevisionJson.Write(first with { Offsets = today.Offsets }).Text.Should().Be(Frozen(3));
    }

    [Fact]
    public void The_second_format_says_the_same_and_knew_a_budget_by_its_keys()
    {
        Frozen(2).Should().NotContain("budgetRole");

        RevisionJson.Write(RevisionJson.Read(Frozen(2))).Text.Should().Be(Frozen(3));
    }

    [Fact]
    public void There_is_one_of_todays_format() =>
        Frozen(3).Should().Contain($"\"format\":\"{RevisionContent.Format}\"");

    private static string Frozen(int format, [CallerFilePath] string here = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(here)!, "Frozen");
        using var file = File.OpenRead(Path.Combine(folder, $"format-{format}.json.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return text.ReadToEnd();
    }
}
