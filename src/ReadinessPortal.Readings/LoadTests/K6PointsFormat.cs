using System.Globalization;
using System.Text.Json;
using ReadinessPortal.Readings.Json;
using ReadinessPortal.Readings.Text;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary>Every sample of a k6 run, one JSON object in each line (<c>--out json</c>,
/// https://grafana.com/docs/k6/latest/results-output/real-time/json/).</summary>
public sealed class K6PointsFormat : ITextFormat
{
    public string Name => "k6-points";

    public bool Claims(TextHead head) => head.Start is ['{', ..]
        && (head.First.Contains("\"type\":\"Metric\"", StringComparison.Ordinal)
            || head.First.Contains("\"type\":\"Point\"", StringComparison.Ordinal))
        && head.First.Contains("\"metric\":", StringComparison.Ordinal)
        && head.First.Contains("\"data\":", StringComparison.Ordinal);

    public void Read(TextReader text, ReadingCollector into)
    {
        into.Producer = "k6";
        var run = new Run();
        var line = 0;
        while (text.ReadLine() is { } json)
        {
            line++;
            if (!string.IsNullOrWhiteSpace(json))
            {
                run.Line(json, string.Create(CultureInfo.InvariantCulture, $"line {line}: $"), into);
            }
        }

        run.AddTo(into);
    }

    private sealed class Run
    {
        private readonly Latencies _times = new();
        private decimal _requests;
        private decimal? _failed;
        private decimal? _usersMax;
        private DateTimeOffset? _first;
        private DateTimeOffset? _last;

        public void Line(string json, string place, ReadingCollector into)
        {
            using var document = Parse(json, place);
            var line = new JsonPart(document.RootElement, place);
            if (line.Text("type") != "Point")
            {
                return;
            }

            var data = line.Required("data");
            var at = Moment(data);
            (_first, _last) = (at < _first ? at : _first ?? at, at > _last ? at : _last ?? at);
            into.Captured(at);
            switch (line.Text("metric"))
            {
                case "http_reqs":
                    _requests += data.Required("value").Number();
                    break;
                case "http_req_failed":
                    _failed = (_failed ?? 0) + data.Required("value").Number();
                    break;
                case "http_req_duration":
                    _times.Add(data.Required("value").Number());
                    break;
                case "vus_max":
                    _usersMax = Math.Max(_usersMax ?? 0, data.Required("value").Number());
                    break;
            }
        }

        public void AddTo(ReadingCollector into)
        {
            var span = (decimal?)(_last - _first)?.TotalSeconds;
            (LoadFigures.Of(_times) with
            {
                Requests = _requests,
                Failed = _failed,
                Rate = span > 0 ? _requests / span : null,
                Duration = span,
                UsersMax = _usersMax,
            }).AddTo(into);
            _times.WarnIfRounded(into);
        }

        private static JsonDocument Parse(string json, string place)
        {
            try
            {
                return UntrustedJson.Parse(System.Text.Encoding.UTF8.GetBytes(json));
            }
            catch (UnreadableEvidenceException problem)
            {
                throw new UnreadableEvidenceException($"{place.Split(':')[0]} of the file: {problem.Message}", problem);
            }
        }

        private static DateTimeOffset Moment(JsonPart data) => Numbers.Moment(data.Text("time"))
            ?? throw data.Wrong("has no 'time' that can be read");
    }
}
