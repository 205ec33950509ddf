using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Verification;

/// <summary>Checks that the times of seals are of those seals, by an authority that is trusted.</summary>
internal static class StoredTimestamps
{
    public static async Task<VerificationCheck> CheckAsync(
        PortalDb db, Launch launch, TimestampTerms terms, CancellationToken ct)
    {
        var stamped = await db.Set<SealTimestamp>().AsNoTracking()
            .Join(db.Set<Seal>().Where(s => s.LaunchId == launch.Id), t => t.SealId, s => s.Id,
                (t, s) => new { s.Number, s.Signature, t.Token, t.At })
            .OrderBy(s => s.Number).ToListAsync(ct);
        var breaks = new List<string>();
        foreach (var seal in stamped)
        {
            try
            {
                var at = TimestampToken.Read(seal.Token, seal.Signature, terms).At.ToMicroseconds();
                if (at != seal.At)
                {
                    breaks.Add($"The timestamp of signature record {seal.Number} says {at:O}, and {seal.At:O} is "
                        + "stored beside it.");
                }
            }
            catch (TimestampException problem)
            {
                breaks.Add($"The timestamp of signature record {seal.Number} proves nothing: {problem.Message}.");
            }
        }

        return new("timestamps are of the seals they are kept with", stamped.Count, [.. breaks]);
    }
}
