using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Readings;
using ReadinessPortal.Readings.TestReports;

namespace ReadinessPortal.Application.Evidence;

/// <summary>What a reader finds in bytes, as the launch keeps it.</summary>
internal static class ReadFile
{
    // What a reader calls its units, and the portal: a count has none there.
    private static readonly Dictionary<string, Unit> _units = new(StringComparer.Ordinal)
    {
        ["count"] = Unit.None, ["score"] = Unit.None, [""] = Unit.None, ["1/s"] = Unit.Parse(Metrics.PerSecond),
    };

    // A document in memory may be of 64 MB, and reading keeps a processor busy: as many at once as there are.
    private static readonly SemaphoreSlim _atOnce = new(Environment.ProcessorCount);

    /// <param name="bytes">Are read once, to their end or to where a reader has seen enough.</param>
    public static Task<EvidenceReading> OfAsync(Stream bytes, string name, CancellationToken ct) =>
        InTurnAsync(() => Of(EvidenceReader.Read(bytes, name)), ct);

    /// <summary>The cases of a test report by name; none of another file.</summary>
    /// <param name="bytes">As above.</param>
    public static Task<TestCases> CasesOfAsync(Stream bytes, string name, CancellationToken ct) => InTurnAsync(() =>
    {
        var cases = new TestCases();
        EvidenceReader.Read(bytes, name, cases: cases);
        return cases;
    }, ct);

    /// <summary>What a reader calls a unit.</summary>
    internal static string UnitOf(Unit unit) => _units.FirstOrDefault(u => u.Value == unit).Key ?? unit.Symbol;

    /// <summary>The kind of evidence that the figures belong to; null where they
    /// tell none.</summary>
    public static EvidenceClass? ClassOf(EvidenceReading reading) => reading.ExpiresAt is not null
        ? EvidenceClass.Certificate
        : reading.Figures is not [{ Metric: var metric }, ..] ? null
        : metric[..metric.IndexOf('.', StringComparison.Ordinal)] switch
        {
            "tests" or "coverage" => EvidenceClass.Tests,
            "http" or "load" or "thresholds" => EvidenceClass.Load,
            "vulnerabilities" or "misconfigurations" or "secrets" or "findings" or "alerts" or "components"
                or "packages" or "scorecard" => EvidenceClass.Scan,
            _ => null,
        };

    private static async Task<T> InTurnAsync<T>(Func<T> read, CancellationToken ct)
    {
        await _atOnce.WaitAsync(ct);
        try
        {
            return await Task.Run(read, ct);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    private static EvidenceReading Of(FileReading read) => new()
    {
        Format = read.Format,
        Producer = read.Producer,
        CapturedAt = read.CapturedAt?.ToUniversalTime(),
        ExpiresAt = read.ExpiresAt?.ToUniversalTime(),
        Figures = [.. read.Readings.Select(Figure).OfType<ReadFigure>()],
        About = About(read) is { Count: > 0 } about ? [.. about] : null,
        Warnings = [.. read.Warnings.Select(w => new ReadWarning(w.Code, w.Message))],
        Error = read.Error,
    };

    private static List<string> About(FileReading read) =>
    [
        .. (from digest in (read.Attested ?? []).SelectMany(s => s.Subjects).SelectMany(s => s.Digests)
            where digest.Value.All(char.IsAsciiHexDigit)
            select digest.Key == "gitCommit" ? digest.Value : $"{digest.Key}:{digest.Value}")
            .Concat(read.About ?? []).Distinct().Take(EvidenceReading.MostAbout),
    ];

    // A number beyond any measurement is none.
    private static ReadFigure? Figure(Reading reading)
    {
        var unit = _units.TryGetValue(reading.Unit, out var known) ? known : Unit.Parse(reading.Unit);
        return Quantity.TryParse(new Quantity(reading.Value, unit).ToString(), null, out var value)
            ? new(reading.Metric, value)
            : null;
    }
}
