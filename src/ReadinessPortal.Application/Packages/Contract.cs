using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReadinessPortal.Domain;

namespace ReadinessPortal.Application.Packages;

/// <summary>
/// What the package format knows is what the JSON contract of the facts knows: names, types and what is required come
/// from there, so that reader, writer and schema cannot drift apart from the records.
/// </summary>
internal static class Contract
{
    public const string FormatKey = "format";
    public const string Format = "readiness-package/1";

    public static JsonTypeInfo Of(Type type) => FactsJson.Options.GetTypeInfo(type);

    /// <summary>The keys of an object that a package carries, in the order they are written.</summary>
    public static IReadOnlyList<JsonPropertyInfo> Keys(JsonTypeInfo type) =>
        [.. type.Properties.Where(p => p is { Set: not null, Get: not null })];

    public static Type ItemOf(JsonTypeInfo list) =>
        list.ElementType ?? throw new InvalidOperationException($"{list.Type} has no element type.");

    /// <summary>A value that says the same as leaving the key out.</summary>
    public static bool IsDefault(JsonPropertyInfo key, object? value, object defaults)
    {
        if (value is null)
        {
            return true;
        }

        if (key.IsRequired)
        {
            return false;
        }

        return Json(value, key.PropertyType) == Json(key.Get!(defaults), key.PropertyType);
    }

    /// <summary>An instance with nothing set, to learn the defaults from.</summary>
    public static object Defaults(Type type) =>
        Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} cannot be created.");

    public static bool IsImmutableArray(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static string Json(object? value, Type type) => JsonSerializer.Serialize(value, type, FactsJson.Options);
}
