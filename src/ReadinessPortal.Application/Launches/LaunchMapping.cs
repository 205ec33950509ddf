using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Work;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Contacts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Milestones;
using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Domain.Recommendations;
using ReadinessPortal.Domain.Risks;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Application.Launches;

internal static class LaunchMapping
{
    /// <summary>Caught when two people import one key at the same moment.</summary>
    public const string OneLaunchPerKey = "ix_launches_key";

    public static void MapLaunches(this ModelBuilder model)
    {
        var launch = model.Entity<Launch>().ToTable("launches");
        launch.HasKey(l => l.Id);
        launch.Property(l => l.Id).ValueGeneratedNever();
        launch.Property(l => l.Key).HasMaxLength(Launch.KeyLength);
        launch.HasIndex(l => l.Key).IsUnique().HasDatabaseName(OneLaunchPerKey);

        model.Fact<Role>("roles");
        model.Fact<Category>("categories");
        model.Part<Score, Category>("scores").Assessed(s => s.Assessor);
        model.Fact<Gate>("gates");
        model.Fact<OutstandingItem>("items");
        model.Fact<Risk>("risks");
        model.Fact<Milestone>("milestones");
        model.Fact<Narrative>("narratives");
        model.Fact<Recommendation>("recommendations");
        model.Fact<Contact>("contacts");
        model.Fact<FigureDefinition>("figures");
        model.Fact<Claim>("claims");
        model.Recorded<Waiver>("waivers").HasIndex(w => w.LaunchId);
        model.Recorded<GuardedChange>("guarded_changes").HasIndex(g => g.LaunchId);
        var acceptance = model.Recorded<FindingAcceptance>("finding_acceptances");
        acceptance.HasIndex(a => a.LaunchId);
        acceptance.Ignore(a => a.WithdrawnAt);
        acceptance.Ignore(a => a.WithdrawnBy);
        acceptance.Ignore(a => a.WithdrawnReason);
        var reopening = model.Launched<FindingReopening>("finding_reopenings");
        reopening.HasIndex(r => r.AcceptanceId).IsUnique();
        reopening.HasOne<FindingAcceptance>().WithMany().HasForeignKey(r => r.AcceptanceId)
            .OnDelete(DeleteBehavior.Restrict);

        var move = model.Recorded<TargetMove>("target_moves");
        move.HasIndex(m => m.LaunchId);
        move.Property(m => m.From).HasColumnName("from_day"); // "from" and "to" would have to be quoted in every query
        move.Property(m => m.To).HasColumnName("to_day");

        var step = model.Recorded<StageChange>("stage_changes");
        step.HasIndex(c => c.LaunchId);
        step.Property(c => c.From).HasColumnName("from_stage");
        step.Property(c => c.To).HasColumnName("to_stage");

        var holding = model.Launched<RoleHolding>("role_holdings");
        holding.HasIndex(h => new { h.LaunchId, h.Role }).IsUnique();

        var summary = model.Entity<LaunchSummary>().ToTable("launch_summaries");
        summary.HasKey(s => s.LaunchId);
        summary.HasQueryFilter(s => s.RulesVersion == Readiness.RulesVersion);
        summary.HasOne<Launch>().WithMany().HasForeignKey(s => s.LaunchId).OnDelete(DeleteBehavior.Restrict);

        model.MapWork();

        var visit = model.Entity<Visit>().ToTable("visits");
        visit.HasKey(v => new { v.LaunchId, v.UserId });
        visit.HasOne<Launch>().WithMany().HasForeignKey(v => v.LaunchId).OnDelete(DeleteBehavior.Restrict);
    }

    public static void MapMembers(this ModelBuilder model)
    {
        var member = model.Launched<Member>("members");
        member.HasQueryFilter(m => m.RemovedAt == null);
        member.HasIndex(m => new { m.LaunchId, m.UserId, m.Part }).IsUnique().HasFilter("removed_at is null");
        member.HasIndex(m => m.UserId);
        member.Property(m => m.GivenBy).HasMaxLength(ProviderRules.MostOfKey);

        var preferences = model.Entity<Preferences>().ToTable("preferences");
        preferences.HasKey(p => p.UserId);
        preferences.Property(p => p.UserId).ValueGeneratedNever();
        preferences.Property(p => p.TimeZone).HasMaxLength(Preferences.ZoneLength);
        preferences.Ignore(p => p.Clock);
    }
}
