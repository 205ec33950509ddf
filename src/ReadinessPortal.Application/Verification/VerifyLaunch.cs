using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.Verification;

/// <summary>
/// Checks a launch against its own record, believing nothing that is stored: each entry of the audit hashes to what it
/// says and follows the one before it, the rows of the database are as the entries left them, and revisions,
/// signatures, evidence and final reports have the hashes they go by.
/// </summary>
public sealed class VerifyLaunch(
    IDbContextFactory<PortalDb> databases, LaunchBoards boards, StoredBytes bytes, TimestampTerms timestamps)
{
    /// <summary>Breaks of one kind that are named; the rest is counted.</summary>
    private const int MostBreaks = 50;

    /// <param name="progress">Told before each check.</param>
    /// <returns>Null when there is no such launch for this person, or its audit is not theirs to read.</returns>
    public async Task<Verification?> RunAsync(
        string key, Viewer viewer, IProgress<VerificationProgress>? progress = null, CancellationToken ct = default)
    {
        // By its key alone: a launch whose facts are damaged may not make a board.
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Launch>().AsNoTracking().FirstOrDefaultAsync(l => l.Key == key, ct) is not { } launch
            || (!viewer.IsSystem
                && (await boards.ViewAsync(key, viewer, ct) is not { } view || ReadAudit.WhyNot(view) is not null)))
        {
            return null;
        }

        // One moment for all of it: whoever changes the launch meanwhile makes nothing look broken.
        await using var moment = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        launch = await db.Set<Launch>().AsNoTracking().FirstAsync(l => l.Id == launch.Id, ct);
        var recorded = new RecordedRows();
        var checks = new List<VerificationCheck>();
        (string, Func<Task<VerificationCheck>>)[] all =
        [
            ("audit", () => ChainAsync(db, launch, recorded, ct)),
            ("rows", () => StoredRows.CheckAsync(db, launch.Id, recorded, ct)),
            ("revisions", () => RevisionsAsync(db, launch.Id, recorded, ct)),
            ("signatures", () => SignaturesAsync(db, launch.Id, ct)),
            ("seals", () => StoredSeals.CheckAsync(db, launch, recorded, ct)),
            ("timestamps", () => StoredTimestamps.CheckAsync(db, launch, timestamps, ct)),
            ("portal's audit", () => SiteChainAsync(db, ct)),
            ("evidence", () => EvidenceAsync(db, launch.Id, ct)),
            ("final reports", () => ReportsAsync(db, launch.Id, ct)),
        ];
        foreach (var (what, check) in all)
        {
            progress?.Report(new(what, [.. checks], all.Length));
            checks.Add(Capped(await Unreadable.NamedAsync(what, check)));
        }

        return new(key, [.. checks]);
    }

    private static async Task<VerificationCheck> ChainAsync(
        PortalDb db, Launch launch, RecordedRows recorded, CancellationToken ct)
    {
        var (breaks, before, count) = (new List<string>(), (AuditRow?)null, 0);
        await foreach (var row in db.Set<AuditRow>().AsNoTracking().Where(a => a.LaunchId == launch.Id)
            .OrderBy(a => a.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            breaks.AddRange(BreaksOf(row, before, ""));
            if (!recorded.TryAdd(row.Seq, row.Entry, row.Sha256))
            {
                breaks.Add($"Entry {row.Seq} cannot be read: the portal did not write it so.");
            }

            before = row;
        }

        if ((before?.Seq ?? 0) != launch.ChangeNumber)
        {
            breaks.Add($"The launch is at change {launch.ChangeNumber}, and its last entry is {before?.Seq ?? 0}.");
        }

        return new("audit entries hash to what they say and follow one another", count, [.. breaks]);
    }

    // Its entries name the keys that signatures are sealed with.
    private static async Task<VerificationCheck> SiteChainAsync(PortalDb db, CancellationToken ct)
    {
        var (breaks, before, count) = (new List<string>(), (SiteAuditRow?)null, 0);
        await foreach (var row in db.Set<SiteAuditRow>().AsNoTracking().OrderBy(a => a.Seq).AsAsyncEnumerable()
            .WithCancellation(ct))
        {
            count++;
            breaks.AddRange(BreaksOf(row, before, "of the portal's own audit "));
            before = row;
        }

        var head = await db.Set<SiteHead>().SingleAsync(ct);
        if ((before?.Seq ?? 0) != head.Seq || !head.Sha256.AsSpan().SequenceEqual(before?.Sha256 ?? []))
        {
            breaks.Add($"The portal's own audit is at entry {head.Seq}, and its last entry is another.");
        }

        return new("entries of the portal's own audit hash to what they say and follow one another", count,
            [.. breaks]);
    }

    private static IEnumerable<string> BreaksOf(ChainedRow row, ChainedRow? before, string of)
    {
        if (row.Seq != (before?.Seq ?? 0) + 1)
        {
            yield return $"Entry {(before?.Seq ?? 0) + 1} {of}is missing.";
        }
        else if (!row.Prev.AsSpan().SequenceEqual(before?.Sha256 ?? []))
        {
            yield return $"Entry {row.Seq} {of}does not follow entry {row.Seq - 1}: one of them was put there later.";
        }

        if (!AuditText.Hash(row.Prev, row.Entry).AsSpan().SequenceEqual(row.Sha256))
        {
            yield return $"Entry {row.Seq} {of}does not hash to what it goes by: its text was changed.";
        }
    }

    private static async Task<VerificationCheck> RevisionsAsync(
        PortalDb db, Guid launch, RecordedRows recorded, CancellationToken ct)
    {
        var heads = await db.Set<RevisionHead>().AsNoTracking().Where(r => r.LaunchId == launch)
            .OrderBy(r => r.Number).ToListAsync(ct);
        var breaks = new List<string>();
        foreach (var head in heads)
        {
            var text = await db.Set<RevisionBody>().Where(b => b.RevisionId == head.Id).Select(b => b.Canonical)
                .FirstOrDefaultAsync(ct);
            if (text is null)
            {
                breaks.Add($"The content of revision {head.Number} is missing.");
            }
            else if (CanonicalJson.Sha256(text) is var found && found != head.Sha256)
            {
                breaks.Add($"Revision {head.Number} hashes to {found}, and {head.Sha256} was signed.");
            }
            else if (RevisionJson.Read(text).Audit is { } link && recorded.HashOf(link.Entry) != link.Sha256)
            {
                breaks.Add($"Revision {head.Number} was frozen after entry {link.Entry} with the hash {link.Sha256}, "
                    + "and the audit has another: it was rewritten.");
            }
        }

        return new("revisions hash to what was signed", heads.Count, [.. breaks]);
    }

    private static async Task<VerificationCheck> SignaturesAsync(PortalDb db, Guid launch, CancellationToken ct)
    {
        var hashes = await db.Set<RevisionHead>().Where(r => r.LaunchId == launch)
            .ToDictionaryAsync(r => r.Number, r => r.Sha256, ct);
        var signed = await db.Set<SignOff>().AsNoTracking().Where(s => s.LaunchId == launch).OrderBy(s => s.At)
            .ToListAsync(ct);
        return new("signatures are of the revisions they name", signed.Count,
        [
            .. signed.Where(s => hashes.GetValueOrDefault(s.Revision) != s.RevisionSha256).Select(s =>
                $"The signature of {s.PrintedName} as {s.Role} names revision {s.Revision} by {s.RevisionSha256}, "
                + "which is another hash."),
        ]);
    }

    private async Task<VerificationCheck> EvidenceAsync(PortalDb db, Guid launch, CancellationToken ct)
    {
        var items = await db.Set<EvidenceItem>().IgnoreQueryFilters().AsNoTracking()
            .Where(e => e.LaunchId == launch && e.Sha256 != null).OrderBy(e => e.Key).ToListAsync(ct);
        var breaks = new List<string>();
        foreach (var file in items.GroupBy(e => e.Sha256!))
        {
            var names = string.Join(", ", file.Select(e => e.Key));
            var hash = Convert.FromHexString(file.Key);
            if (await db.Set<Content>().AsNoTracking().FirstOrDefaultAsync(c => c.Sha256 == hash, ct)
                is not { } content)
            {
                breaks.Add($"Evidence {names}: the bytes of {file.Key} are missing.");
                continue;
            }

            try
            {
                await new EvidenceContent(bytes, new(content.Id, file.Key, content.Length))
                {
                    MediaType = "", FileName = "",
                }.CopyToAsync(Stream.Null, ct: ct);
            }
            catch (EvidenceDamagedException problem)
            {
                breaks.Add($"Evidence {names}: {problem.Damage.Text} of {file.Key}.");
            }
        }

        return new("evidence files have the bytes that were received", items.Count, [.. breaks]);
    }

    private static async Task<VerificationCheck> ReportsAsync(PortalDb db, Guid launch, CancellationToken ct)
    {
        var reports = await db.Set<StoredReport>().AsNoTracking().Where(r => r.LaunchId == launch)
            .OrderBy(r => r.Revision).ToListAsync(ct);
        return new("final reports are as they were rendered", reports.Count,
        [
            .. reports.Where(r => Convert.ToHexStringLower(SHA256.HashData(r.Pdf)) != r.Sha256)
                .Select(r => $"The final report of revision {r.Revision} is not the file that was stored."),
        ]);
    }

    private static VerificationCheck Capped(VerificationCheck check) => check.Breaks.Length <= MostBreaks ? check
        : check with
        {
            Breaks = [.. check.Breaks.Take(MostBreaks), $"And {check.Breaks.Length - MostBreaks} more of this kind."],
        };
}
