using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Application.Revisions;

internal static class RevisionMapping
{
    public const string OneRevisionPerNumber = "ix_revisions_one_per_number";

    public static void MapRevisions(this ModelBuilder model)
    {
        var revision = model.Launched<RevisionHead>("revisions");
        revision.HasIndex(r => new { r.LaunchId, r.Number }).IsUnique().HasDatabaseName(OneRevisionPerNumber);

        // Apart from the head, which every board carries: a launch's brief needs no megabytes of old revisions.
        var body = model.Entity<RevisionBody>().ToTable("revision_contents", t => t.HasCheckConstraint(
            "ck_revision_contents_sha256", "sha256 = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')"));
        body.HasKey(b => b.RevisionId);
        body.HasOne<RevisionHead>().WithMany().HasForeignKey(b => new { b.RevisionId, b.Sha256 })
            .HasPrincipalKey(r => new { r.Id, r.Sha256 }).OnDelete(DeleteBehavior.Restrict);
        body.HasOne<Launch>().WithMany().HasForeignKey(b => b.LaunchId).OnDelete(DeleteBehavior.Restrict);
        body.Property(b => b.Sections).HasColumnType("jsonb");

        var report = model.Launched<StoredReport>("reports");
        report.HasIndex(r => new { r.LaunchId, r.Revision }).IsUnique();
    }
}

internal static class RevisionContents
{
    /// <summary>What a revision holds, as it was frozen; null for none.</summary>
    public static async Task<RevisionContent?> ContentAsync(
        this DbContext db, RevisionHead? revision, CancellationToken ct) =>
        revision is null
            ? null
            : RevisionJson.Read(await db.Set<RevisionBody>().Where(b => b.RevisionId == revision.Id)
                .Select(b => b.Canonical).SingleAsync(ct));

    /// <summary>The revision whose YES counts, or null.</summary>
    public static RevisionHead? DecidedRevision(this LaunchBoard board) =>
        board.StandingYes() is { } yes ? board.Revisions.First(r => r.Number == yes.Revision) : null;
}

/// <summary>What was hashed, as text: JSON columns reorder keys.</summary>
internal sealed record RevisionBody
{
    public required Guid RevisionId { get; init; }

    public required Guid LaunchId { get; init; }

    public required string Sha256 { get; init; }

    public required string Canonical { get; init; }

    /// <summary>Section name to its SHA-256.</summary>
    public required string Sections { get; init; }
}

/// <summary>The final report of a revision as it was rendered once, served from here for ever.</summary>
public sealed record StoredReport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid LaunchId { get; init; }

    public required int Revision { get; init; }

    public required byte[] Pdf { get; init; }

    /// <summary>Lower-case hex of the file.</summary>
    public required string Sha256 { get; init; }

    public required int RendererVersion { get; init; }

    /// <summary>Audit entry its decision record was read up to.</summary>
    public required long UpTo { get; init; }

    public required DateTimeOffset RenderedAt { get; init; }
}
