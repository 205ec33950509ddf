using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>Who changed what somebody else is editing, for a page that is open.</summary>
public sealed class ReadAuthors(IDbContextFactory<PortalDb> databases, LaunchBoards boards)
{
    /// <returns>Who gave the field the value that stands, and when; null where the audit does not say, or for a launch
    /// that this person may not see.</returns>
    public async Task<FieldAuthor?> OfFieldAsync(
        string key, FactPath fact, string field, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        return (await FieldAuthors.LastAsync(db, view.Board.Facts, fact, field, ct))?.ToldTo(viewer.UserId);
    }

    /// <returns>Who archived the fact, or what it is a part of, and when; null as for a field.</returns>
    public async Task<FieldAuthor?> OfArchivingAsync(
        string key, FactPath fact, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        for (FactPath? path = fact; path is { IsLaunch: false } gone; path = gone.Parent)
        {
            if (FactKinds.Find(view.Board.Facts, gone) is null
                && await ArchivedAsync(db, view.Launch, gone, ct) is { } author)
            {
                return author.ToldTo(viewer.UserId);
            }
        }

        return null;
    }

    // The same key may have stood in another list, so the entry has to be about the fact, its whole, or the launch.
    private static async Task<FieldAuthor?> ArchivedAsync(
        PortalDb db, Launch launch, FactPath gone, CancellationToken ct)
    {
        var table = FactKinds.Of(gone) is { } kind ? db.Model.FindEntityType(kind.Type)?.GetTableName() : null;
        string[] subjects =
        [
            $"{gone.Subject(launch.Key)}", $"{gone.Root.Subject(launch.Key)}",
            $"{new SubjectRef(SubjectKind.Launch, launch.Key)}",
        ];
        var entries = db.Set<AuditRow>()
            .Where(a => a.LaunchId == launch.Id && a.TouchesFacts && subjects.Contains(a.Subject)
                && a.Entry.Contains("\"archived\""))
            .OrderByDescending(a => a.Seq).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(ct))
        {
            var changes = JsonNode.Parse(entry.Entry)!["changes"]!.AsArray();
            if (changes.Any(c => (string?)c!["kind"] == "archived" && (string?)c["key"] == gone.Key
                && (string?)c["table"] == table))
            {
                var line = AuditLine.Of(entry);
                return new(line.Actor, line.At, line.ActorId);
            }
        }

        return null;
    }
}
