using System.Diagnostics;
using System.Xml;
using ReadinessPortal.Readings;

namespace ReadinessPortal.Benchmarks;

/// <summary>A million test cases read into figures, beside a loop that only asks an <see cref="XmlReader"/> for the
/// next node of the same file. Needs no database.</summary>
internal static class ReadingTimes
{
    private const int Cases = 1_000_000;

    // Until then the compiler is measured too.
    private const int Warm = 1;

    public static Task RunAsync(ResultTable table)
    {
        var file = Path.GetTempFileName();
        try
        {
            ManyTestCases.Write(file, Cases);
            var rounds = Enumerable.Range(0, Warm + Settings.Rounds)
                .Select(_ => (Ours: Measured(file, Figures), Bare: Measured(file, Nodes))).Skip(Warm).ToList();
            var (ours, bare) = (Median(rounds.Select(r => r.Ours)), Median(rounds.Select(r => r.Bare)));
            table.Add("reading 1,000,000 test cases, beside a bare XmlReader", "ms", ours.Time, bare.Time, "3 times");
            table.Add("reading them, all memory that was asked for", "MB", ours.Memory, bare.Memory, "32 MB");
        }
        finally
        {
            File.Delete(file);
        }

        return Task.CompletedTask;
    }

    private static void Figures(Stream file)
    {
        var read = EvidenceReader.Read(file, "junit.xml");
        if (read.Readings.SingleOrDefault(r => r.Metric == "tests.total")?.Value != Cases || read.Warnings.Length > 0)
        {
            throw new NotMeasuredException($"the report was not read as it is: {read.Error}");
        }
    }

    private static void Nodes(Stream file)
    {
        using var reader = XmlReader.Create(file);
        while (reader.Read())
        {
        }
    }

    // Garbage too: what is in use at any moment is never more than that.
    private static (double Time, double Memory) Measured(string file, Action<Stream> read)
    {
        using var content = File.OpenRead(file);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        read(content);
        return (watch.Elapsed.TotalMilliseconds, (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6);
    }

    private static (double Time, double Memory) Median(IEnumerable<(double Time, double Memory)> rounds)
    {
        var all = rounds.ToList();
        return (new Samples(all.Select(r => r.Time)).Median, new Samples(all.Select(r => r.Memory)).Median);
    }
}
