using System.Text.Json;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Readings.Posted;

namespace ReadinessPortal.Application.Deliveries;

/// <summary>Bare measurements as a pipeline posts them, by the names of <see cref="Metrics"/>.</summary>
public sealed record PostedMeasurements(EquatableArray<ReadFigure> Figures)
{
    /// <summary>Most of one delivery.</summary>
    public const int Most = 50;

    /// <summary>What they are kept as.</summary>
    public const string FileName = "posted-measurements.json";

    /// <param name="json">An object of metrics and values: <c>{"http.p95": "287 ms", "tests.failed": 0}</c>.</param>
    /// <exception cref="RefusedException">It is no such object, or a value is missing, unset or of another kind.
    /// </exception>
    public static PostedMeasurements Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root)
            {
                throw Wrong("they are no object of metrics and values");
            }

            var figures = root.EnumerateObject().Select(m => Figure(m.Name, m.Value)).ToList();
            return figures.Count is > 0 and <= Most ? new([.. figures])
                : throw Wrong(figures.Count == 0 ? "there is none" : $"at most {Most} go together");
        }
        catch (JsonException problem)
        {
            throw Wrong($"they are no JSON ({VisibleText.Line(problem.Message)})");
        }
    }

    /// <summary>The bytes they are kept as: the same for the same request, and for no other one.</summary>
    /// <param name="at">When they were true, where that is said.</param>
    internal byte[] Document(DateTimeOffset? at, Uri? source, Guid? request) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object?>
        {
            [PostedFormat.Measurements] = Figures.Select(f => new
            {
                metric = f.Metric, value = f.Value.Amount, unit = ReadFile.UnitOf(f.Value.Unit),
            }),
            ["capturedAt"] = at?.ToUniversalTime(),
            ["source"] = source?.AbsoluteUri,
            ["request"] = request ?? Guid.NewGuid(),
        }.Where(m => m.Value is not null).ToDictionary());

    private static ReadFigure Figure(string metric, JsonElement value)
    {
        if (!Metrics.All.TryGetValue(metric, out var unit))
        {
            throw Wrong($"there is no metric '{VisibleText.Line(metric)}'{NearMiss.Hint(metric, Metrics.All.Keys)}");
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!.Trim(),
            _ => throw Wrong($"{metric} is no number and no text such as \"287 ms\""),
        };
        if (!Quantity.TryParse(text, null, out var posted))
        {
            throw Wrong(text.Length == 0 ? $"{metric} is empty; set it in the pipeline, or leave it out"
                : $"{metric} is '{VisibleText.Line(text)}', which is no number with a unit, such as 287 ms");
        }

        // A bare number is in the unit of its metric.
        var meant = posted.Unit == Unit.None ? posted with { Unit = unit } : posted;
        return !meant.Unit.IsComparableTo(unit) ? throw Wrong($"{metric} is in {meant.Unit}; give it in {Named(unit)}")
            : meant.In(unit) is { Amount: >= 0 } known && !(unit == Unit.Percent && known.Amount > 100)
                && (!IsCounted(metric, unit) || decimal.IsInteger(known.Amount))
                ? new(metric, known)
            : throw Wrong($"{metric} cannot be {Format.Quantity(posted)}");
    }

    private static bool IsCounted(string metric, Unit unit) => unit == Unit.None
        && !metric.StartsWith("scorecard.", StringComparison.Ordinal)
        && !metric.StartsWith("prometheus.", StringComparison.Ordinal);

    private static string Named(Unit unit) => unit == Unit.None ? "a plain number" : unit.Symbol;

    private static RefusedException Wrong(string what) => new(new MeasurementsNotReadable(what));
}
