using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ReadinessPortal.Domain;

/// <summary>
/// Gives an <see cref="EquatableArray{T}"/> and an <see cref="EquatableMap{T}"/> the contract of any list and map: the
/// serializer by itself could write them and not read them, and a converter would hide from schemas and packages what
/// they are, and of what.
/// </summary>
internal sealed class EquatableJson : IJsonTypeInfoResolver
{
    private static readonly Dictionary<Type, MethodInfo> _contracts = new()
    {
        [typeof(EquatableArray<>)] = Generic(ListOf<int>),
        [typeof(EquatableMap<>)] = Generic(MapOf<int>),
    };

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        type.IsGenericType && _contracts.TryGetValue(type.GetGenericTypeDefinition(), out var contract)
            ? (JsonTypeInfo?)contract.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [options])
            : null;

    private static MethodInfo Generic(Func<JsonSerializerOptions, JsonTypeInfo> of) =>
        of.Method.GetGenericMethodDefinition();

    private static JsonTypeInfo<EquatableArray<T>> ListOf<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateImmutableEnumerableInfo<EquatableArray<T>, T>(options, new(), items => [.. items]);

    private static JsonTypeInfo<EquatableMap<T>> MapOf<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateImmutableDictionaryInfo<EquatableMap<T>, string, T>(
            options, new(), entries => new(entries.ToImmutableSortedDictionary(StringComparer.Ordinal)));
}
