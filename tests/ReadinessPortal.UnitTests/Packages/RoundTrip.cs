using System.Collections.Immutable;
using System.Text.Json;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;
using ReadinessPortal.UnitTests.Demo;

namespace ReadinessPortal.UnitTests.Packages;

public sealed class RoundTrip
{
    [Fact]
    public async Task The_demo_written_and_read_again_says_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("package-");
        try
        {
            var path = Path.Combine(folder.FullName, "demo.zip");
            await WriteAsync(path);
            var read = await LaunchPackage.ReadAsync(path);

            Json(await PackageFiles.ReadAsync(read, default)).Should().Be(Json(DemoPackage.Facts));
            read.Files.Select(f => (f.EvidenceKey, f.Sha256, f.Size)).Should()
                .Equal(DemoPackage.Package.Files.Select(f => (f.EvidenceKey, f.Sha256, f.Size)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_same_launch_gives_the_same_bytes()
    {
        var first = new MemoryStream();
        var second = new MemoryStream();
        await LaunchPackage.WriteAsync(DemoPackage.Facts, Open, first);
        await LaunchPackage.WriteAsync(DemoPackage.Facts, Open, second);

        second.ToArray().Should().Equal(first.ToArray());
    }

    [Fact]
    public void The_largest_table_that_can_be_pasted_comes_back()
    {
        var columns = Enumerable.Range(0, ColumnGuesses.MostColumns)
            .Select(i => new RegisterColumn { Key = $"c{i}", Title = "A column" }).ToImmutableArray();
        var cells = columns.ToImmutableSortedDictionary(c => c.Key, _ => "a");
        var rows = Enumerable.Range(0, PastePlan.MostRows)
            .Select(i => new RegisterRow { Key = $"r{i}", Cells = cells }).ToImmutableArray();
        var register = new Register { Key = "a", Title = "A", Chapter = "finance", Columns = columns, Rows = rows };
        var facts = APackage.Read(APackage.Smallest) with { Registers = [register] };

        var read = LaunchPackage.ReadText(LaunchPackage.WriteText(facts)).Registers[0];

        read.Rows.Sum(r => r.Cells.Count).Should().Be(PastePlan.MostRows * ColumnGuesses.MostColumns);
    }

    [Fact]
    public void Written_text_is_stable() =>
        LaunchPackage.WriteText(LaunchPackage.ReadText(LaunchPackage.WriteText(DemoPackage.Facts)))
            .Should().Be(LaunchPackage.WriteText(DemoPackage.Facts));

    private static async Task WriteAsync(string path)
    {
        await using var zip = File.Create(path);
        await LaunchPackage.WriteAsync(DemoPackage.Facts, Open, zip);
    }

    private static Task<Stream?> Open(Domain.Evidence.EvidenceItem item) =>
        Task.FromResult<Stream?>(DemoPackage.Package.Files.Single(f => f.EvidenceKey == item.Key).Open());

    private static string Json(LaunchFacts facts) => JsonSerializer.Serialize(facts, FactsJson.Options);
}
