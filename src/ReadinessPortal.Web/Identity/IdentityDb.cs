using System.Data.Common;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.SecondFactors;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Who can sign in, and the keys that protect cookies and forms: a schema of its own beside the launches.
/// </summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options)
    : IdentityUserContext<PortalUser, Guid>(options), IDataProtectionKeyContext
{
    public const string Schema = "identity";

    // Web Authentication, section 4: an id has 1023 bytes at most.
    private const int MostOfCredentialId = 1023;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<OpenSession> Sessions => Set<OpenSession>();

    public DbSet<AccountLink> Links => Set<AccountLink>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>Accounts with some way to sign in: a password, a passkey, or an identity provider.</summary>
    public IQueryable<PortalUser> Joined => Users.Where(u => u.PasswordHash != null
        || Set<IdentityUserPasskey<Guid>>().Any(p => p.UserId == u.Id) || UserLogins.Any(l => l.UserId == u.Id));

    /// <summary>Accounts that somebody can sign in to as the portal is set: by a provider alone, where nothing else
    /// lets in.</summary>
    internal IQueryable<PortalUser> AbleToSignIn(SingleSignOnSettings settings)
    {
        if (!settings.IsOnly)
        {
            return Joined.Where(u => u.DisabledAt == null);
        }

        string[] providers = [.. settings.Providers.Select(p => p.Key)];
        return Users.Where(u => u.DisabledAt == null
            && UserLogins.Any(l => l.UserId == u.Id && providers.Contains(l.LoginProvider)));
    }

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
        sessions.Property(s => s.Provider).HasMaxLength(ProviderRules.MostOfKey);
        sessions.Property(s => s.ProviderSession).HasMaxLength(OpenSession.ProviderSessionLength);
        sessions.HasIndex(s => new { s.Provider, s.ProviderSession });
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
        var factors = builder.Entity<SecondFactor>().ToTable("second_factors");
        factors.HasKey(f => f.UserId);
        factors.HasOne<PortalUser>().WithOne().HasForeignKey<SecondFactor>(f => f.UserId)
            .OnDelete(DeleteBehavior.Cascade);
        var codes = builder.Entity<RecoveryCode>().ToTable("recovery_codes");
        codes.HasKey(c => new { c.UserId, c.Hash });
        codes.HasOne<SecondFactor>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        var passkeys = builder.Entity<IdentityUserPasskey<Guid>>().ToTable("user_passkeys");
        passkeys.HasKey(p => p.CredentialId);
        passkeys.Property(p => p.CredentialId).HasMaxLength(MostOfCredentialId);
        passkeys.HasIndex(p => p.UserId);
        passkeys.OwnsOne(p => p.Data, data => data.ToJson());
        passkeys.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
    }

    private static void Migrations(NpgsqlDbContextOptionsBuilder npgsql) =>
        npgsql.MigrationsHistoryTable("migrations", Schema);
}
