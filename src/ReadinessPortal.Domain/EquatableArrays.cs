namespace ReadinessPortal.Domain;

/// <summary>Makes arrays that compare by value.</summary>
public static class EquatableArrays
{
    /// <summary>For collection expressions.</summary>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    public static bool IsOne(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);
}
