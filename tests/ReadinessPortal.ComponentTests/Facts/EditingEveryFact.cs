using ReadinessPortal.Application.Facts;
using ReadinessPortal.Web.Facts;

namespace ReadinessPortal.ComponentTests.Facts;

public sealed class EditingEveryFact
{
    [Fact]
    public void Every_field_of_the_package_format_has_an_editor_or_a_reason_for_having_none()
    {
        var missing = FactKind.All.SelectMany(kind => kind.Fields
            .Where(field => Table(kind)?.Field(field.Name) is null).Select(field => $"{kind.Lists}: {field.Name}"));

        missing.Should().BeEmpty();
    }

    [Fact]
    public void No_field_is_offered_that_the_package_format_does_not_have()
    {
        var invented = FieldTable.All.SelectMany(table => table.Fields
            .Where(spec => FactKind.All.FirstOrDefault(k => k.Lists == table.Lists)?.Field(spec.Name) is null)
            .Select(spec => $"{table.Lists}: {spec.Name}"));

        invented.Should().BeEmpty();
    }

    [Fact]
    public void Only_what_the_portal_sets_or_an_act_of_its_own_changes_is_not_typed() =>
        FieldTable.All.SelectMany(k => k.Fields.Where(f => f.NotTyped is not null && f.Name != "key")
            .Select(f => $"{k.Lists}: {f.Name}")).Should().BeEquivalentTo(
            ": targetDate", ": release.name", ": release.version", ": release.digest",
            ": release.commit", ": isDemo", "categories/scores: by", "categories/scores: at",
            "categories/scores: assessor", "criteria: resultBy", "criteria: progressBy", "criteria: rationaleBy",
            "registers/rows: cells",
            "evidence: sha256", "evidence: size", "evidence: mediaType");

    [Fact]
    public void Every_choice_among_facts_names_a_list_of_the_launch()
    {
        var lists = FactKind.All.Select(k => k.Lists).ToHashSet();

        FieldTable.All.SelectMany(k => k.Fields).Where(f => f.Input is FieldInput.Fact or FieldInput.Facts)
            .Should().OnlyContain(f => lists.Contains(f.Of!));
    }

    private static KindSpec? Table(FactKind kind) => FieldTable.All.FirstOrDefault(k => k.Lists == kind.Lists);
}
