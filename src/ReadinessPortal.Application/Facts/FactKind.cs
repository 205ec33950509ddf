using System.Collections;
using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>What the package format says of one kind of fact: its fields and the lists of its parts.</summary>
/// <param name="Lists">Names of the lists on the way, as <see cref="FactPath.Lists"/> has them; empty for the
/// launch.</param>
/// <param name="Fields">Names of everything a package carries of it, its key included, without its parts; a value of
/// several parts by each: <c>release.name</c>. A map of cells is one field.</param>
public sealed record FactKind(string Lists, Type Type, IReadOnlyList<FactField> Fields)
{
    /// <summary>Every kind of the package format, a fact before its parts.</summary>
    public static IReadOnlyList<FactKind> All { get; } = [.. Walk()];

    private static readonly FrozenDictionary<string, FactKind> _byLists =
        All.ToFrozenDictionary(k => k.Lists, StringComparer.Ordinal);

    /// <summary>Null for lists that the format does not have.</summary>
    public static FactKind? Of(FactPath path) => _byLists.GetValueOrDefault(path.Lists);

    public FactField? Field(string name) =>
        Fields.FirstOrDefault(f => f.Name == name
            || (f.IsMap && name.StartsWith(f.Name + ".", StringComparison.Ordinal)));

    /// <summary>The fact itself, or the launch; null when the launch has no such fact.</summary>
    public static object? Find(LaunchFacts facts, FactPath path)
    {
        object found = path.IsLaunch ? facts.Launch : facts;
        var steps = path.IsLaunch ? [] : path.ToString().Split('/');
        for (var i = 0; i < steps.Length; i += 2)
        {
            var list = Contract.Keys(Contract.Of(found.GetType())).FirstOrDefault(k => k.Name == steps[i]);
            var next = (list?.Get!(found) as IEnumerable)?.OfType<Fact>().FirstOrDefault(f => f.Key == steps[i + 1]);
            if (next is null)
            {
                return null;
            }

            found = next;
        }

        return found;
    }

    /// <summary>
    /// Keys of all facts of the list that the path stands in, in their order; its own may be missing.
    /// </summary>
    public static IReadOnlyList<string> Siblings(LaunchFacts facts, FactPath path) =>
        [.. List(facts, path).Select(f => f.Key)];

    /// <summary>All facts of the list that the path stands in; none where there is no such list.</summary>
    internal static IEnumerable<Fact> List(LaunchFacts facts, FactPath path)
    {
        var holder = path.Parent is { } parent ? Find(facts, parent) : facts;
        var list = holder is null
            ? null : Contract.Keys(Contract.Of(holder.GetType())).FirstOrDefault(k => k.Name == path.List);
        return (list?.Get!(holder!) as IEnumerable)?.OfType<Fact>() ?? [];
    }

    /// <summary>Every fact of the launch with the way to it, a fact before its parts.</summary>
    internal static IEnumerable<(FactPath Path, Fact Fact)> Each(LaunchFacts facts) => Each(facts, FactPath.Of);

    /// <summary>The parts of a fact, and theirs.</summary>
    internal static IEnumerable<Fact> Parts(Fact fact) => Each(fact, FactPath.Of).Select(p => p.Fact);

    private static IEnumerable<(FactPath Path, Fact Fact)> Each(object holder, Func<string, string, FactPath> part)
    {
        foreach (var list in Contract.Keys(Contract.Of(holder.GetType())).Where(IsParts))
        {
            foreach (var fact in (list.Get!(holder) as IEnumerable)?.OfType<Fact>() ?? [])
            {
                var path = part(list.Name, fact.Key);
                yield return (path, fact);
                foreach (var inner in Each(fact, path.Part))
                {
                    yield return inner;
                }
            }
        }
    }

    private static IEnumerable<FactKind> Walk() =>
        Walk("", Contract.Of(typeof(LaunchFacts))).Prepend(Kind("", Contract.Of(typeof(Launch))));

    private static IEnumerable<FactKind> Walk(string lists, JsonTypeInfo type)
    {
        foreach (var key in Contract.Keys(type).Where(IsParts))
        {
            var item = Contract.Of(Contract.ItemOf(Contract.Of(key.PropertyType)));
            var path = lists.Length == 0 ? key.Name : $"{lists}/{key.Name}";
            yield return Kind(path, item);
            foreach (var part in Walk(path, item))
            {
                yield return part;
            }
        }
    }

    private static FactKind Kind(string lists, JsonTypeInfo type) =>
        new(lists, type.Type, [.. Contract.Keys(type).Where(k => !IsParts(k)).SelectMany(Fields_)]);

    private static IEnumerable<FactField> Fields_(JsonPropertyInfo key)
    {
        var contract = Contract.Of(Nullable.GetUnderlyingType(key.PropertyType) ?? key.PropertyType);
        return contract.Kind == JsonTypeInfoKind.Object
            ? Contract.Keys(contract).Select(k => new FactField($"{key.Name}.{k.Name}", k.PropertyType, k.IsRequired))
            : [new FactField(key.Name, key.PropertyType, key.IsRequired)];
    }

    private static bool IsParts(JsonPropertyInfo key) =>
        Contract.Of(key.PropertyType) is { Kind: JsonTypeInfoKind.Enumerable } list
        && Contract.ItemOf(list).IsAssignableTo(typeof(Fact));
}

/// <param name="Name">As in a package; <c>release.name</c> inside another value.</param>
/// <param name="IsRequired">A fact without it cannot be.</param>
public sealed record FactField(string Name, Type Type, bool IsRequired)
{
    /// <summary>A map, whose entries are fields of their own: <c>cells.actual</c>.</summary>
    public bool IsMap => Contract.Of(Type).Kind == JsonTypeInfoKind.Dictionary;

    /// <summary>A list; its text has one line per entry.</summary>
    public bool IsList => Contract.Of(Type).Kind == JsonTypeInfoKind.Enumerable;

    /// <summary>Type of the value, or of each entry of the list or map.</summary>
    public Type ValueType =>
        IsMap || IsList ? Contract.ItemOf(Contract.Of(Type)) : Nullable.GetUnderlyingType(Type) ?? Type;
}
