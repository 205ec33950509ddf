using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Audit;

internal static class AuditMapping
{
    /// <summary>Caught when one form arrives twice at the same moment.</summary>
    public const string OneChangePerRequest = "ix_audit_entries_one_change_per_request";

    public static void MapAudit(this ModelBuilder model)
    {
        var entry = model.Entity<AuditRow>().ToTable("audit_entries", t => t.HasCheckConstraint(
            "ck_audit_entries_sha256",
            "sha256 = sha256(convert_to(E'readiness-audit/1\\n', 'UTF8') || prev || convert_to(entry, 'UTF8'))"));
        entry.HasKey(e => new { e.LaunchId, e.Seq });
        entry.HasIndex(e => new { e.LaunchId, e.Prev }).IsUnique();
        entry.HasOne<Launch>().WithMany().HasForeignKey(e => e.LaunchId).OnDelete(DeleteBehavior.Restrict);
        Generate(entry);
        entry.Property(e => e.Request).HasComputedColumnSql("((entry::jsonb) ->> 'request')::uuid", stored: true);
        entry.Property(e => e.Made).HasComputedColumnSql("(entry::jsonb) ->> 'made'", stored: true);
        entry.HasIndex(e => new { e.LaunchId, e.Request }).IsUnique().HasFilter("request is not null")
            .HasDatabaseName(OneChangePerRequest);

        var site = model.Entity<SiteAuditRow>().ToTable("site_audit_entries", t => t.HasCheckConstraint(
            "ck_site_audit_entries_sha256",
            "sha256 = sha256(convert_to(E'readiness-audit/1\\n', 'UTF8') || prev || convert_to(entry, 'UTF8'))"));
        site.HasKey(e => e.Seq);
        site.Property(e => e.Seq).ValueGeneratedNever();
        site.HasIndex(e => e.Prev).IsUnique();
        Generate(site);

        var refused = model.Entity<RefusedAttempt>().ToTable("refused_attempts");
        refused.HasKey(a => new { a.LaunchId, a.Seq });
        refused.HasIndex(a => new { a.LaunchId, a.UserId, a.At });
        refused.HasIndex(a => new { a.LaunchId, a.UserId, a.Alike });
        refused.HasOne<Launch>().WithMany().HasForeignKey(a => a.LaunchId).OnDelete(DeleteBehavior.Restrict);

        var head = model.Entity<SiteHead>()
            .ToTable("site_head", t => t.HasCheckConstraint("ck_site_head_one", "id = 1"));
        head.HasKey(h => h.Id);
        head.Property(h => h.Id).ValueGeneratedNever();
        head.HasData(new SiteHead { Id = 1, Seq = 0, Sha256 = [] });
    }

    // The text is the only truth; columns for searching are made from it by the database.
    private static void Generate<T>(EntityTypeBuilder<T> entry)
        where T : ChainedRow
    {
        entry.Property(e => e.Actor).HasComputedColumnSql("(entry::jsonb) #>> '{actor,name}'", stored: true);
        entry.Property(e => e.Action).HasComputedColumnSql("(entry::jsonb) ->> 'action'", stored: true);
        entry.Property(e => e.Subject).HasComputedColumnSql("(entry::jsonb) ->> 'subject'", stored: true);
        entry.Property(e => e.TouchesFacts)
            .HasComputedColumnSql("coalesce(((entry::jsonb) ->> 'facts')::boolean, false)", stored: true);
        entry.Property<ulong>("WrittenIn").HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
    }
}

/// <summary>One link of a hash chain: the canonical text, the hash before it, and its own.</summary>
internal abstract record ChainedRow
{
    public required long Seq { get; init; }

    public required string Entry { get; init; }

    /// <summary>Empty for the first entry.</summary>
    public required byte[] Prev { get; init; }

    public required byte[] Sha256 { get; init; }

    public string? Actor { get; init; }

    public string? Action { get; init; }

    public string? Subject { get; init; }

    public bool TouchesFacts { get; init; }
}

internal sealed record AuditRow : ChainedRow
{
    public required Guid LaunchId { get; init; }

    /// <summary>What the change was asked by; null for a refused attempt.</summary>
    public Guid? Request { get; init; }

    /// <summary>Key of what it made.</summary>
    public string? Made { get; init; }
}

/// <summary>What happened to the portal itself: users, imports of new launches.</summary>
internal sealed record SiteAuditRow : ChainedRow;

/// <summary>Locked by whoever appends to the site's chain; after the launch's row, never before.</summary>
internal sealed record SiteHead
{
    public required int Id { get; init; }

    public required long Seq { get; init; }

    public required byte[] Sha256 { get; init; }
}
