using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Deliveries;
using ReadinessPortal.Application.Drills;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Measures;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Reports;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.Application.Work;

namespace ReadinessPortal.Application;

/// <summary>Everything a person or a program can do, on one database.</summary>
public static class PortalApplication
{
    /// <param name="connectionString">Of the portal's own role, which owns nothing.</param>
    /// <param name="spoolFolder">Where uploads wait until they are whole: a disk. Null takes the temporary
    /// folder.</param>
    /// <param name="limits">Null takes the usual ones.</param>
    /// <param name="instances">Portals that share the database server.</param>
    public static IServiceCollection AddPortalApplication(
        this IServiceCollection services, string connectionString, string? spoolFolder = null,
        EvidenceLimits? limits = null, int instances = 1)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => PortalConnections.Open(connectionString, instances));
        services.AddSingleton(s =>
            new WritingDbs(s.GetRequiredService<NpgsqlDataSource>(), s.GetServices<IInterceptor>()));
        services.AddDbContextFactory<PortalDb>((s, options) =>
            options.UsePortal(s.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<Outage>();
        services.AddSingleton(s =>
            new Freshness(s.GetRequiredService<NpgsqlDataSource>(), s.GetService<AccountTables>()));
        services.AddSingleton<LaunchBoards>();
        services.TryAddSingleton(new MailTerms(IsSent: false));
        services.TryAddSingleton(new SealingTerms(Configured: null));
        services.TryAddSingleton(TimestampTerms.None);
        services.AddSingleton<SealingKeys>();
        services.AddSingleton<SealTimestamps>();
        services.AddSingleton<Seals.Seals>();
        services.AddSingleton<OutgoingMail>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<LaunchChanges>();
        services.AddSingleton(s => new FollowUpWorkers(s.GetServices<IFollowUp>, s.GetRequiredService<Outage>(),
            s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<FollowUpWorkers>>()));
        services.AddSingleton<IFollowUp, SummaryFollowUp>();
        services.AddSingleton<IFollowUp, ReminderFollowUp>();
        services.AddHostedService<FollowUpSweep>();
        services.AddHostedService<OutboxWatch>();
        services.AddHostedService(s => new BoardListener(connectionString, s.GetRequiredService<LaunchBoards>(),
            s.GetRequiredService<IDbContextFactory<PortalDb>>(), s.GetRequiredService<Outage>(),
            s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<BoardListener>>()));
        services.AddSingleton(s => new EvidenceSpool(
            spoolFolder ?? Path.GetTempPath(), s.GetRequiredService<TimeProvider>()).Swept());
        services.AddSingleton<RoomForEvidence>();
        services.AddSingleton<DamageAlarm>();
        services.AddSingleton<StoredBytes>();
        services.AddSingleton<UploadPlaces>();
        services.AddSingleton(limits ?? new EvidenceLimits());
        return services.AddUseCases();
    }

    // None of them holds state: a circuit may outlive any scope.
    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddSingleton<AcceptFinding>()
        .AddSingleton<AddMember>()
        .AddSingleton<InviteColleague>()
        .AddSingleton<AnswerGuardedChange>()
        .AddSingleton<AnswerWaiver>()
        .AddSingleton<AskForValue>()
        .AddSingleton<AskOutcome>()
        .AddSingleton<AssignRole>()
        .AddSingleton<WhatSomebodyHolds>()
        .AddSingleton<VerifyLaunch>()
        .AddSingleton<AttachEvidence>()
        .AddSingleton<ChangeMember>()
        .AddSingleton<ChangeRelease>()
        .AddSingleton<ChangeStage>()
        .AddSingleton<ChangesSinceVisit>()
        .AddSingleton<ChooseMails>()
        .AddSingleton<ChoosePreferences>()
        .AddSingleton<CompareRevisions>()
        .AddSingleton<CreateLaunch>()
        .AddSingleton<CreateToken>()
        .AddSingleton<DecideLaunch>()
        .AddSingleton<DeliverEvidence>()
        .AddSingleton<EditFacts>()
        .AddSingleton<ExportAudit>()
        .AddSingleton<ExportEvidence>()
        .AddSingleton<ExportLaunch>()
        .AddSingleton<ExportSignatures>()
        .AddSingleton<ExportWithRecord>()
        .AddSingleton<PackageRecord>()
        .AddSingleton<FindToken>()
        .AddSingleton<FollowGivenParts>()
        .AddSingleton<FreezeLaunch>()
        .AddSingleton<ImportLaunch>()
        .AddSingleton<ListLaunches>()
        .AddSingleton<ListMails>()
        .AddSingleton<ListTokens>()
        .AddSingleton<ListWork>()
        .AddSingleton<MakeRoleNotRequired>()
        .AddSingleton<MeetCondition>()
        .AddSingleton<MoveTargetDate>()
        .AddSingleton<NameDeputy>()
        .AddSingleton<OpenEvidence>()
        .AddSingleton<CompareCases>()
        .AddSingleton<RehearseUpload>()
        .AddSingleton<ReadStoredEvidence>()
        .AddSingleton<PickLog>()
        .AddSingleton<ReadArchived>()
        .AddSingleton<ReadAudit>()
        .AddSingleton<ReadAuthors>()
        .AddSingleton<ReadHistory>()
        .AddSingleton<ReadReport>()
        .AddSingleton<ReadRevision>()
        .AddSingleton<ReadSigningHistory>()
        .AddSingleton<ReceiveFile>()
        .AddSingleton<RecordRun>()
        .AddSingleton<RecordOpenedPage>()
        .AddSingleton<RecordVisit>()
        .AddSingleton<RemoveMember>()
        .AddSingleton<ReopenFinding>()
        .AddSingleton<RequestGuardedChange>()
        .AddSingleton<RequestWaiver>()
        .AddSingleton<ReuseEvidence>()
        .AddSingleton<ReviewDecision>()
        .AddSingleton<RevokeToken>()
        .AddSingleton<SendMailAgain>()
        .AddSingleton<SignLaunch>()
        .AddSingleton<SiteAudit>()
        .AddSingleton<StoreFinalReport>()
        .AddSingleton<WithdrawGuardedChange>()
        .AddSingleton<WithdrawSignOff>()
        .AddSingleton<WithdrawWaiver>();
}
