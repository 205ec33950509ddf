using System.Text.Json.Serialization.Metadata;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Launches;

/// <summary>A kind of fact without a descriptor would be left out of boards, packages and forms.</summary>
public sealed class DescribingFacts
{
    private static readonly IReadOnlyList<(string Lists, Type Type)> _kept =
        [("", typeof(Launch)), .. Walk("", typeof(LaunchFacts))];

    [Fact]
    public void Every_list_of_facts_that_a_launch_holds_is_described() =>
        FactKinds.All.Select(k => (k.Lists, k.Type)).Should().Equal(_kept);

    [Fact]
    public void Every_field_that_a_package_carries_is_described() =>
        FactKinds.All.Select(k => $"{k.Lists}: {string.Join(' ', Carried(k).Order())}")
            .Should().Equal(_kept.Select(k => $"{k.Lists}: {string.Join(' ', FieldsOf(k.Type).Order())}"));

    [Fact]
    public void What_names_other_facts_names_a_list_that_is_known_by_a_subject() =>
        FactKinds.All.SelectMany(k => k.Fields)
            .Where(f => f.Input is FieldInput.Fact or FieldInput.Facts)
            .Should().OnlyContain(f => FactKinds.Get(FactPath.Of(f.Of!, "x")).Subject != null);

    [Fact]
    public void Whatever_is_known_by_a_subject_is_read_somewhere() =>
        FactKinds.All.Where(k => k.Subject is not null).Should().OnlyContain(k => k.Link != null);

    private static IEnumerable<string> Carried(FactKind kind) =>
        kind.Fields.Select(f => f.Name).Except(NotCarried(kind.Type), StringComparer.Ordinal);

    private static IEnumerable<string> NotCarried(Type type) =>
        FactContract.Of(type).Properties.Where(p => p.Set is not null).Select(p => p.Name)
            .Except(FactContract.Keys(FactContract.Of(type)).Select(k => k.Name), StringComparer.Ordinal);

    private static IEnumerable<(string Lists, Type Type)> Walk(string lists, Type holder) =>
        FactContract.Keys(FactContract.Of(holder)).Where(IsParts).SelectMany(key =>
        {
            var type = FactContract.ItemOf(FactContract.Of(key.PropertyType));
            var path = lists.Length == 0 ? key.Name : $"{lists}/{key.Name}";
            return Walk(path, type).Prepend((path, type));
        });

    private static IEnumerable<string> FieldsOf(Type type) =>
        FactContract.Keys(FactContract.Of(type)).Where(k => !IsParts(k)).SelectMany(key =>
        {
            var contract = FactContract.Of(Nullable.GetUnderlyingType(key.PropertyType) ?? key.PropertyType);
            return contract.Kind == JsonTypeInfoKind.Object
                ? FactContract.Keys(contract).Select(inner => $"{key.Name}.{inner.Name}")
                : [key.Name];
        });

    private static bool IsParts(JsonPropertyInfo key) =>
        FactContract.Of(key.PropertyType) is { Kind: JsonTypeInfoKind.Enumerable } list
        && FactContract.ItemOf(list).IsAssignableTo(typeof(Fact));
}
