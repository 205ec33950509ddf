using System.Globalization;
using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Monitoring;

/// <summary>Answers of Prometheus' query API (https://prometheus.io/docs/prometheus/latest/querying/api/). Sample
/// values are texts there, because JSON has no NaN and no infinity; such values are left out, and said.</summary>
public sealed class PrometheusFormat : IJsonFormat
{
    private static readonly string[] _types = ["matrix", "vector", "scalar"];

    public string Name => "prometheus";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("status", out var status) && status.TextOrNull() is { } said
        && (said == "error"
            ? root.TryGetProperty("errorType", out _) && root.TryGetProperty("error", out _)
            : root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
                && data.TryGetProperty("result", out _) && data.TryGetProperty("resultType", out var type)
                && _types.Contains(type.TextOrNull()));

    public void Read(JsonPart root, ReadingCollector into)
    {
        into.Producer = "Prometheus";
        if (root.Text("status") == "error")
        {
            throw root.Wrong($"says that the query failed: {ReadingCollector.Clean(root.Text("error"))}");
        }

        foreach (var warning in root.Items("warnings").Concat(root.Items("infos")))
        {
            into.Warn(WarningCodes.ToolWarned, "Prometheus warns: "
                + $"{ReadingCollector.Clean(warning.Element.ToString())}");
        }

        var data = root.Required("data");
        var samples = new PrometheusSamples();
        var result = data.Required("result");
        switch (data.Text("resultType"))
        {
            case "scalar":
                samples.Series++;
                samples.Add(result);
                break;
            case "vector":
                Vector(result, samples);
                break;
            default:
                Matrix(result, samples);
                break;
        }

        samples.AddTo(into, isRange: data.Text("resultType") == "matrix");
    }

    private static void Vector(JsonPart result, PrometheusSamples samples)
    {
        foreach (var series in result.Items())
        {
            samples.Series++;
            if (series.Member("value") is { } value)
            {
                samples.Add(value);
            }
            else
            {
                samples.Histograms++;
            }
        }
    }

    private static void Matrix(JsonPart result, PrometheusSamples samples)
    {
        foreach (var series in result.Items())
        {
            samples.Series++;
            samples.Histograms += series.Member("histograms") is null ? 0 : 1;
            foreach (var value in series.Items("values"))
            {
                samples.Add(value);
            }
        }
    }
}

/// <summary>Samples of all series of an answer.</summary>
internal sealed class PrometheusSamples
{
    private long _samples;
    private long _unusable;
    private decimal? _min;
    private decimal? _max;
    private (decimal At, decimal Value)? _last;

    public long Series { get; set; }

    /// <summary>Series of native histograms, which have no one value.</summary>
    public long Histograms { get; set; }

    /// <param name="sample">Seconds since 1970, and the value as a text.</param>
    public void Add(JsonPart sample)
    {
        var parts = sample.Items().ToList();
        if (parts is not [var time, { Element.ValueKind: JsonValueKind.String } value])
        {
            throw sample.Wrong("is no pair of a time and a value in quotes");
        }

        _samples++;
        var (at, text) = (time.Number(), value.Text());
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            _unusable += IsBeyond(text) ? 1 : throw value.Wrong("is no number");
            return;
        }

        (_min, _max) = (Math.Min(_min ?? number, number), Math.Max(_max ?? number, number));
        _last = _last is { } known && known.At > at ? known : (at, number);
    }

    /// <param name="isRange">Whether the query was over a range of time rather than an instant.</param>
    public void AddTo(ReadingCollector into, bool isRange)
    {
        into.Captured(Numbers.UnixMilliseconds(_last?.At * 1000));
        into.Add("prometheus.series", Series, "count");
        into.Add("prometheus.samples", _samples, "count");
        into.AddIfGiven("prometheus.value", !isRange && Series == 1 ? _last?.Value : null, "");
        into.AddIfGiven("prometheus.min", _min, "");
        into.AddIfGiven("prometheus.max", _max, "");
        into.AddIfGiven("prometheus.last", _last?.Value, "");
        if (_samples == 0 && Histograms == 0)
        {
            into.Warn(WarningCodes.NothingMeasured, "The query found no series: it proves nothing. Check its name and "
                + "labels, and that the target is scraped.");
        }

        if (_unusable + Histograms > 0)
        {
            into.Warn(WarningCodes.ValuesUnusable, $"{_unusable} samples are no number (NaN, infinite, or too large) "
                + "and "
                + $"{Histograms} series are native histograms; minimum, maximum and last leave them out.");
        }
    }

    private static bool IsBeyond(string? text) => text is "NaN" or "+Inf" or "-Inf" or "Inf"
        || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
