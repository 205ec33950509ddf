using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.UnitTests.Demo;

namespace ReadinessPortal.UnitTests.Packages;

/// <summary>
/// The published schema and the reader are made from one contract; here they are held against each other, on the demo
/// and on a package broken in one place at a time. JSON is YAML, so the reader reads the same text.
/// </summary>
public sealed class SchemaAndReader
{
    private static readonly JsonNode _published = JsonNode.Parse(PackageSchema.Text)!;
    private static readonly Lazy<Task<JsonSchema>> _schema = new(() => JsonSchema.FromJsonAsync(PackageSchema.Text));
    private static readonly string _everything = Json(APackage.Read(Everything.Yaml)).ToJsonString();

    [Fact]
    public async Task Both_accept_the_demo()
    {
        var cited = DemoPackage.Facts with
        {
            Evidence =
            [
                .. DemoPackage.Facts.Evidence.Select(e => e with { Sha256 = null, Size = null, Reading = null }),
            ],
        };

        (await SchemaSaysAsync(Json(cited))).Should().BeEmpty();
        APackage.ProblemsOf(Json(cited).ToJsonString()).Should().BeEmpty();
    }

    [Fact]
    public async Task Both_accept_a_package_in_which_every_key_occurs()
    {
        (await SchemaSaysAsync(Copy())).Should().BeEmpty();
        APackage.ProblemsOf(_everything).Should().BeEmpty();
        KeysOf(_published, "").Except(Places(Copy()).Select(p => p.Kind)).Should().BeEmpty("every key occurs");
    }

    [Fact]
    public async Task Both_refuse_a_package_without_a_required_key()
    {
        foreach (var place in Places(Copy()).Where(p => SchemaOf(p.Path)?["required"]?.AsArray()
            .Any(r => r!.GetValue<string>() == p.Key) == true))
        {
            await BothRefuseAsync(place, "is missing", parent => parent.Remove(place.Key));
        }
    }

    [Fact]
    public async Task Both_refuse_an_unknown_key()
    {
        foreach (var place in Places(Copy()).Where(p => !p.Path.EndsWith("cells", StringComparison.Ordinal)))
        {
            await BothRefuseAsync(place, "has an unknown sibling", parent => parent["surprise"] = "x");
        }
    }

    [Fact]
    public async Task Both_refuse_a_value_of_another_shape()
    {
        foreach (var place in Places(Copy()))
        {
            await BothRefuseAsync(place, "has another shape",
                parent => parent[place.Key] = parent[place.Key] is JsonArray ? "x" : new JsonArray("x"));
        }
    }

    [Fact]
    public async Task Both_refuse_words_where_a_number_a_truth_or_a_date_belongs()
    {
        foreach (var place in Places(Copy()).Where(p => SchemaOf(p.Path)?["properties"]?[p.Key] is { } schema
            && (schema["enum"] ?? schema["pattern"]) is not null))
        {
            await BothRefuseAsync(place, "is words", parent => parent[place.Key] = "no such value");
        }
    }

    [Fact]
    public async Task Both_refuse_null()
    {
        foreach (var place in Places(Copy()))
        {
            await BothRefuseAsync(place, "is null", parent => parent[place.Key] = null);
        }
    }

    [Fact]
    public void It_is_draft_2020_12_and_names_the_format()
    {
        _published["$schema"]!.GetValue<string>().Should().Be("https://json-schema.org/draft/2020-12/schema");
        _published["properties"]!["format"]!["enum"]![0]!.GetValue<string>().Should().Be("readiness-package/2");
        _published["additionalProperties"]!.GetValue<bool>().Should().BeFalse();
    }

    private static async Task BothRefuseAsync(Place place, string what, Action<JsonObject> breakIt)
    {
        var broken = Copy();
        breakIt(At(broken, place.Path).AsObject());
        var because = $"{place.Path}/{place.Key} {what}";
        (await SchemaSaysAsync(broken)).Should().NotBeEmpty(because);
        APackage.ProblemsOf(broken.ToJsonString()).Should().NotBeEmpty(because);
    }

    private static async Task<IReadOnlyList<string>> SchemaSaysAsync(JsonNode package) =>
        [.. (await _schema.Value).Validate(package.ToJsonString()).Select(e => $"{e.Path}: {e.Kind}")];

    private static JsonObject Json(LaunchFacts facts)
    {
        var package = JsonSerializer.SerializeToNode(facts, FactsJson.Options)!.AsObject();
        package.Insert(0, "format", "readiness-package/2");
        return package;
    }

    private static JsonObject Copy() => JsonNode.Parse(_everything)!.AsObject();

    /// <param name="Path">Of the object that has the key.</param>
    /// <param name="Kind">Path without the numbers of list entries, the key included.</param>
    private sealed record Place(string Path, string Key, string Kind);

    private static List<Place> Places(JsonNode package) => [.. Walk(package, "", "").DistinctBy(p => p.Kind)];

    private static IEnumerable<Place> Walk(JsonNode node, string path, string kind) => node switch
    {
        JsonObject map => map.SelectMany(e => Walk(e.Value!, $"{path}/{e.Key}", $"{kind}/{e.Key}")
            .Prepend(new Place(path, e.Key, $"{kind}/{e.Key}"))),
        JsonArray list => list.SelectMany((item, i) => Walk(item!, $"{path}/{i}", kind)),
        _ => [],
    };

    private static IEnumerable<string> KeysOf(JsonNode schema, string kind) =>
        schema["items"] is { } items ? KeysOf(items, kind)
        : schema["properties"] is JsonObject keys
            ? keys.SelectMany(k => KeysOf(k.Value!, $"{kind}/{k.Key}").Prepend($"{kind}/{k.Key}"))
            : [];

    private static JsonNode At(JsonNode package, string path) =>
        Steps(path).Aggregate(package, (node, step) =>
            node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);

    private static JsonNode? SchemaOf(string path) =>
        Steps(path).Aggregate<string, JsonNode?>(_published, (schema, step) =>
            schema?["items"] ?? schema?["properties"]?[step]);

    private static string[] Steps(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
