using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>Takes a package in: a new launch, or, when asked, an update of the one with its key.</summary>
public sealed class ImportLaunch(
    LaunchChanges launches, IDbContextFactory<PortalDb> databases, EvidenceLimits limits)
{
    private const string Imported = "LaunchImported";

    /// <returns>Done says whether the launch was there before, and that it was repeated where the package changes
    /// nothing.</returns>
    public async Task<Outcome> RunAsync(
        LaunchPackage package, bool update, Viewer viewer, CancellationToken ct = default)
    {
        var (facts, files) = (await PackageFiles.ReadAsync(package, ct), package.Files);
        var key = facts.Launch.Key;
        if (files.Sum(f => f.Size) is var brought && brought > limits.MaxLaunchBytes)
        {
            return new Outcome.Refused(new NoRoomForEvidence(brought, limits.MaxLaunchBytes));
        }

        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            if (!await db.Set<Launch>().AnyAsync(l => l.Key == key, ct))
            {
                return await CreateAsync(facts, files, viewer, ct);
            }
        }

        return update ? await UpdateAsync(facts, files, viewer, ct) : new Outcome.Refused(new LaunchExists(key));
    }

    private async Task<Outcome> CreateAsync(
        LaunchFacts facts, IReadOnlyList<PackageFile> files, Viewer viewer, CancellationToken ct) =>
        !viewer.IsAdministrator
            ? new Outcome.Refused(new NotAnAdministrator())
            : await launches.CreateAsync(
                facts.Launch with { Id = Guid.CreateVersion7() }, facts, viewer, async change =>
                {
                    var writing = new FactRowsWriter(change, before: null);
                    writing.Write(facts);
                    change.AddManager(viewer);
                    var entry = Entry(
                        facts, $"{facts.Launch.Key} imported: {writing.Added} facts, {files.Count} files");
                    await SiteAudit.AppendAsync(change.Db, entry, viewer, change.Now, ct);
                    return await change.CommitAsync(entry, ct, facts.Launch.Key);
                }, ct, db => StoreAsync(db, files, ct));

    private Task<Outcome> UpdateAsync(
        LaunchFacts facts, IReadOnlyList<PackageFile> files, Viewer viewer, CancellationToken ct) =>
        launches.RunAsync(facts.Launch.Key, viewer, LaunchAction.Import.Of(facts), async change =>
        {
            var board = change.Board;
            var subject = new SubjectRef(SubjectKind.Launch, facts.Launch.Key);
            if (ImportRules.WhyNot(board, facts, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Imported, subject, ct);
            }

            var was = board.Launch;
            var brought = Assessors.Brought(DoubtRules.Brought(facts, board.Facts), board, change.Actor.UserId);
            var moved = change.Change(was, brought.Launch with
            {
                Id = was.Id,
                Stage = was.Stage,
                ChangeNumber = was.ChangeNumber,
                FactsNumber = was.FactsNumber,
            });
            if (brought.Launch.TargetDate != was.TargetDate)
            {
                change.Add(TargetDateRules.Record(
                    was, brought.Launch.TargetDate, TargetMove.FromPackage, change.Actor, change.Now));
            }

            var writing = new FactRowsWriter(change, board.Facts);
            writing.Write(brought);
            if (!moved && writing is { Added: 0, Changed: 0, Archived: 0 })
            {
                return new Outcome.Done(board.ChangeNumber, was.Key, WasThere: true, IsRepeat: true);
            }

            return await change.CommitAsync(
                Entry(facts, $"{was.Key} updated from a package: {writing.Added} facts added, "
                + $"{writing.Changed} changed, {writing.Archived} archived"), ct, was.Key,
                Proven(board, facts, await change.EverHeldAsync(ct)), wasThere: true);
        }, ct, db => StoreAsync(db, files, ct));

    // Files that the launch never held are proof that is attached, by whatever door they come in; not those that take
    // the place of a file which is in hand.
    private static LaunchBoard Proven(LaunchBoard board, LaunchFacts package, HashSet<string> known)
    {
        var here = board.Facts.Evidence.ToDictionary(e => e.Key, StringComparer.Ordinal);
        return package.Evidence.Where(e => e.Sha256 is { } bytes && !known.Contains(bytes)
                && here.GetValueOrDefault(e.Key) is not { IsInHand: true })
            .Aggregate(board, (proven, file) => proven.Proven(here.GetValueOrDefault(file.Key), file));
    }

    private static AuditEntry Entry(LaunchFacts facts, string summary) =>
        new(Imported, new SubjectRef(SubjectKind.Launch, facts.Launch.Key), summary,
            new JsonObject { ["files"] = facts.Evidence.Count(e => e.IsInHand) });

    // In the order of their hashes, so that two imports of the same files wait for each other and not crosswise.
    private static async Task StoreAsync(WritingDb db, IReadOnlyList<PackageFile> files, CancellationToken ct)
    {
        foreach (var file in files.DistinctBy(f => f.Sha256).OrderBy(f => f.Sha256, StringComparer.Ordinal))
        {
            await using var bytes = file.Open();
            await EvidenceStore.PutIfAbsentAsync(db, file.Sha256, file.Size, bytes, ct);
        }
    }
}
