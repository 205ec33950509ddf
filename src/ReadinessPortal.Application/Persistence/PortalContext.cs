using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Drills;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Registers;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Application.Tokens;

namespace ReadinessPortal.Application.Persistence;

/// <summary>The portal's tables. Mapping stands beside each noun.</summary>
public abstract class PortalContext(DbContextOptions options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.AddPortalTypes();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.MapLaunches();
        modelBuilder.MapMembers();
        modelBuilder.MapCriteria();
        modelBuilder.MapEvidence();
        modelBuilder.MapDrills();
        modelBuilder.MapRegisters();
        modelBuilder.MapRevisions();
        modelBuilder.MapSignOffs();
        modelBuilder.MapAudit();
        modelBuilder.MapTokens();
        modelBuilder.MapMails();
        modelBuilder.MapSeals();
        modelBuilder.StoreEnumsAsText();
    }
}

/// <summary>For reading: nothing it yields is tracked, and it cannot save.</summary>
public sealed class PortalDb : PortalContext
{
    public PortalDb(DbContextOptions<PortalDb> options)
        : base(options) =>
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw ReadOnly();

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) => throw ReadOnly();

    private static InvalidOperationException ReadOnly() =>
        new("This context reads. Facts are written through a change of their launch, with an audit entry.");
}

/// <summary>The only context that saves; only the doors for writing hold one.</summary>
internal sealed class WritingDb : PortalContext
{
    public WritingDb(DbContextOptions<WritingDb> options)
        : base(options) =>
        // Every fact is read plainly under the launch's lock, and tracked only when it changes.
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
}

/// <summary>Reading and writing see the same tables: the model is built, and a query compiled, once for both.</summary>
internal sealed class OneModel : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (typeof(PortalContext), designTime);
}
