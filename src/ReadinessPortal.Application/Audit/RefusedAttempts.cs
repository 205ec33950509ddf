using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Audit;

/// <summary>
/// What was refused is in the audit, and nobody fills the audit with it: the same attempt of the same person is one
/// entry in <see cref="Window"/>, and further ones are counted beside it. The next entry of its kind says how many
/// there were.
/// </summary>
internal static class RefusedAttempts
{
    public const string Refused = "Refused";

    /// <summary>Different attempts of one person in <see cref="Window"/> that have entries of their own.</summary>
    public const int MostDifferent = 60;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    // Signing has a share of its own: no flood of anything else takes the place of a refused signature.
    private static readonly string[] _signing =
        ["Signed", "Decided", "SignOffWithdrawn", "DecisionConfirmed", "DecisionRevoked"];

    /// <summary>Counts the attempt, or remembers the entry that it gets. Under the launch's lock.</summary>
    /// <returns>The entry to append as the launch's next; null when the attempt was counted.</returns>
    public static async Task<AuditEntry?> KeepAsync(
        LaunchChange change, Refusal refusal, string action, SubjectRef subject, CancellationToken ct)
    {
        var (mine, now) = (Of(change), change.Now);
        var kind = _signing.Contains(action) ? "signing" : "other";
        var recent = await mine.Where(a => a.Kind == kind && a.At > now - Window).ToListAsync(ct);
        var details = new JsonObject { ["refused"] = action, ["reason"] = refusal.Name };
        var entry = new AuditEntry(Refused, subject, refusal.Text, details);
        var alike = Sha256(action, subject.ToString(), refusal.Text);
        if (recent.Count >= MostDifferent && recent.All(a => a.Alike != alike))
        {
            entry = Rest(change.Board.Launch.Key, action);
            alike = Sha256(action, entry.Summary);
        }

        if (recent.FirstOrDefault(a => a.Alike == alike) is { } same)
        {
            await change.Db.Database.ExecuteSqlAsync($"""
                update refused_attempts set times = times + 1, last_at = {now}
                where launch_id = {change.LaunchId} and seq = {same.Seq}
                """, ct);
            return null;
        }

        var before = await mine.Where(a => a.Alike == alike).OrderByDescending(a => a.Seq).FirstOrDefaultAsync(ct);
        if (before is { Times: > 0 })
        {
            entry.Details!["before"] = new JsonObject
            {
                ["entry"] = before.Seq,
                ["times"] = before.Times,
                ["until"] = JsonSerializer.SerializeToNode(before.LastAt, FactsJson.Options),
            };
        }

        change.Db.Add(new RefusedAttempt
        {
            LaunchId = change.LaunchId, Seq = change.Board.ChangeNumber + 1, UserId = change.Actor.UserId, Kind = kind,
            Alike = alike, At = now, LastAt = now,
        });
        return entry;
    }

    private static AuditEntry Rest(string launch, string action) => new(
        Refused, new SubjectRef(SubjectKind.Launch, launch),
        $"More than {MostDifferent} different attempts were refused in {Window.TotalMinutes} minutes; "
            + "the rest is counted",
        new JsonObject { ["refused"] = action, ["reason"] = "TooManyAttempts" });

    private static IQueryable<RefusedAttempt> Of(LaunchChange change) => change.Db.Set<RefusedAttempt>()
        .Where(a => a.LaunchId == change.LaunchId && a.UserId == change.Actor.UserId);

    private static string Sha256(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}

/// <summary>An entry about something refused, and how often the same was tried again within minutes.</summary>
internal sealed record RefusedAttempt
{
    public required Guid LaunchId { get; init; }

    /// <summary>Of the entry.</summary>
    public required long Seq { get; init; }

    public required Guid UserId { get; init; }

    public required string Kind { get; init; }

    /// <summary>Hash of what was tried, on what, and why it was refused.</summary>
    public required string Alike { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>After the entry.</summary>
    public int Times { get; init; }

    public required DateTimeOffset LastAt { get; init; }
}
