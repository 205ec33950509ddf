using Xunit.Abstractions;

namespace ReadinessPortal.Testing;

/// <summary>Says of a class that its tests, one after the other, take long: begun last, they would end alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesLongAttribute : Attribute;

/// <summary>Begins with what <see cref="TakesLongAttribute">takes long</see>, and leaves the rest in any order.
/// </summary>
public sealed class LongFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(TakesLong);

    // A class that is in no named collection is one of its own, "Test collection for Name.Of.It".
    private static bool TakesLong(ITestCollection collection) =>
        collection.TestAssembly.Assembly.GetType(collection.DisplayName.Split(' ')[^1]) is { } type
        && type.GetCustomAttributes(typeof(TakesLongAttribute).AssemblyQualifiedName!).Any();
}
