using System.Globalization;
using ReadinessPortal.Readings.Text;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary>NBomber's report in Markdown: a section for each scenario with tables for each step
/// (https://nbomber.com/docs/nbomber/reporting). Values stand in backquotes.</summary>
public sealed class NBomberFormat : ITextFormat
{
    public string Name => "nbomber";

    public bool Claims(TextHead head) => head.Lines.Any(l => NBomberRun.IsScenario(l))
        && head.Lines.Any(l => l.Contains("ok count", StringComparison.Ordinal)
            || l.Contains("request count", StringComparison.Ordinal));

    public void Read(TextReader text, ReadingCollector into)
    {
        var run = new NBomberRun();
        into.Producer = "NBomber";
        while (text.ReadLine() is { } line)
        {
            run.Line(line);
        }

        run.AddTo(into);
    }
}

/// <summary>What has been read of the report so far. Times and rates are of successful requests.</summary>
internal sealed class NBomberRun
{
    private readonly List<LoadFigures> _steps = [];
    private decimal? _ok;
    private decimal? _failed;
    private decimal? _duration;
    private bool _isOfFailures;

    public static bool IsScenario(string line) => line.Replace(">", "").TrimStart().StartsWith("scenario: ",
        StringComparison.Ordinal);

    public void Line(string line)
    {
        if (IsScenario(line))
        {
            _isOfFailures = false;
            _ok = Sum(_ok, After(line, "ok count:"));
            _failed = Sum(_failed, After(line, "fail count:"));
            var duration = After(line, "duration:");
            _duration = TimeSpan.TryParse(duration, CultureInfo.InvariantCulture, out var span)
                ? Math.Max(_duration ?? 0, (decimal)span.TotalSeconds) : _duration;
        }
        else if (line.StartsWith("|step|", StringComparison.Ordinal))
        {
            _isOfFailures = line.Contains("fail", StringComparison.Ordinal);
        }
        else if (!_isOfFailures)
        {
            Row(line);
        }
    }

    public void AddTo(ReadingCollector into)
    {
        if (_ok is null || _failed is null)
        {
            throw new UnreadableEvidenceException("No scenario of the report has an 'ok count' and a 'fail count' "
                + "that are "
                + "numbers. Produce it again.");
        }

        var only = _steps is [var one] ? one : new LoadFigures();
        var counted = _steps.Sum(s => s.Requests);
        if (_steps.Count > 1)
        {
            into.Warn(WarningCodes.PercentilesInParts, $"The report gives percentiles for {_steps.Count} steps; they "
                + "cannot be added up and are left out.");
        }

        (only with
        {
            Requests = _ok + _failed,
            Failed = _failed,
            Rate = _steps.Count > 0 && _steps.TrueForAll(s => s.Rate is not null) ? _steps.Sum(s => s.Rate) : null,
            Average = counted > 0 && _steps.TrueForAll(s => s.Average is not null)
                ? _steps.Sum(s => s.Average * s.Requests) / counted : null,
            Max = _steps.Max(s => s.Max),
            Duration = _duration,
        }).AddTo(into);
    }

    // |latency|min = `119.68`, mean = `306.68`, max = `649.48`, StdDev = `64.93`|
    private void Row(string line)
    {
        var cells = line.Split('|');
        if (cells is not ["", var name, var values, ..])
        {
            return;
        }

        switch (name.Trim())
        {
            case "request count":
                _steps.Add(new()
                {
                    Requests = Numbers.Decimal(After(values, "ok =")) ?? Numbers.Decimal(After(values, "all =")),
                    Rate = Numbers.Decimal(After(values, "RPS =")),
                });
                break;
            case "latency" or "latency (ms)" when _steps.Count > 0:
                _steps[^1] = _steps[^1] with
                {
                    Average = Numbers.Decimal(After(values, "mean =")),
                    Max = Numbers.Decimal(After(values, "max =")),
                };
                break;
            case "latency percentile" or "latency percentile (ms)" when _steps.Count > 0:
                _steps[^1] = _steps[^1] with
                {
                    P50 = Numbers.Decimal(After(values, "50% =") ?? After(values, "p50 =")),
                    P95 = Numbers.Decimal(After(values, "95% =") ?? After(values, "p95 =")),
                    P99 = Numbers.Decimal(After(values, "99% =") ?? After(values, "p99 =")),
                };
                break;
        }
    }

    private static decimal? Sum(decimal? sum, string? text) =>
        Numbers.Decimal(text) is { } number ? (sum ?? 0) + number : sum;

    // The value in backquotes after a label.
    private static string? After(string line, string label)
    {
        var at = line.IndexOf(label, StringComparison.Ordinal);
        return at >= 0 && line[(at + label.Length)..].Split('`') is [var between, var value, ..]
            && string.IsNullOrWhiteSpace(between) ? value.Trim() : null;
    }
}
