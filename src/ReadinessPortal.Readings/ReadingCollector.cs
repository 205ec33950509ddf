using System.Globalization;
using System.Text;
using ReadinessPortal.Readings.Attestations;
using ReadinessPortal.Readings.TestReports;

namespace ReadinessPortal.Readings;

/// <summary>Where the reader of a format puts what it finds.</summary>
public sealed class ReadingCollector
{
    private const int LongestProducer = 200;
    private const int MostAbout = 50;

    private readonly List<Reading> _readings = [];
    private readonly List<ReadingWarning> _warnings = [];
    private readonly List<Attested> _attested = [];
    private readonly SortedSet<string> _about = new(StringComparer.Ordinal);

    /// <summary>Takes the cases of test reports by name; null where nobody asks for them.</summary>
    public TestCases? Cases { get; init; }

    /// <summary>The tool; text from the file, which is cut and cleaned before it is kept.</summary>
    public string? Producer { get; set; }

    public DateTimeOffset? CapturedAt { get; private set; }

    /// <summary>When it ceases to be true by itself; null for what does not.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Adds a figure, without the zeros that arithmetic left at its end.</summary>
    public void Add(string metric, decimal value, string unit) =>
        _readings.Add(new(metric, value / 1.000000000000000000000000000m, unit));

    /// <summary>Adds what the file says; what it does not say stays absent.</summary>
    public void AddIfGiven(string metric, decimal? value, string unit)
    {
        if (value is { } given)
        {
            Add(metric, given, unit);
        }
    }

    /// <summary>Adds what one statement of an attestation says.</summary>
    public void Attest(Attested statement) => _attested.Add(statement);

    /// <summary>Adds a name of the build that the file is about (<see cref="FileReading.About"/>). What makes no sense
    /// is not kept: the figures are as good without.</summary>
    public void IsAbout(string? name)
    {
        if (_about.Count < MostAbout && name is { Length: > 0 and <= LongestProducer } && Clean(name) == name)
        {
            _about.Add(name);
        }
    }

    public void Warn(string code, string message) => _warnings.Add(new(code, message));

    /// <summary>Of several times in a file the latest is when the run ended.</summary>
    public void Captured(DateTimeOffset? at)
    {
        if (at is { } given && (CapturedAt is not { } known || given > known))
        {
            CapturedAt = given;
        }
    }

    public FileReading Result(string file, string format) => new()
    {
        File = file,
        Format = format,
        Producer = Clean(Producer),
        CapturedAt = CapturedAt,
        ExpiresAt = ExpiresAt,
        Readings = [.. _readings],
        Warnings = [.. _warnings],
        Attested = _attested.Count > 0 ? [.. _attested] : null,
        About = _about.Count > 0 ? [.. _about] : null,
    };

    /// <summary>Text from a file that is shown: without characters that steer a terminal or turn the direction of
    /// writing, and no longer than <paramref name="most"/> characters; null where nothing is left.</summary>
    public static string? Clean(string? text, int most = LongestProducer)
    {
        if (text is null)
        {
            return null;
        }

        var clean = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > most)
            {
                break;
            }

            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim() is { Length: > 0 } left ? left : null;
    }
}
