using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>Changes tried on the facts and not made: what would be said of them.</summary>
public static class Rehearsal
{
    /// <returns>Empty where they would hold together; who may make them is another question.</returns>
    public static ImmutableArray<FieldProblem> Of(LaunchFacts facts, params ReadOnlySpan<FactChange> changes)
    {
        var tree = new FactTree(facts, FactAuthor.Nobody(facts));
        foreach (var change in changes)
        {
            tree.Apply(change);
        }

        tree.Facts();
        return tree.Problems;
    }
}
