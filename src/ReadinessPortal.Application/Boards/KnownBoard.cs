using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Boards;

/// <summary>A board as it was, and the types of the rows that were written since.</summary>
internal sealed record KnownBoard(LaunchBoard Board, IReadOnlySet<Type> Touched);
