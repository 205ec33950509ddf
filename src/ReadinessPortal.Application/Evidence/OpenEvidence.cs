using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Evidence;

namespace ReadinessPortal.Application.Evidence;

/// <summary>The bytes of evidence in hand, for a person who may see the launch.</summary>
public sealed class OpenEvidence(
    IDbContextFactory<PortalDb> databases, LaunchBoards boards, StoredBytes bytes)
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
        return new(bytes, new(content.Id, item.Sha256!, content.Length))
        {
            MediaType = item.MediaType ?? MediaTypes.Unknown,
            FileName = item.FileName,
        };
    }
}

/// <summary>
/// Read a chunk at a time, each held against its hash before it is given out; no connection is kept between.
/// </summary>
public sealed class EvidenceContent
{
    private readonly StoredBytes _bytes;
    private readonly StoredFile _file;

    internal EvidenceContent(StoredBytes bytes, StoredFile file) => (_bytes, _file) = (bytes, file);

    /// <summary>Bytes.</summary>
    public long Length => _file.Length;

    public required string MediaType { get; init; }

    public required string FileName { get; init; }

    /// <summary>Lower-case hex.</summary>
    public string Sha256 => _file.Sha256;

    /// <summary>Bytes from first to last are held against the hash of the whole file too, before the last chunk is
    /// given out.</summary>
    /// <param name="count">Null means to the end.</param>
    /// <exception cref="EvidenceDamagedException">A chunk is not what was stored; nothing of it was
    /// written.</exception>
    public async Task CopyToAsync(Stream target, long offset = 0, long? count = null, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var end = Math.Min(Length, offset + (count ?? Length - offset));
        using var whole = offset == 0 && end == Length ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        for (var at = offset; at < end;)
        {
            var chunk = await ChunkAsync(at, ct);
            var from = (int)(at % EvidenceStore.ChunkBytes);
            var bytes = (int)Math.Min(chunk.Length - from, end - at);
            whole?.AppendData(chunk, from, bytes);
            at += bytes;
            if (at == end && whole is not null
                && Convert.ToHexStringLower(whole.GetHashAndReset()) is var found && found != Sha256)
            {
                await _bytes.RefuseWholeAsync(_file, found);
            }

            await target.WriteAsync(chunk.AsMemory(from, bytes), ct);
        }
    }

    /// <summary>For readers that pull; forward and back.</summary>
    public Stream AsStream() => new ContentStream(this);

    /// <summary>What was found to be damaged before, and still is; null where nothing is known of it.</summary>
    public Task<EvidenceDamage?> FindDamageAsync(CancellationToken ct = default) => _bytes.FindAsync(_file, ct);

    internal Task<byte[]> ChunkAsync(long at, CancellationToken ct) =>
        _bytes.ChunkAsync(_file, (int)(at / EvidenceStore.ChunkBytes), ct);
}
