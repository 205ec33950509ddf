using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Evidence;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class ReadingTheCorpus
{
    [CorpusFact]
    public async Task Every_figure_is_one_that_targets_can_be_set_on_in_its_unit()
    {
        foreach (var file in Corpus.Files("samples"))
        {
            using var bytes = File.OpenRead(Path.Combine(Corpus.Folder!, "samples", file.File));
            var read = await ReadFile.OfAsync(bytes, file.File, CancellationToken.None);

            read.Figures.Select(f => f.Metric).Should().BeSubsetOf(Metrics.All.Keys, file.File);
            read.Figures.Should().NotContain(f => f.Value.Unit != Metrics.All[f.Metric]
                && !f.Metric.StartsWith("prometheus.", StringComparison.Ordinal), file.File);
        }
    }

    [CorpusTheory]
    [MemberData(nameof(Samples))]
    public void A_real_file_gives_the_figures_of_the_manifest(string file)
    {
        var entry = Corpus.Files("samples").Single(f => f.File == file);

        var read = Corpus.Read("samples", file);

        read.Error.Should().BeNull();
        read.Format.Should().Be(CorpusFigures.FormatOf(entry));
        foreach (var (metric, value) in CorpusFigures.Of(entry))
        {
            var given = read.Of(metric);
            if (value is { } expected)
            {
                // The manifest rounds to six digits.
                given.Should().NotBeNull(metric).And.BeApproximately(expected, 0.0001m, metric);
            }
            else
            {
                given.Should().BeNull(metric);
            }
        }

        if (entry.Expected.TryGetProperty("disagreements", out var differences) && differences.GetArrayLength() > 0)
        {
            read.Warnings.Should().NotBeEmpty();
        }
    }

    public static TheoryData<string> Samples() =>
        Corpus.Folder is null ? [] : [.. Corpus.Files("samples").Select(f => f.File)];
}
