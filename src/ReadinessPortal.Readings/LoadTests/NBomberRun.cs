using System.Globalization;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary>What has been read of the report so far. Times and rates are of successful requests.</summary>
internal sealed class NBomberRun
{
    // What newer versions call the row of a scenario as a whole, beside those of its steps.
    private const string WholeScenario = "global information";

    private readonly List<(string Name, LoadFigures Figures)> _steps = [];
    private string _name = "";
    private decimal? _ok;
    private decimal? _failed;
    private decimal? _duration;
    private bool _isOfFailures;

    public static bool IsScenario(string line) => line.Replace(">", "").TrimStart().StartsWith("scenario: ",
        StringComparison.Ordinal);

    public void Line(string line)
    {
        if (line.StartsWith("|step|", StringComparison.Ordinal))
        {
            _isOfFailures = line.Contains("fail", StringComparison.Ordinal);
        }
        else if (!line.StartsWith('|'))
        {
            Scenario(line);
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

        var wholes = _steps.Where(s => s.Name == WholeScenario).ToList();
        var steps = (wholes.Count > 0 ? wholes : _steps).ConvertAll(s => s.Figures);
        var only = steps is [var one] ? one : new LoadFigures();
        var counted = steps.Sum(s => s.Requests);
        if (steps.Count > 1)
        {
            into.Warn(WarningCodes.PercentilesInParts, $"The report gives percentiles for {steps.Count} parts of the "
                + "load; they cannot be added up and are left out.");
        }

        (only with
        {
            Requests = _ok + _failed,
            Failed = _failed,
            Rate = steps.Count > 0 && steps.TrueForAll(s => s.Rate is not null) ? steps.Sum(s => s.Rate) : null,
            Average = counted > 0 && steps.TrueForAll(s => s.Average is not null)
                ? steps.Sum(s => s.Average * s.Requests) / counted : null,
            Max = steps.Max(s => s.Max),
            Duration = _duration,
        }).AddTo(into);
    }

    // In one line, or one line for each of them.
    private void Scenario(string line)
    {
        _ok = Sum(_ok, After(line, "ok count:"));
        _failed = Sum(_failed, After(line, "fail count:"));
        if (TimeSpan.TryParse(After(line, "duration:"), CultureInfo.InvariantCulture, out var span))
        {
            _duration = Math.Max(_duration ?? 0, (decimal)span.TotalSeconds);
        }
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
            case "name":
                _name = values.Trim('`', ' ');
                break;
            case "request count":
                _steps.Add((_name, new()
                {
                    Requests = Numbers.Decimal(After(values, "ok =")) ?? Numbers.Decimal(After(values, "all =")),
                    Rate = Numbers.Decimal(After(values, "RPS =")),
                }));
                break;
            case "latency" or "latency (ms)" when _steps.Count > 0:
                _steps[^1] = (_name, _steps[^1].Figures with
                {
                    Average = Numbers.Decimal(After(values, "mean =")),
                    Max = Numbers.Decimal(After(values, "max =")),
                });
                break;
            case "latency percentile" or "latency percentile (ms)" when _steps.Count > 0:
                _steps[^1] = (_name, _steps[^1].Figures with
                {
                    P50 = Numbers.Decimal(After(values, "50% =") ?? After(values, "p50 =")),
                    P95 = Numbers.Decimal(After(values, "95% =") ?? After(values, "p95 =")),
                    P99 = Numbers.Decimal(After(values, "99% =") ?? After(values, "p99 =")),
                });
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
