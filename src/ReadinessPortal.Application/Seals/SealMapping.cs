using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Seals;

/// <summary>A signature record with its seal.</summary>
internal sealed record Seal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid LaunchId { get; init; }

    /// <summary>In the launch, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Canonical JSON of a <see cref="Domain.Seals.SignatureRecord"/>, UTF-8: what was sealed, to the byte.
    /// </summary>
    public required byte[] Record { get; init; }

    /// <summary>Lower-case SHA-256 of it.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of the record before; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>Id of the key.</summary>
    public required string Key { get; init; }

    /// <summary>Of <see cref="Record"/>, DER.</summary>
    public required byte[] Signature { get; init; }
}

/// <summary>What an authority says of when a seal was there.</summary>
internal sealed record SealTimestamp
{
    public required Guid SealId { get; init; }

    /// <summary>Token of RFC 3161 over <see cref="Seal.Signature"/>, DER.</summary>
    public required byte[] Token { get; init; }

    /// <summary>As the authority says in it.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A page of a launch that somebody opened while they were asked to sign it.</summary>
internal sealed record OpenedPage
{
    public required Guid LaunchId { get; init; }

    public required Guid UserId { get; init; }

    public required int Revision { get; init; }

    public required string Section { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal static class SealMapping
{
    public static void MapSeals(this ModelBuilder model)
    {
        var key = model.Entity<KeptSealingKey>().ToTable("sealing_keys");
        key.HasKey(k => k.Id);
        key.Property(k => k.Id).HasMaxLength(64);

        var seal = model.Launched<Seal>("seals");
        seal.ToTable(t => t.HasCheckConstraint("ck_seals_sha256", "sha256 = encode(sha256(record), 'hex')"));
        seal.HasIndex(s => new { s.LaunchId, s.Number }).IsUnique();
        seal.HasIndex(s => new { s.LaunchId, s.Previous }).IsUnique();
        seal.HasOne<KeptSealingKey>().WithMany().HasForeignKey(s => s.Key).OnDelete(DeleteBehavior.Restrict);

        var timestamp = model.Entity<SealTimestamp>().ToTable("seal_timestamps");
        timestamp.HasKey(t => t.SealId);
        timestamp.HasOne<Seal>().WithOne().HasForeignKey<SealTimestamp>(t => t.SealId)
            .OnDelete(DeleteBehavior.Restrict);

        var opened = model.Entity<OpenedPage>().ToTable("opened_pages");
        opened.HasKey(o => new { o.LaunchId, o.Revision, o.UserId, o.Section });
        opened.HasOne<Launch>().WithMany().HasForeignKey(o => o.LaunchId).OnDelete(DeleteBehavior.Restrict);
    }
}
