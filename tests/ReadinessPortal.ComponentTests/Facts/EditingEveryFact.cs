using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.ComponentTests.Facts;

public sealed class EditingEveryFact
{
    [Fact]
    public void Only_what_the_portal_sets_or_an_act_of_its_own_changes_is_not_typed() =>
        FactKinds.All.SelectMany(k => k.Fields.Where(f => f.NotTyped is not null && f.Name != "key")
            .Select(f => $"{k.Lists}: {f.Name}")).Should().BeEquivalentTo(
            ": targetDate", ": release.name", ": release.version", ": release.digest",
            ": release.commit", ": isDemo", "categories/scores: by", "categories/scores: at",
            "categories/scores: assessor", "criteria: resultBy", "criteria: progressBy", "criteria: rationaleBy",
            "registers/rows: cells",
            "evidence: postedWith", "evidence: acceptedBy", "evidence: acceptedAt", "evidence: sha256",
            "evidence: size", "evidence: mediaType");
}
