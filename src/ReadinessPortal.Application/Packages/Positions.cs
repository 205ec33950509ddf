using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>Gives facts that were just read the positions that the order of their lists says.</summary>
internal static class Positions
{
    private static readonly PropertyInfo _position = typeof(Fact).GetProperty(nameof(Fact.Position))!;

    /// <summary>Only for facts that nobody else has seen yet.</summary>
    public static LaunchFacts Set(LaunchFacts facts)
    {
        Walk(facts);
        return facts;
    }

    private static void Walk(object parent)
    {
        foreach (var key in FactContract.Keys(FactContract.Of(parent.GetType())))
        {
            if (FactContract.Of(key.PropertyType).Kind != JsonTypeInfoKind.Enumerable
                || !FactContract.ItemOf(FactContract.Of(key.PropertyType)).IsAssignableTo(typeof(Fact)))
            {
                continue;
            }

            foreach (var (index, fact) in ((IEnumerable)key.Get!(parent)!).Cast<Fact>().Index())
            {
                _position.SetValue(fact, index);
                Walk(fact);
            }
        }
    }
}
