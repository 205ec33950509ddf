using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Says that stored bytes are damaged: to whoever runs the portal each time, and in the audit of each launch
/// once for each damage of each piece of evidence that stands on them.</summary>
public sealed partial class DamageAlarm(
    IDbContextFactory<PortalDb> databases, LaunchChanges launches, ILogger<DamageAlarm> log)
{
    /// <summary>Action of the entries.</summary>
    public const string Damaged = "EvidenceDamaged";

    private const string Detail = "damage";

    /// <param name="damage">As it was found.</param>
    internal async Task RaiseAsync(EvidenceDamage damage)
    {
        LogDamaged(damage.File, damage.Text);
        // Whoever reads may go away at any time: that is no reason to keep it from the audit.
        foreach (var (launch, evidence) in await StandingOnAsync(damage))
        {
            var outcome = await launches.RunAsync(launch, Viewer.System, LaunchAction.View.Of(evidence, damage),
                change => KeepAsync(change, evidence, damage), CancellationToken.None);
            if (outcome is Outcome.Refused { Refusal: var refusal })
            {
                LogNotKept(launch, evidence, refusal.Text);
            }
        }
    }

    /// <summary>What was found so far of a file, each damage once.</summary>
    internal async Task<IReadOnlyList<EvidenceDamage>> RaisedAsync(string sha256, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var entries = await db.Set<AuditRow>().Where(a => a.Action == Damaged && a.Entry.Contains(sha256))
            .Select(a => a.Entry).ToListAsync(ct);
        return
        [
            .. entries.Select(e => JsonNode.Parse(e)!["details"]![Detail]!
                .Deserialize<EvidenceDamage>(FactsJson.Options)!).Distinct().Where(d => d.File == sha256),
        ];
    }

    // Asked without the lock, so that a page that is loaded again and again takes none; and once more under it.
    private async Task<List<(string Launch, string Evidence)>> StandingOnAsync(EvidenceDamage damage)
    {
        await using var db = await databases.CreateDbContextAsync();
        var standing = await (
            from item in db.Set<EvidenceItem>()
            join launch in db.Set<Launch>() on item.LaunchId equals launch.Id
            where item.Sha256 == damage.File
            select new { LaunchId = launch.Id, Launch = launch.Key, Evidence = item.Key }).ToListAsync();
        var missing = new List<(string, string)>();
        foreach (var one in standing)
        {
            if (!await IsKeptAsync(db, one.LaunchId, one.Evidence, damage))
            {
                missing.Add((one.Launch, one.Evidence));
            }
        }

        return missing;
    }

    private static async Task<Outcome> KeepAsync(LaunchChange change, string evidence, EvidenceDamage damage)
    {
        if (await IsKeptAsync(change.Db, change.LaunchId, evidence, damage))
        {
            return new Outcome.Done(change.Board.ChangeNumber, evidence, WasThere: true);
        }

        // An archived one is not on the board.
        var item = await change.Db.Set<EvidenceItem>().AsNoTracking()
            .FirstAsync(e => e.LaunchId == change.LaunchId && e.Key == evidence);
        var entry = AttachEvidence.Entry(Damaged, item,
            $"{item.Title}: the stored bytes of {item.FileName} are damaged, {damage.Text}; they are not given out "
            + "until they are restored from a backup");
        entry.Details![Detail] = JsonSerializer.SerializeToNode(damage, FactsJson.Options);
        return await change.CommitAsync(entry, CancellationToken.None);
    }

    private static async Task<bool> IsKeptAsync(DbContext db, Guid launch, string evidence, EvidenceDamage damage)
    {
        var subject = new SubjectRef(SubjectKind.Evidence, evidence).ToString();
        var kept = await db.Set<AuditRow>()
            .Where(a => a.LaunchId == launch && a.Action == Damaged && a.Subject == subject)
            .Select(a => a.Entry).ToListAsync();
        return kept.Exists(e => JsonNode.Parse(e)!["details"]![Detail]!
            .Deserialize<EvidenceDamage>(FactsJson.Options) == damage);
    }

    [LoggerMessage(EventId = 7001, EventName = "EvidenceDamaged", Level = LogLevel.Critical,
        Message = "The stored bytes of {Sha256} are damaged: {Damage}. Restore contents and content_chunks of this "
            + "file from a backup")]
    private partial void LogDamaged(string sha256, string damage);

    [LoggerMessage(EventId = 7002, EventName = "EvidenceDamageNotKept", Level = LogLevel.Error,
        Message = "The audit of {Launch} could not keep that {Evidence} is damaged; the next reader tries "
            + "again: {Why}")]
    private partial void LogNotKept(string launch, string evidence, string why);
}
