using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Contacts;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Milestones;
using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Domain.Recommendations;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Risks;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Application.Launches;

/// <summary>Reads a launch whole: one statement per table, however large the launch is.</summary>
internal sealed class BoardReader(PortalContext db, Guid launchId, CancellationToken ct)
{
    private IReadOnlyCollection<Guid> _archived = [];

    /// <summary>
    /// Call it inside a snapshot, or under the launch's lock, so that number and content belong together.
    /// </summary>
    public static async Task<LaunchBoard?> ReadAsync(PortalContext db, Guid launchId, CancellationToken ct) =>
        await db.Set<Launch>().FirstOrDefaultAsync(l => l.Id == launchId, ct) is { } launch
            ? await new BoardReader(db, launchId, ct).ReadAsync(launch)
            : null;

    /// <summary>The facts that stand, and among them archived ones.</summary>
    /// <param name="archived">Ids of those.</param>
    public static Task<LaunchFacts> ReadFactsAsync(
        PortalContext db, Launch launch, IReadOnlyCollection<Guid> archived, CancellationToken ct) =>
        new BoardReader(db, launch.Id, ct) { _archived = archived }.FactsAsync(launch);

    private async Task<LaunchBoard> ReadAsync(Launch launch)
    {
        var withdrawals = (await AllAsync<SignOffWithdrawal>(w => w.LaunchId == launchId))
            .ToDictionary(w => w.SignOffId);
        var reopenings = (await AllAsync<FindingReopening>(r => r.LaunchId == launchId))
            .ToDictionary(r => r.AcceptanceId);
        return new LaunchBoard
        {
            ChangeNumber = launch.ChangeNumber,
            Facts = await FactsAsync(launch),
            Holdings = [.. (await AllAsync<RoleHolding>(h => h.LaunchId == launchId))
                .OrderBy(h => h.Role, StringComparer.Ordinal)],
            Members =
            [
                .. (await AllAsync<Member>(m => m.LaunchId == launchId))
                    .OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Part).ThenBy(m => m.Id),
            ],
            Waivers = [.. await RecordedAsync<Waiver>()],
            LogChoices = [.. await RecordedAsync<LogChoice>()],
            Acceptances =
            [
                .. (await RecordedAsync<FindingAcceptance>())
                    .Select(a => reopenings.TryGetValue(a.Id, out var back)
                        ? a with { WithdrawnAt = back.At, WithdrawnBy = back.By, WithdrawnReason = back.Reason }
                        : a),
            ],
            GuardedChanges = [.. await RecordedAsync<GuardedChange>()],
            TargetMoves = [.. await RecordedAsync<TargetMove>()],
            StageChanges = [.. await RecordedAsync<StageChange>()],
            Revisions = [.. (await AllAsync<RevisionHead>(r => r.LaunchId == launchId)).OrderBy(r => r.Number)],
            SignOffs =
            [
                .. (await RecordedAsync<SignOff>())
                    .Select(s => withdrawals.TryGetValue(s.Id, out var withdrawn)
                        ? s with { WithdrawnAt = withdrawn.At, WithdrawnReason = withdrawn.Reason }
                        : s),
            ],
            Conditions = [.. (await AllAsync<Condition>(c => c.LaunchId == launchId)).OrderBy(c => c.Due)
                .ThenBy(c => c.Id)],
            Decisions = [.. (await AllAsync<FinalDecision>(d => d.LaunchId == launchId)).OrderBy(d => d.Entry)
                .ThenBy(d => d.At)],
        };
    }

    private async Task<LaunchFacts> FactsAsync(Launch launch) => new()
    {
        Launch = launch,
        Roles = await InOrderAsync<Role>(),
        Categories = await CategoriesAsync(),
        Criteria = await CriteriaAsync(),
        Gates = await InOrderAsync<Gate>(),
        Registers = await RegistersAsync(),
        Drills = await DrillsAsync(),
        Items = await InOrderAsync<OutstandingItem>(),
        Risks = await InOrderAsync<Risk>(),
        Milestones = await InOrderAsync<Milestone>(),
        Narratives = await InOrderAsync<Narrative>(),
        Recommendations = await InOrderAsync<Recommendation>(),
        Contacts = await InOrderAsync<Contact>(),
        Figures = await InOrderAsync<FigureDefinition>(),
        Claims = await InOrderAsync<Claim>(),
        Evidence = await InOrderAsync<EvidenceItem>(),
    };

    private async Task<ImmutableArray<Category>> CategoriesAsync()
    {
        var scores = await PartsAsync<Score>();
        return [.. (await InOrderAsync<Category>()).Select(c => c with { Scores = Of(scores, c) })];
    }

    private async Task<ImmutableArray<Criterion>> CriteriaAsync()
    {
        var statements = await PartsAsync<Statement>();
        var measurements = await PartsAsync<Measurement>();
        var validations = await PartsAsync<Validation>();
        var documents = await PartsAsync<DocumentLink>();
        return
        [
            .. (await InOrderAsync<Criterion>()).Select(c => c with
            {
                Statements = Of(statements, c),
                Measurements = Of(measurements, c),
                Validations = Of(validations, c),
                Documents = Of(documents, c),
            }),
        ];
    }

    private async Task<ImmutableArray<Register>> RegistersAsync()
    {
        var columns = await PartsAsync<RegisterColumn>();
        var rows = await PartsAsync<RegisterRow>();
        return [.. (await InOrderAsync<Register>())
            .Select(r => r with { Columns = Of(columns, r), Rows = Of(rows, r) })];
    }

    private async Task<ImmutableArray<Drill>> DrillsAsync()
    {
        var logs = await PartsAsync<DrillLog>();
        var events = await PartsAsync<DrillEvent>();
        var lessons = await PartsAsync<Lesson>();
        return
        [
            .. (await InOrderAsync<Drill>()).Select(d => d with
            {
                Logs = [.. Of(logs, d).Select(l => l with { Events = Of(events, l) })],
                Lessons = Of(lessons, d),
            }),
        ];
    }

    private async Task<ILookup<Guid, T>> PartsAsync<T>()
        where T : Part => (await InOrderAsync<T>()).ToLookup(p => p.ParentId);

    // Ordered here and never by the database, whose collation is not ours.
    private async Task<ImmutableArray<T>> InOrderAsync<T>()
        where T : Fact =>
        [
            .. (await AllAsync<T>(_archived.Count == 0
                ? f => f.LaunchId == launchId && f.ArchivedAt == null
                : f => f.LaunchId == launchId && (f.ArchivedAt == null || _archived.Contains(f.Id))))
                .OrderBy(f => f.Position).ThenBy(f => f.Key, StringComparer.Ordinal),
        ];

    // As the database numbered them.
    private Task<List<T>> RecordedAsync<T>()
        where T : class =>
        db.Set<T>().Where(r => EF.Property<Guid>(r, "LaunchId") == launchId)
            .OrderBy(r => EF.Property<long>(r, FactMapping.Ordinal)).ToListAsync(ct);

    private Task<List<T>> AllAsync<T>(Expression<Func<T, bool>> which)
        where T : class => db.Set<T>().Where(which).ToListAsync(ct);

    private static ImmutableArray<T> Of<T>(ILookup<Guid, T> parts, Fact parent)
        where T : Part => [.. parts[parent.Id]];
}
