using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.UnitTests.Demo;

/// <summary>The demo says what its source says: every figure, name, date and status stands where the list has it.
/// </summary>
public sealed partial class SourceOfTheDemo
{
    // Of no report: what was made for the demo, and a list of what it is.
    private static readonly string[] _own = ["demo-files"];

    // With the values that count, which its files say.
    private static readonly JsonNode _package = JsonSerializer.SerializeToNode(
        ReadMeasurement.Of(DemoPackage.Facts, DemoPackage.Facts.Launch.Today(ALaunch.Now)), FactsJson.Options)!;

    private static readonly Readiness _readiness =
        Readiness.At(new LaunchBoard { Facts = DemoPackage.Facts, ChangeNumber = 1 }, ALaunch.Now);

    private static LaunchFacts Facts => DemoPackage.Facts;

    [Fact]
    public void Every_value_of_the_source_stands_where_the_list_has_it() =>
        Lines(SourceFacts.All.Select(f => (Fact: f, Found: Found(f))).Where(f => !Holds(f.Fact, f.Found))
            .Select(f => $"{f.Fact}, but there is {f.Found ?? "nothing"}")).Should().BeEmpty();

    [Fact]
    public void The_list_has_every_section_and_several_hundred_values()
    {
        SourceFacts.All.Select(f => f.Section).Distinct().Should().Equal(
        [
            "header", "summary",
            .. Sections(1, 6), .. Sections(2, 3), .. Sections(3, 4), .. Sections(4, 4), .. Sections(5, 3),
            .. Sections(6, 5), .. Sections(7, 2), .. Sections(8, 2), .. Sections(9, 2),
            "appendix A", "appendix B", "appendix C", "appendix D", "section 11", "end of the report",
        ]);
        SourceFacts.All.Should().HaveCountGreaterThan(1000).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_claim_names_the_section_that_the_list_has_it_in()
    {
        var listed = Of("claim").ToLookup(f => f.Where, f => f.Section);

        foreach (var claim in Facts.Claims)
        {
            listed[claim.Key].Distinct().Should().BeEquivalentTo(SectionsOf(claim.Place), claim.Key);
        }
    }

    [Fact]
    public void Every_place_that_a_fact_names_is_a_section_of_the_source()
    {
        var sections = SourceFacts.All.Select(f => f.Section).ToHashSet(StringComparer.Ordinal);
        var places = Facts.Criteria.SelectMany(c => c.Measurements).Select(m => m.Source!)
            .Concat(Facts.Drills.SelectMany(d => d.Logs).Select(l => l.Source))
            .Concat(Facts.Recommendations.Select(r => r.Source))
            .Concat(Facts.Items.SelectMany(i => i.Places));

        foreach (var place in places)
        {
            SectionsOf(place).Should().NotBeEmpty(place).And.BeSubsetOf(sections);
        }
    }

    [Fact]
    public void Every_figure_of_the_demo_is_there_for_a_claim_a_text_or_another_figure()
    {
        string[] texts =
        [
            .. Facts.Claims.Select(c => c.Figure), .. Facts.Figures.Select(f => f.Formula),
            .. Facts.Narratives.Select(n => n.Text), .. Facts.Gates.Select(g => g.EvidenceSentence ?? ""),
            .. Facts.Registers.SelectMany(r => r.Columns).Select(c => c.Formula ?? ""),
        ];

        Facts.Figures.Select(f => f.Key)
            .Where(key => !texts.Any(t => Regex.IsMatch(t, $@"(?<![\w.-]){Regex.Escape(key)}(?![\w.-])")))
            .Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_measured_counted_or_dated_in_the_demo_that_the_list_does_not_have()
    {
        var listed = SourceFacts.All.Select(f => f.Where).ToHashSet(StringComparer.Ordinal);
        var measured = Facts.Criteria.SelectMany(c => c.Measurements
            .Where(m => !listed.Contains($"measurement.{c.Key}.{m.Key}"))
            .Select(m => $"criteria/{c.Key}/measurements/{m.Key}/value"));
        var timed = Facts.Drills.SelectMany(d => d.Logs.SelectMany(l =>
            l.Events.Select(e => $"drills/{d.Key}/logs/{l.Key}/events/{e.Key}/at")));
        var counted = Facts.Registers.Where(r => !_own.Contains(r.Key)).SelectMany(r => r.Columns
            .Where(c => c.Kind is not ColumnKind.Text and not ColumnKind.Flag)
            .SelectMany(c => r.Rows.Where(row => row.Cells.ContainsKey(c.Key))
                .Select(row => $"registers/{r.Key}/rows/{row.Key}/cells/{c.Key}")));
        var cited = Facts.Evidence.Where(e => e.CitedAs is not null).Select(e => $"evidence/{e.Key}/citedAs");

        Lines(measured.Concat(timed).Concat(counted).Concat(cited).Except(listed)).Should().BeEmpty();
    }

    // All of them in the message of a test that fails.
    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static IEnumerable<SourceFact> Of(string kind) => SourceFacts.All.Where(f => f.Kind == kind);

    private static IEnumerable<string> Sections(int chapter, int count) =>
        Enumerable.Range(1, count).Select(n => $"section {chapter}.{n}");

    private static IEnumerable<string> SectionsOf(string place) => Section().Matches(place)
        .Select(m => char.IsAsciiDigit(m.Value[0]) ? $"section {m.Value}" : m.Value).Distinct();

    private static bool Holds(SourceFact fact, string? found) =>
        fact.Kind == "text" ? found?.Contains(fact.Value, StringComparison.Ordinal) == true : found == fact.Value;

    private static string? Found(SourceFact fact) => fact.Kind switch
    {
        "fact" or "text" => At(fact.Where),
        "claim" => Facts.Claims.FirstOrDefault(c => c.Key == fact.Where)?.Stated,
        "figure" => _readiness.Figure(fact.Where)?.Shown,
        "met" => Met(fact.Where),
        _ => throw new InvalidOperationException($"{fact.Kind} is no kind of the list."),
    };

    // criteria/gdpr/measurements/misplaced/value: members by name, entries of a list by key.
    private static string? At(string path)
    {
        var node = _package;
        foreach (var name in path.Split('/'))
        {
            node = node is JsonArray all
                ? all.FirstOrDefault(n => n is JsonObject entry && entry["key"]?.GetValue<string>() == name)
                : (node as JsonObject)?[name];
        }

        return node?.ToString();
    }

    private static string? Met(string measurement)
    {
        var (criterion, key) = (measurement.Split('/')[0], measurement.Split('/')[1]);
        return _readiness.Criteria.Single(c => c.Key == criterion).Measurements.Single(m => m.Key == key).Met switch
        {
            true => "met",
            false => "missed",
            null => null,
        };
    }

    [GeneratedRegex(
        @"summary|header|end of the report|appendix [A-D]|(?<=\bsections? )\d+(\.\d+)?|(?<=\d and )\d+\.\d+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Section();
}
