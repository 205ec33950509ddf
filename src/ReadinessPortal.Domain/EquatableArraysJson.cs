using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ReadinessPortal.Domain;

/// <summary>
/// Gives an <see cref="EquatableArray{T}"/> the contract of an array: the serializer by itself could write one and not
/// read it, and a converter would hide from schemas and packages that it is a list, and of what.
/// </summary>
internal sealed class EquatableArraysJson : IJsonTypeInfoResolver
{
    private static readonly MethodInfo _contractOf =
        ((Func<JsonSerializerOptions, JsonTypeInfo>)ContractOf<int>).Method.GetGenericMethodDefinition();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        EquatableArrays.IsOne(type)
            ? (JsonTypeInfo)_contractOf.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [options])!
            : null;

    private static JsonTypeInfo ContractOf<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateImmutableEnumerableInfo<EquatableArray<T>, T>(options, new(), items => [.. items]);
}
