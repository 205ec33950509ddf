using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.Web.Identity;

/// <summary>Wrong passwords under one key, see <see cref="AttemptKey"/>.</summary>
public sealed class AttemptRow
{
    public const int KeyLength = 50;

    public required string Key { get; init; }

    public int Failures { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    internal AttemptCount Count
    {
        get => new(Failures, LastAt, LockedUntil);
        set => (Failures, LastAt, LockedUntil) = (value.Failures, value.LastAt, value.LockedUntil);
    }
}
