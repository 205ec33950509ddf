using System.Text.Json.Serialization.Metadata;

namespace ReadinessPortal.Domain.Facts;

/// <summary>
/// What the JSON contract of the facts knows: names, types and what is required. Kinds of facts, the package format and
/// its schema go by it, so that they cannot drift apart from the records.
/// </summary>
public static class FactContract
{
    public static JsonTypeInfo Of(Type type) => FactsJson.Options.GetTypeInfo(type);

    /// <summary>The keys of an object that a package carries, in the order they are written.</summary>
    public static IReadOnlyList<JsonPropertyInfo> Keys(JsonTypeInfo type) =>
        [
            .. type.Properties.Where(p => p is { Set: not null, Get: not null }
                && p.AttributeProvider?.IsDefined(typeof(NotInPackagesAttribute), inherit: true) != true),
        ];

    /// <exception cref="InvalidOperationException">It is no list and no map.</exception>
    public static Type ItemOf(JsonTypeInfo list) =>
        list.ElementType ?? throw new InvalidOperationException($"{list.Type} has no element type.");

    /// <summary>An instance with nothing set, to learn the defaults from.</summary>
    public static object Defaults(Type type) =>
        Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} cannot be created.");
}
