using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class HoldingAgainstHostileFiles
{
    private static readonly string[] _readHere = ["xml", "json", "archive", "empty", "names", "control"];

    // A workbook is no format that is read, and a zip of unknown parts is plain evidence, like any other JSON.
    private static readonly string[] _plain =
    [
        "json/empty-object.json", "archive/missing-sheet-part.xlsx", "archive/shared-string-index-out-of-range.xlsx",
        "archive/ole2-xls-named.xlsx",
    ];

    [CorpusTheory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_file_is_read_or_refused_as_it_must_be(string file)
    {
        var entry = Corpus.Files("hostile").Single(f => f.File == file);

        // Whatever takes long to read makes garbage while it does; one that never ends is given up.
        var (read, allocated) = await Task.Run(() => Measured(file)).WaitAsync(Patience.Limit);

        allocated.Should().BeLessThan(64 << 20);
        switch (entry.Expected.GetProperty("outcome").GetString())
        {
            case "accept":
                read.Error.Should().BeNull();
                read.Format.Should().NotBeNull();
                break;
            case "reject" when _plain.Contains(file):
                read.Should().BeEquivalentTo(new { Error = (string?)null, Format = (string?)null });
                read.Readings.Should().BeEmpty();
                break;
            case "reject":
                read.Error.Should().NotBeNull();
                read.Readings.Should().BeEmpty();
                break;
        }
    }

    [CorpusTheory]
    [InlineData("xml/external-dtd.xml", 2, 1, 0)]
    [InlineData("xml/xinclude.xml", 1, 1, 0)]
    [InlineData("xml/stylesheet-pi.xml", 2, 1, 0)]
    [InlineData("xml/utf16le-no-bom.xml", 2, 1, 0)]
    [InlineData("xml/latin1-declared.xml", 1, 0, 0)]
    [InlineData("xml/ansi-and-bidi-in-names.xml", 2, 0, 0)]
    [InlineData("xml/script-in-names.xml", 1, 1, 0)]
    [InlineData("xml/lying-totals.xml", 3, 1, 1, WarningCodes.TotalsDisagree)]
    [InlineData("xml/number-attacks.xml", 5, 0, 0, WarningCodes.ValuesUnusable)]
    [InlineData("xml/suite-level-error.xml", 1, 0, 1)]
    [InlineData("xml/trx-lying-counters.trx", 1, 1, 0, WarningCodes.TotalsDisagree)]
    [InlineData("control/good-junit.xml", 2, 1, 0)]
    [InlineData("names/..%2f..%2fetc%2fpasswd.xml", 2, 1, 0)]
    public void Tests_in_it_are_counted(string file, int tests, int failed, int errors, string? warning = null)
    {
        var read = Corpus.Read("hostile", file);

        (read.Of("tests.total"), read.Of("tests.failed"), read.Of("tests.errors")).Should().Be((tests, failed, errors));
        read.Codes().Should().Equal(warning is null ? [] : [warning]);
    }

    [CorpusTheory]
    [InlineData("json/k6-threshold-ambiguous.json", "thresholds.failed", 2)]
    [InlineData("json/k6-threshold-ambiguous.json", "http.p95", 9000)]
    [InlineData("json/k6-threshold-ambiguous.json", "http.error_rate", 90)]
    [InlineData("json/k6-setup-data-secret.json", "http.p95", 10)]
    [InlineData("json/bom-utf16le.json", "vulnerabilities.critical", 1)]
    [InlineData("json/trivy-results-null.json", "vulnerabilities.total", 0, WarningCodes.NothingMeasured)]
    public void Figures_in_it_are_read(string file, string metric, int value, string? warning = null)
    {
        var read = Corpus.Read("hostile", file);

        read.Of(metric).Should().Be(value);
        read.Codes().Should().Equal(warning is null ? [] : [warning]);
    }

    [CorpusFact]
    public void A_run_that_failed_is_never_clean()
    {
        var read = Corpus.Read("hostile", "json/sarif-not-run.sarif");

        read.Readings.Should().BeEmpty();
        read.Codes().Should().Equal(WarningCodes.RunUnsuccessful);
    }

    private static (FileReading Read, long Allocated) Measured(string file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = Corpus.Read("hostile", file);
        return (read, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public static TheoryData<string> Files() => Corpus.Folder is null ? []
        : [.. Corpus.Files("hostile").Select(f => f.File).Where(f => _readHere.Contains(f.Split('/')[0]))];
}
