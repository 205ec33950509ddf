using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Revisions;

/// <summary>A revision with what was signed on it.</summary>
/// <param name="Record">Up to the launch's newest audit entry.</param>
/// <param name="Verdict">Of the frozen readiness with that record.</param>
/// <param name="CanonicalJson">The text whose SHA-256 was signed.</param>
public sealed record RevisionReading(
    RevisionHead Head, RevisionContent Content, DecisionRecord Record, Verdict Verdict, string CanonicalJson);

public sealed class ReadRevision(IDbContextFactory<PortalDb> databases, LaunchBoards boards)
{
    /// <returns>Null when there is no such revision for this person.</returns>
    /// <exception cref="InvalidDataException">What is stored is not what was hashed.</exception>
    public async Task<RevisionReading?> RunAsync(string key, int number, Viewer viewer, CancellationToken ct = default)
    {
        if (await FindAsync(key, number, viewer, ct) is not var (view, head, text))
        {
            return null;
        }

        var content = RevisionJson.Read(text);
        var record = view.Board.RecordOf(number) with { UpTo = view.Board.ChangeNumber };
        var verdict = Verdict.Of(content.Readiness, content.Facts, content.Holdings, record, view.Day);
        return new(head, content, record, verdict, text);
    }

    /// <summary>The text whose SHA-256 was signed, and no more.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<(RevisionHead Head, string CanonicalJson)?> TextAsync(
        string key, int number, Viewer viewer, CancellationToken ct = default) =>
        await FindAsync(key, number, viewer, ct) is var (_, head, text) ? (head, text) : null;

    private async Task<(LaunchView View, RevisionHead Head, string Text)?> FindAsync(
        string key, int number, Viewer viewer, CancellationToken ct)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view
            || view.Board.Revisions.FirstOrDefault(r => r.Number == number) is not { } head)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var text = await db.Set<RevisionBody>().Where(b => b.RevisionId == head.Id).Select(b => b.Canonical)
            .SingleAsync(ct);
        return CanonicalJson.Sha256(text) == head.Sha256 ? (view, head, text) : throw new InvalidDataException(
            $"Revision {number} of {key} is stored with another content than was hashed.");
    }
}
