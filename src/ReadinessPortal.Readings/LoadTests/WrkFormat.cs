using System.Globalization;
using ReadinessPortal.Readings.Text;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary>What wrk and wrk2 print. Percentiles are printed only with <c>--latency</c>, and 95 is none of
/// wrk's.</summary>
public sealed class WrkFormat : ITextFormat
{
    private static readonly char[] _blank = [' ', '\t', ','];

    public string Name => "wrk";

    public bool Claims(TextHead head) =>
        head.Lines.Any(l => l.StartsWith("Running ", StringComparison.Ordinal)
            && l.Contains(" test @ ", StringComparison.Ordinal))
        && head.Lines.Any(l => l.Contains("Thread Stats", StringComparison.Ordinal));

    public void Read(TextReader text, ReadingCollector into)
    {
        var run = new Run();
        into.Producer = "wrk";
        while (text.ReadLine() is { } line)
        {
            run.Line(line.Split(_blank, StringSplitOptions.RemoveEmptyEntries), line.Trim());
        }

        run.AddTo(into);
    }

    private sealed class Run
    {
        private LoadFigures _figures = new();
        private decimal _badStatus;
        private decimal _socketErrors;

        public void Line(string[] words, string line)
        {
            switch (words)
            {
                case ["Latency", var average, _, var max, ..] when average != "Distribution":
                    _figures = _figures with { Average = Milliseconds(average), Max = Milliseconds(max) };
                    break;
                case [[.., '%'] percent, var time] when Milliseconds(time) is { } milliseconds:
                    Percentile(percent, milliseconds);
                    break;
                case [var count, "requests", "in", var duration, ..]:
                    _figures = _figures with
                    {
                        Requests = Numbers.Count(count) ?? throw Wrong(line),
                        Duration = Milliseconds(duration) / 1000,
                    };
                    break;
                case ["Requests/sec:", var rate]:
                    _figures = _figures with { Rate = Numbers.Decimal(rate) ?? throw Wrong(line) };
                    break;
                case ["Non-2xx", "or", "3xx", "responses:", var count]:
                    _badStatus = Numbers.Count(count) ?? throw Wrong(line);
                    break;
                case ["Socket", "errors:", "connect", var c, "read", var r, "write", var w, "timeout", var t]:
                    _socketErrors = (Numbers.Count(c) + Numbers.Count(r) + Numbers.Count(w) + Numbers.Count(t))
                        ?? throw Wrong(line);
                    break;
            }
        }

        // Requests that got no answer are not among those that wrk counts, so they are added to what the rate is of.
        public void AddTo(ReadingCollector into)
        {
            if (_figures.Requests is not { } requests)
            {
                throw new UnreadableEvidenceException("The output of wrk has no line '... requests in ...': it was cut "
                    + "short. Run it again and keep all that it prints.");
            }

            var failed = _badStatus + _socketErrors;
            var tried = requests + _socketErrors;
            (_figures with
            {
                Failed = failed,
                ErrorRate = tried > 0 ? 100 * failed / tried : null,
            }).AddTo(into);
        }

        private void Percentile(string percent, decimal time) =>
            _figures = Numbers.Decimal(percent[..^1]) switch
            {
                50 => _figures with { P50 = _figures.P50 ?? time },
                90 => _figures with { P90 = _figures.P90 ?? time },
                95 => _figures with { P95 = _figures.P95 ?? time },
                99 => _figures with { P99 = _figures.P99 ?? time },
                _ => _figures,
            };

        // 40.25ms, 812.00us, 1.20s, 2.00m, 1.00h
        private static decimal? Milliseconds(string text)
        {
            var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
            var factor = text[end..] switch
            {
                "us" => 0.001m,
                "ms" => 1,
                "s" => 1000,
                "m" => 60_000,
                "h" => 3_600_000,
                _ => 0,
            };
            return factor > 0 && decimal.TryParse(text.AsSpan(0, end), NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number) ? number * factor : null;
        }

        private static UnreadableEvidenceException Wrong(string line) =>
            new($"The line '{ReadingCollector.Clean(line, 80)}' has no number where wrk prints one. Run it again.");
    }
}
