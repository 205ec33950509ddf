using System.Collections.Immutable;

namespace ReadinessPortal.Readings.TestReports;

/// <summary>How a test case ended.</summary>
internal enum CaseOutcome
{
    Passed,
    Skipped,
    Failed,
    Error,
    Inconclusive,
}

/// <summary>Test cases counted one by one.</summary>
internal sealed class TestTally
{
    private static readonly string[] _formats = ["junit", "trx"];

    private readonly long[] _cases = new long[Enum.GetValues<CaseOutcome>().Length];
    private decimal _duration;
    private long _timed;
    private long _unusableTimes;

    /// <summary>Errors outside any case, such as a set-up that broke: no test, and no success either.</summary>
    public long ErrorsOutsideCases { get; set; }

    /// <summary>Failures outside any case.</summary>
    public long FailuresOutsideCases { get; set; }

    public long Total { get; private set; }

    public long this[CaseOutcome outcome] => _cases[(int)outcome];

    public void Add(CaseOutcome outcome)
    {
        _cases[(int)outcome]++;
        Total++;
    }

    /// <summary>The time of one case in seconds, or null where it gives one that cannot be used.</summary>
    public void AddTime(decimal? seconds)
    {
        // No test runs for a century: whatever says so would only hide the others.
        if (seconds is >= 0 and < 3_155_760_000m)
        {
            _duration += seconds.Value;
            _timed++;
        }
        else
        {
            _unusableTimes++;
        }
    }

    /// <summary>The pass rate is of all tests and of errors outside any: skipping a test does not raise it.</summary>
    public void AddTo(ReadingCollector into)
    {
        into.Add("tests.total", Total, "count");
        into.Add("tests.passed", this[CaseOutcome.Passed], "count");
        into.Add("tests.failed", this[CaseOutcome.Failed] + FailuresOutsideCases, "count");
        into.Add("tests.errors", this[CaseOutcome.Error] + ErrorsOutsideCases, "count");
        into.Add("tests.skipped", this[CaseOutcome.Skipped], "count");
        into.AddIfGiven("tests.pass_rate", PassRate(), "%");
        into.AddIfGiven("tests.duration", _timed > 0 ? _duration : null, "s");
        if (Total == 0)
        {
            into.Warn(WarningCodes.NothingMeasured, "The report holds no test: it proves nothing. Check that the "
                + "right suite was run.");
        }

        if (_unusableTimes > 0)
        {
            into.Warn(WarningCodes.ValuesUnusable,
                $"{_unusableTimes} of {Total} tests give a time that is no number of seconds; it is left out.");
        }

        if (this[CaseOutcome.Inconclusive] is > 0 and var open)
        {
            into.Warn(WarningCodes.Inconclusive, $"{open} of {Total} tests neither passed, failed nor were skipped.");
        }
    }

    /// <summary>Whether reports of a format can be added up.</summary>
    public static bool IsOf(string? format) => _formats.Contains(format);

    /// <summary>The reports of one run that a tool split into files, as Surefire does.</summary>
    public static FileReading Together(IReadOnlyList<FileReading> reports, string name)
    {
        var all = reports.SelectMany(r => r.Readings).ToLookup(r => r.Metric);
        var readings = all.Where(m => m.Key != "tests.pass_rate")
            .Select(m => new Reading(m.Key, m.Sum(r => r.Value), m.First().Unit)).ToList();
        var tally = new TestTally { Total = (long)all["tests.total"].Sum(r => r.Value) };
        tally._cases[(int)CaseOutcome.Passed] = (long)all["tests.passed"].Sum(r => r.Value);
        if (tally.PassRate() is { } rate)
        {
            readings.Add(new("tests.pass_rate", rate, "%"));
        }

        return new FileReading
        {
            File = name,
            Format = reports[0].Format,
            Producer = reports[0].Producer,
            CapturedAt = reports.Max(r => r.CapturedAt),
            Readings = [.. readings],
            // One empty suite among others is no evidence of nothing.
            Warnings = [.. from report in reports
                           from warning in report.Warnings
                           where warning.Code != WarningCodes.NothingMeasured || tally.Total == 0
                           select warning with { Message = $"{ReadingCollector.Clean(report.File)}: "
                               + $"{warning.Message}" }],
        };
    }

    private decimal? PassRate() =>
        Total + ErrorsOutsideCases + FailuresOutsideCases is > 0 and var all && Total > 0
            ? 100m * this[CaseOutcome.Passed] / all
            : null;
}
