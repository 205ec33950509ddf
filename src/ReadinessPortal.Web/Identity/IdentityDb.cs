using System.Data.Common;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Web.Accounts;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Who can sign in, and the keys that protect cookies and forms: a schema of its own beside the launches.
/// </summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options)
    : IdentityUserContext<PortalUser, Guid>(options), IDataProtectionKeyContext
{
    public const string Schema = "identity";

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<OpenSession> Sessions => Set<OpenSession>();

    public DbSet<AccountLink> Links => Set<AccountLink>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source, Migrations).UseSnakeCaseNamingConvention().LeavingFailuresToCallers();

    public static void Configure(DbContextOptionsBuilder options, NpgsqlConnection connection) =>
        options.UseNpgsql(connection, Migrations).UseSnakeCaseNamingConvention();

    /// <summary>In a transaction of the launches' database, which is the same.</summary>
    internal static IdentityDb In(DbTransaction transaction)
    {
        var options = new DbContextOptionsBuilder<IdentityDb>();
        Configure(options, (NpgsqlConnection)transaction.Connection!);
        var db = new IdentityDb(options.Options);
        db.Database.UseTransaction(transaction);
        return db;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
        builder.Entity<PortalUser>(user =>
        {
            user.ToTable("users");
            user.Property(u => u.Name).HasMaxLength(PortalUser.NameLength);
        });
        var ended = builder.Entity<EndedSession>().ToTable("ended_sessions");
        ended.HasKey(e => e.Session);
        ended.HasIndex(e => e.At);
        var sessions = builder.Entity<OpenSession>().ToTable("sessions");
        sessions.HasKey(s => s.Session);
        sessions.HasIndex(s => s.UserId);
        sessions.HasIndex(s => s.SeenAt);
        sessions.Property(s => s.Browser).HasMaxLength(OpenSession.BrowserLength);
        sessions.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        var links = builder.Entity<AccountLink>().ToTable("account_links");
        links.HasKey(l => l.Hash);
        links.HasIndex(l => l.UserId);
        links.Property(l => l.Purpose).HasConversion<string>().HasMaxLength(AccountLink.PurposeLength);
        links.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        var attempts = builder.Entity<AttemptRow>().ToTable("attempts");
        attempts.HasKey(a => a.Key);
        attempts.Property(a => a.Key).HasMaxLength(AttemptRow.KeyLength);
        attempts.Ignore(a => a.Count);
        attempts.HasIndex(a => a.LastAt);
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().ToTable("user_tokens");
    }

    private static void Migrations(NpgsqlDbContextOptionsBuilder npgsql) =>
        npgsql.MigrationsHistoryTable("migrations", Schema);
}
