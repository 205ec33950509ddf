using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>Where the facts of a launch are kept, one table for each kind.</summary>
public interface IFactSource
{
    /// <summary>All of one type in their order, without their parts.</summary>
    Task<IReadOnlyList<T>> ReadAsync<T>()
        where T : Fact;
}
