using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.UnitTests.Packages;

namespace ReadinessPortal.UnitTests.Launches;

/// <summary>An edit reads and writes the fact it touches: everything else is the object that it was.</summary>
public sealed class ApplyingChanges
{
    private static readonly LaunchFacts _facts = LaunchPackage.ReadText(Everything.Yaml);

    [Fact]
    public void Every_fact_can_be_touched_and_leaves_all_others_the_objects_they_were()
    {
        foreach (var (path, fact) in FactKinds.Each(_facts).ToList())
        {
            var after = After(new FactChange.Move { Fact = path, After = null });

            Untouched(path, after).Should().OnlyContain(f => f.IsSame, "{0} was moved", path);
            FactKinds.Siblings(after, path)[0].Should().Be(fact.Key);
        }
    }

    [Fact]
    public void A_cell_that_is_set_makes_one_new_row_in_one_new_register()
    {
        var path = RegisterFacts.Row("budget", "one");

        var after = After(FactChange.Setting(path, RegisterFacts.Field("actual"), "20", "25"));

        Untouched(path, after).Should().OnlyContain(f => f.IsSame);
        var row = FactKinds.Find(after, path).Should().BeOfType<RegisterRow>().Subject;
        row.Cells["actual"].Should().Be("25");
        row.Id.Should().Be(_facts.Registers[0].Rows[0].Id);
    }

    private static IEnumerable<(FactPath Path, bool IsSame)> Untouched(FactPath touched, LaunchFacts after) =>
        FactKinds.Each(_facts).Where(f => !touched.IsWithin(f.Path))
            .Select(f => (f.Path, ReferenceEquals(FactKinds.Find(after, f.Path), f.Fact)));

    private static LaunchFacts After(FactChange change)
    {
        var applied = new AppliedChanges(_facts, FactAuthor.Nobody(_facts));
        applied.Apply(change);
        return applied.Facts() ?? throw new InvalidOperationException($"{change} cannot be applied.");
    }
}
