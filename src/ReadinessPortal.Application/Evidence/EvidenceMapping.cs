using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Evidence;

namespace ReadinessPortal.Application.Evidence;

internal static class EvidenceMapping
{
    public static void MapEvidence(this ModelBuilder model)
    {
        var content = model.Entity<Content>().ToTable("contents");
        content.HasKey(c => c.Id);
        content.Property(c => c.Id).ValueGeneratedNever();
        content.HasAlternateKey(c => c.Sha256);

        var chunk = model.Entity<ContentChunk>().ToTable("content_chunks", t =>
            t.HasCheckConstraint("ck_content_chunks_sha256", "sha256 = sha256(bytes)"));
        chunk.HasKey(c => new { c.ContentId, c.No });
        chunk.HasOne<Content>().WithMany().HasForeignKey(c => c.ContentId).OnDelete(DeleteBehavior.Restrict);

        var evidence = model.Fact<EvidenceItem>("evidence");
        evidence.Property(e => e.Sha256).HasConversion(hex => Convert.FromHexString(hex!), hash =>
            Convert.ToHexStringLower(hash));
        evidence.HasIndex(e => e.Sha256);
    }
}

/// <summary>Bytes that evidence stands on, once however often they came. Never changed.</summary>
internal sealed record Content
{
    public required Guid Id { get; init; }

    public required byte[] Sha256 { get; init; }

    public required long Length { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed record ContentChunk
{
    public required Guid ContentId { get; init; }

    public required int No { get; init; }

    public required byte[] Sha256 { get; init; }

    public required byte[] Bytes { get; init; }
}
