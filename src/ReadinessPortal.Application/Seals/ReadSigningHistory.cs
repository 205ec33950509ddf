using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Seals;

namespace ReadinessPortal.Application.Seals;

/// <summary>What was sealed and done on a revision, for its report: whoever may read that may read this.</summary>
public sealed class ReadSigningHistory(IDbContextFactory<PortalDb> databases)
{
    // What a signature or its weight depends on; what was refused is for those who read the audit.
    private static readonly string[] _events =
    [
        FreezeLaunch.Frozen, SignLaunch.Signed, WithdrawSignOff.Withdrawn, DecideLaunch.Decided, AssignRole.Assigned,
        NameDeputy.Named, MakeRoleNotRequired.Relieved,
    ];

    /// <param name="upTo">Audit entry of the decision.</param>
    public async Task<SigningHistory> RunAsync(RevisionHead revision, long upTo, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var seals = await db.Set<Seal>().Where(s => s.LaunchId == revision.LaunchId).OrderBy(s => s.Number)
            .ToListAsync(ct);
        var signed = seals.Select(Read).Where(s => s.Record.Revision == revision.Number && s.Record.Entry <= upTo)
            .ToList();
        var ids = signed.Select(s => s.Record.Key).Distinct().ToArray();
        var keys = await db.Set<KeptSealingKey>().Where(k => ids.Contains(k.Id)).OrderBy(k => k.Id)
            .Select(k => new { k.Id, k.PublicKey, IsDevelopment = k.PrivateKey != null }).ToListAsync(ct);
        var entries = await db.Set<AuditRow>()
            .Where(a => a.LaunchId == revision.LaunchId && a.Seq > revision.ChangeNumber && a.Seq <= upTo
                && _events.Contains(a.Action))
            .OrderBy(a => a.Seq).ToListAsync(ct);
        return new(
            [.. signed],
            [.. keys.Select(k => new PublicSealingKey(k.Id, Convert.ToBase64String(k.PublicKey), k.IsDevelopment))],
            [.. entries.Select(Event)]);
    }

    private static SealedSignature Read(Seal seal) => new(
        JsonSerializer.Deserialize<SignatureRecord>(seal.Record, FactsJson.Options)!, seal.Sha256,
        Convert.ToBase64String(seal.Signature));

    private static SigningEvent Event(AuditRow row)
    {
        var entry = JsonNode.Parse(row.Entry)!;
        return new(row.Seq, DateTimeOffset.Parse((string)entry["at"]!, null), row.Actor ?? "",
            (string)entry["summary"]!, Convert.ToHexStringLower(row.Sha256));
    }
}
