using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Application.Audit;

/// <summary>The last entry of a launch's audit. Its hash follows from every entry before it, so two launches with one
/// head are the same launch.</summary>
/// <param name="Sha256">Empty where somebody took the entry out of the database: then nothing is believed.</param>
internal sealed record AuditHead(long Number, byte[] Sha256)
{
    /// <summary>The entry is there.</summary>
    public bool IsWhole => Sha256.Length > 0;

    /// <summary>As others name it; null where it is not whole.</summary>
    public AuditLink? Link => IsWhole ? new(Number, Convert.ToHexStringLower(Sha256)) : null;

    public bool IsSame(AuditHead other) =>
        Number == other.Number && IsWhole && Sha256.AsSpan().SequenceEqual(other.Sha256);
}
