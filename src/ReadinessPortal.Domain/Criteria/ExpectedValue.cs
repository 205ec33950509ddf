using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>
/// A place in JSON with the value that stands there: <c>$.status.replicas = 3</c>, <c>$.items[*].ready == true</c>. Of
/// JSONPath (RFC 9535) it knows names, <c>['names']</c>, <c>[0]</c>, <c>[-1]</c> and <c>[*]</c>; whatever else is
/// refused. The value is JSON; where the path leads to several places, every one has to have it.
/// </summary>
internal sealed partial record ExpectedValue : Expectation
{
    private const int MostShown = 400;

    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    private readonly string _path;
    private readonly ImmutableArray<Step> _steps;
    private readonly string _value;
    private readonly JsonElement _expected;

    private ExpectedValue(string path, ImmutableArray<Step> steps, string value, JsonElement expected) =>
        (_path, _steps, _value, _expected) = (path, steps, value, expected);

    public override string Shown => $"{_path} = {_value}";

    /// <param name="text">Begins with a dollar sign.</param>
    public static (Expectation? Expected, string? WhyNot) Of(string text)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        var at = 1;
        while (NextStep().Match(text, at) is { Success: true } found)
        {
            if (StepOf(found) is not { } step)
            {
                return (null, $"has an index in its path, {found.Value}, that no list is long enough for");
            }

            steps.Add(step);
            at += found.Length;
        }

        if (NextValue().Match(text, at) is not { Success: true } value)
        {
            return (null, at == text.Length
                ? "is a path without a value: write = and the value after it, text in double quotes"
                : $"is a path with something that is not known here, at {PrintedOutput.Quoted(text[at..])}. Known are "
                    + ".name, ['name'], [0], [-1] and [*], then = and a value. To compare with a text that begins so, "
                    + "write equals: before it");
        }

        try
        {
            var (path, json) = (text[..at], value.Groups[1].Value);
            return (new ExpectedValue(path, steps.ToImmutable(), json, Parse(json)), null);
        }
        catch (JsonException)
        {
            return (null, $"has a value, {PrintedOutput.Quoted(value.Groups[1].Value)}, that is none in JSON: write a "
                + "number, true, false, null, or text in double quotes");
        }
    }

    public override string? Differs(string output)
    {
        JsonElement root;
        try
        {
            root = Parse(output);
        }
        catch (JsonException problem)
        {
            // Without a place it is JSON all the same, and says two things of one key.
            return problem.LineNumber is { } line ? $"it is no JSON, see its line {line + 1}"
                : "it is JSON with a key that stands twice";
        }

        var places = _steps.Aggregate((IEnumerable<JsonElement>)[root], (all, step) => all.SelectMany(step.From))
            .ToList();
        return places.Count == 0 ? $"{_path} is not in it"
            : places.FindIndex(p => !JsonElement.DeepEquals(p, _expected)) is >= 0 and var other
                ? $"{_path} is {Shorter(places[other])} and not {_value}"
                    + (places.Count == 1 ? "" : $", in the {Place(other)} of {places.Count} places")
            : null;
    }

    public bool Equals(ExpectedValue? other) => other?.Shown == Shown;

    public override int GetHashCode() => Shown.GetHashCode(StringComparison.Ordinal);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, _strict);
        return document.RootElement.Clone();
    }

    private static string Shorter(JsonElement value)
    {
        var text = value.GetRawText();
        return PrintedOutput.Quoted(text.Length > MostShown ? text[..MostShown] : text).Trim('\'');
    }

    private static string Place(int at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}.");

    private static Step? StepOf(Match found) =>
        found.Groups["name"] is { Success: true } name ? new(name.Value, null)
        : found.Groups["index"] is not { Success: true } index ? new(null, null)
        : int.TryParse(index.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new(null, number)
        : null;

    [GeneratedRegex(@"\G(?:\.(?<name>[\p{L}_][\p{L}\p{Nd}_]*)"
        + @"|\[\s*'(?<name>[^'\\]*)'\s*\]|\[\s*""(?<name>[^""\\]*)""\s*\]"
        + @"|\[\s*(?<index>-?\d+)\s*\]|\.\*|\[\s*\*\s*\])")]
    private static partial Regex NextStep();

    [GeneratedRegex(@"\G\s*==?\s*(\S.*)$", RegexOptions.Singleline)]
    private static partial Regex NextValue();

    /// <param name="Name">Null takes an entry of a list, or each of them.</param>
    /// <param name="Index">From 0, or from -1 at the end; null takes each.</param>
    private sealed record Step(string? Name, int? Index)
    {
        public IEnumerable<JsonElement> From(JsonElement here)
        {
            if (Name is { } name)
            {
                return here.ValueKind == JsonValueKind.Object && here.TryGetProperty(name, out var value)
                    ? [value]
                    : [];
            }

            if (here.ValueKind != JsonValueKind.Array)
            {
                return here.ValueKind == JsonValueKind.Object && Index is null
                    ? here.EnumerateObject().Select(p => p.Value)
                    : [];
            }

            var at = Index < 0 ? here.GetArrayLength() + Index : Index;
            return at is null ? here.EnumerateArray()
                : at >= 0 && at < here.GetArrayLength() ? [here[at.Value]]
                : [];
        }
    }
}
