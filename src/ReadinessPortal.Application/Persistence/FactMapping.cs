using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Persistence;

/// <summary>What all fact tables have in common.</summary>
internal static class FactMapping
{
    /// <summary>Name of the number of a row that was recorded.</summary>
    public const string Ordinal = "Ordinal";

    public static EntityTypeBuilder<T> Fact<T>(this ModelBuilder model, string table)
        where T : Fact
    {
        var fact = model.Launched<T>(table);
        fact.Property(f => f.Key).HasMaxLength(Domain.Launches.Fact.KeyLength);
        if (!typeof(T).IsAssignableTo(typeof(Part)))
        {
            fact.HasIndex(f => new { f.LaunchId, f.Key }).IsUnique().HasFilter("archived_at is null");
        }

        return fact;
    }

    public static EntityTypeBuilder<T> Part<T, TParent>(this ModelBuilder model, string table)
        where T : Part
        where TParent : Fact
    {
        var part = model.Fact<T>(table);
        part.HasIndex(p => p.LaunchId);
        part.HasIndex(p => new { p.ParentId, p.Key }).IsUnique().HasFilter("archived_at is null");
        part.HasOne<TParent>().WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
        return part;
    }

    /// <summary>A table whose rows belong to a launch.</summary>
    public static EntityTypeBuilder<T> Launched<T>(this ModelBuilder model, string table)
        where T : class
    {
        var row = model.Entity<T>().ToTable(table);
        row.HasKey("Id");
        row.Property<Guid>("Id").ValueGeneratedNever();
        row.HasOne<Launch>().WithMany().HasForeignKey("LaunchId").OnDelete(DeleteBehavior.Restrict);

        // Parts are tables of their own and come together when the board is built.
        foreach (var property in typeof(T).GetProperties().Where(p => IsParts(p.PropertyType)))
        {
            row.Ignore(property.Name);
        }

        return row;
    }

    /// <summary>A table of what people did, one after the other. The database numbers its rows: times do not tell what
    /// came first, because clocks are set.</summary>
    public static EntityTypeBuilder<T> Recorded<T>(this ModelBuilder model, string table)
        where T : class
    {
        var row = model.Launched<T>(table);
        row.Property<long>(Ordinal).UseIdentityAlwaysColumn();
        return row;
    }

    private static bool IsParts(Type type) =>
        EquatableArrays.IsOne(type) && type.GetGenericArguments()[0].IsAssignableTo(typeof(Part));
}
