using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReadinessPortal.Readings;
using ReadinessPortal.Readings.Attestations;

namespace ReadinessPortal.Web.Verbs;

/// <summary>How <c>inspect</c> shows what a file says.</summary>
internal static class InspectAnswer
{
    private const int MostSubjects = 5;

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>One line of JSON, in ASCII: what stands in it can steer no terminal.</summary>
    public static string Json(FileReading reading) => JsonSerializer.Serialize(reading, _options);

    /// <summary>The file and its figures, one in each line.</summary>
    public static string Text(FileReading reading)
    {
        var captured = reading.CapturedAt?.ToString("yyyy-MM-dd HH:mm:ss 'UTC'zzz", CultureInfo.InvariantCulture);
        var format = reading.Format ?? (reading.Error is null ? "plain evidence" : null);
        string?[] about = [format, reading.Producer, captured];
        var text = new StringBuilder(ReadingCollector.Clean(reading.File, 500))
            .Append(about.Any(a => a is not null) ? ": " : "")
            .AppendJoin(", ", about.Where(a => a is not null));
        var metrics = reading.Readings.Select(r => r.Metric.Length).DefaultIfEmpty().Max();
        var values = reading.Readings.Select(r => Number(r.Value).Length).DefaultIfEmpty().Max();
        foreach (var (metric, value, unit) in reading.Readings)
        {
            text.Append($"\n  {metric.PadRight(metrics)}  {Number(value).PadLeft(values)} {unit}".TrimEnd());
        }

        foreach (var said in reading.Attested ?? [])
        {
            Attested(text, said);
        }

        foreach (var (code, message) in reading.Warnings)
        {
            text.Append($"\n  warning {code}: {message}");
        }

        return reading.Error is { } error ? $"{text}\n  error: {error}" : text.ToString();
    }

    private static void Attested(StringBuilder text, Attested said)
    {
        foreach (var subject in said.Subjects.Take(MostSubjects))
        {
            var digests = string.Join(' ', subject.Digests.Select(d => $"{d.Key}:{d.Value}"));
            text.Append($"\n  about {ReadingCollector.Clean($"{subject.Name} {digests}", 500)}");
        }

        if (said.SubjectCount > MostSubjects)
        {
            text.Append($"\n  about {Number(said.SubjectCount.Value - MostSubjects)} more");
        }

        if (ReadingCollector.Clean(string.Join(", ", said.SignedBy), 500) is { } signer)
        {
            text.Append($"\n  signed by {signer}");
        }
    }

    // What was divided has many digits; JSON has them all.
    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
