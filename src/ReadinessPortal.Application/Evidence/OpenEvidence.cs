using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Evidence;

namespace ReadinessPortal.Application.Evidence;

/// <summary>The bytes of evidence in hand, for a person who may see the launch.</summary>
public sealed class OpenEvidence(IDbContextFactory<PortalDb> databases, LaunchBoards boards)
{
    /// <returns>Null when there is no such evidence for this person, or it is cited and not in hand.</returns>
    public async Task<EvidenceContent?> RunAsync(
        string key, string evidenceKey, Viewer viewer, CancellationToken ct = default) =>
        await boards.ViewAsync(key, viewer, ct) is { } view
        && view.Board.Facts.Evidence.FirstOrDefault(e => e.Key == evidenceKey) is { IsInHand: true } item
            ? await OpenAsync(item, ct)
            : null;

    /// <param name="item">In hand, and of a launch or revision that was read for somebody who may see it.</param>
    public async Task<EvidenceContent> OpenAsync(EvidenceItem item, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var hash = Convert.FromHexString(item.Sha256!);
        var content = await db.Set<Content>().SingleAsync(c => c.Sha256 == hash, ct);
        return new(databases, content.Id)
        {
            Length = content.Length,
            MediaType = item.MediaType ?? MediaTypes.Unknown,
            FileName = item.FileName,
            Sha256 = item.Sha256!,
        };
    }
}

/// <summary>
/// Read a chunk at a time, each held against its hash before it is given out; no connection is kept between.
/// </summary>
public sealed class EvidenceContent
{
    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly Guid _contentId;

    internal EvidenceContent(IDbContextFactory<PortalDb> databases, Guid contentId) =>
        (_databases, _contentId) = (databases, contentId);

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    public required string MediaType { get; init; }

    public required string FileName { get; init; }

    /// <summary>Lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <param name="count">Null means to the end.</param>
    /// <exception cref="InvalidDataException">A chunk is not what was stored; nothing of it was written.</exception>
    public async Task CopyToAsync(Stream target, long offset = 0, long? count = null, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var end = Math.Min(Length, offset + (count ?? Length - offset));
        for (var at = offset; at < end;)
        {
            var chunk = await ChunkAsync(at, ct);
            var from = (int)(at % EvidenceStore.ChunkBytes);
            var bytes = (int)Math.Min(chunk.Length - from, end - at);
            await target.WriteAsync(chunk.AsMemory(from, bytes), ct);
            at += bytes;
        }
    }

    /// <summary>For readers that pull; forward and back.</summary>
    public Stream AsStream() => new ContentStream(this);

    internal async Task<byte[]> ChunkAsync(long at, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await EvidenceStore.ReadChunkAsync(db, _contentId, (int)(at / EvidenceStore.ChunkBytes), ct);
    }
}
