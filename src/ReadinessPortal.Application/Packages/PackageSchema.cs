using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>The published schema of <c>launch.yaml</c>, made from the contract that the reader walks.</summary>
public static class PackageSchema
{
    private const string Days = @"^\d{4}-\d{2}-\d{2}$";
    private const string Dates = @"^(\d{4}-\d{2}-\d{2}(\.\.\d{4}-\d{2}-\d{2})?|\d{4}-Q[1-4])$";

    private static readonly JsonSerializerOptions _indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>JSON Schema, draft 2020-12.</summary>
    public static string Text { get; } = Make();

    private static string Make()
    {
        var facts = (JsonObject)FactsJson.Options.GetJsonSchemaAsNode(typeof(LaunchFacts), new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Transform,
        });
        var keys = (JsonObject)facts["properties"]!;
        keys.Insert(0, LaunchPackage.FormatKey, new JsonObject { ["enum"] = new JsonArray(LaunchPackage.Format) });
        ((JsonArray)facts["required"]!).Insert(0, LaunchPackage.FormatKey);
        facts.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        facts.Insert(1, "title", "Launch package, launch.yaml");
        return facts.ToJsonString(_indented) + "\n";
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (Scalar(type) is { } scalar)
        {
            return scalar;
        }

        if (node is JsonObject schema && schema["type"] is JsonArray types)
        {
            schema["type"] = types.Select(t => t!.GetValue<string>()).Single(t => t != "null");
        }

        foreach (var derived in context.TypeInfo.Properties.Except(FactContract.Keys(context.TypeInfo)))
        {
            (node["properties"] as JsonObject)?.Remove(derived.Name);
        }

        return node;
    }

    /// <summary>A key is left out rather than null; text that looks like a number needs no quotes.</summary>
    private static JsonObject? Scalar(Type type) =>
        type == typeof(string) ? new() { ["type"] = new JsonArray("string", "number", "boolean") }
        : type == typeof(bool) ? new() { ["type"] = "boolean" }
        : type == typeof(int) || type == typeof(long) ? new() { ["type"] = "integer" }
        : type.IsEnum ? new() { ["enum"] = new JsonArray([.. ScalarReader.Words(type).Select(w => (JsonNode)w)]) }
        : type == typeof(decimal) ? Matching(@"^-?\d+(\.\d+)?$", orNumber: true)
        : type == typeof(Quantity) ? Matching(@"^\s*-?(\d+(\.\d*)?|\.\d+)[^0-9""']*$", orNumber: true)
        : type == typeof(DateOnly) ? Matching(Days)
        : type == typeof(DateSpec) ? Matching(Dates)
        : type == typeof(TimeOnly) ? Matching(@"^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$")
        : type == typeof(DateTimeOffset) ? Matching(@"^\d{4}-\d{2}-\d{2}([T ].+)?$")
        : type == typeof(SubjectRef) ? Matching("^[a-z][A-Za-z]*:.+$")
        : null;

    private static JsonObject Matching(string pattern, bool orNumber = false) => new()
    {
        ["type"] = orNumber ? new JsonArray("string", "number") : "string",
        ["pattern"] = pattern,
    };
}
