using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Application.Changes;

/// <summary>
/// One change of one launch, under its lock. It ends with <see cref="CommitAsync"/> or <see cref="RefuseAsync"/>; left
/// any other way, nothing of it happened.
/// </summary>
/// <param name="what">SHA-256 of the act; null where nobody asks for it again.</param>
internal sealed class LaunchChange(
    WritingDb db, LaunchAct act, string? what, Viewer viewer, TimeProvider time, LaunchBoards boards,
    OutgoingMail mails)
    : IAsyncDisposable
{
    private const string Unmeasured = "unmeasured";

    private IDbContextTransaction? _transaction;
    private Launch? _created;
    private LaunchBoard? _board;
    private AuditHead? _head;
    private Actor? _actor;

    public WritingDb Db => db;

    public Viewer Viewer => viewer;

    /// <summary>Of this change: one instant, in whole microseconds.</summary>
    public DateTimeOffset Now { get; } = time.GetUtcNow().ToMicroseconds();

    public Guid LaunchId => _created?.Id ?? Board.Launch.Id;

    /// <summary>As it stands under the lock; not as this change leaves it.</summary>
    public LaunchBoard Board => _board ?? throw new InvalidOperationException("The launch is not locked.");

    /// <summary>Who acts, once it is known that the launch is theirs to see.</summary>
    /// <exception cref="InvalidOperationException">It is not known: nobody may act.</exception>
    public Actor Actor => _actor ?? throw new InvalidOperationException("Nobody is known to act in the launch.");

    /// <summary>What was committed; null while nothing is.</summary>
    public Outcome.Done? Committed { get; private set; }

    /// <summary>The database was told to commit: from here on only it knows the outcome.</summary>
    public bool IsCommitSent { get; private set; }

    /// <summary>The board as this change leaves it, where it was read back to be measured.</summary>
    public LaunchBoard? Saved { get; private set; }

    /// <summary>Under the lock: the last entry of the audit is gone, so that no other can follow it.</summary>
    public bool IsAuditBroken => _head is { IsWhole: false };

    /// <summary>The last entry of the audit under the lock.</summary>
    public AuditLink? Before => _head?.Link;

    /// <summary>The head of the audit as this change leaves it; null while nothing was saved.</summary>
    public AuditHead? After { get; private set; }

    /// <summary>Somebody is to be told of it by mail.</summary>
    public bool HasMail { get; private set; }

    /// <summary>Bytes went in before the lock; a refusal must not keep them.</summary>
    public bool HasStoredBytes { get; set; }

    public async Task BeginAsync(CancellationToken ct) => _transaction = await db.Database.BeginTransactionAsync(ct);

    /// <returns>False when there is no such launch for this person.</returns>
    public async Task<bool> LockAsync(string key, CancellationToken ct)
    {
        if (await db.LockAsync(key, ct) is not { } id)
        {
            return false;
        }

        _head = (await db.HeadAsync(id, ct))!;
        _board = (act.ReadsInside ? null : boards.Known(id, _head)) ?? (await BoardReader.ReadAsync(db, id, ct))!;
        _actor = Access.Of(viewer, _board);
        return _actor is not null;
    }

    public void Create(Launch launch)
    {
        _created = launch with { ChangeNumber = 0, FactsNumber = 0 };
        _actor = new Actor(viewer.UserId, viewer.Name, [LaunchPart.Manager], viewer.IsAdministrator);
        db.Add(_created);
    }

    /// <summary>Whoever makes a launch manages it; the portal itself is nobody's manager.</summary>
    public void AddManager(Viewer maker)
    {
        if (!maker.IsSystem)
        {
            db.Add(new Member
            {
                LaunchId = LaunchId, UserId = maker.UserId, Name = maker.Name, Part = LaunchPart.Manager,
            });
        }
    }

    public void Add<T>(T row)
        where T : class => db.Add(row);

    /// <summary>Both are records of the same row; what differs is saved and audited, field by field.</summary>
    /// <returns>Whether anything differs.</returns>
    public bool Change<T>(T from, T to)
        where T : class
    {
        if (ReferenceEquals(from, to))
        {
            return false; // and never tracked: what is read is shared with everybody who looks
        }

        var row = db.Attach(to);
        row.OriginalValues.SetValues(from);
        row.DetectChanges();
        return row.State == EntityState.Modified;
    }

    /// <summary>Takes a fact out of the board; it is kept.</summary>
    public void Archive<T>(T fact)
        where T : Fact => Change(fact, (T)((Fact)fact with { ArchivedAt = Now }));

    /// <summary>
    /// Saves facts and entry with the next change number, and commits; unless a frozen launch would be improved by it
    /// than by what it may do alone, and a second person has to agree.
    /// </summary>
    /// <param name="key">Of what was made.</param>
    /// <param name="agreed">The board with that part of the change which makes it read better as it may: proof that is
    /// attached, or what two people agreed on. Null where there is none.</param>
    /// <param name="wasThere">See <see cref="Outcome.Done"/>; so is <paramref name="waits"/>.</param>
    public async Task<Outcome> CommitAsync(
        AuditEntry entry, CancellationToken ct, string? key = null, LaunchBoard? agreed = null,
        bool wasThere = false, WaitsForSecond? waits = null)
    {
        if ((WhyNotNow(entry) ?? KeptText.WhyNot(db.ChangeTracker.Entries())) is { } refusal)
        {
            return _created is null
                ? await RefuseAsync(refusal, entry.Action, entry.Subject, ct)
                : new Outcome.Refused(refusal);
        }

        db.ChangeTracker.DetectChanges();
        var isMeasured = _created is null && !Board.Revisions.IsEmpty && Rows().Any(TouchesFacts);
        if (isMeasured)
        {
            await _transaction!.CreateSavepointAsync(Unmeasured, ct);
        }

        var done = Append(KeptText.Clean(entry), new Outcome.Done(0, key, wasThere, Waits: waits));
        await TellHoldersAsync(ct);
        await db.SaveChangesAsync(ct);
        if (isMeasured && await WhyNotAloneAsync(agreed ?? Board, ct) is { } needs)
        {
            await _transaction!.RollbackToSavepointAsync(Unmeasured, ct);
            return await RefuseAsync(needs, entry.Action, entry.Subject, ct);
        }

        HasMail = _created is null && await mails.QueueAsync(this, Touched(), ct);
        boards.Expect(LaunchId, new(_head?.Sha256 ?? [], After!, Touched()));
        IsCommitSent = true;
        await _transaction!.CommitAsync(CancellationToken.None); // nobody gives up what may be committed already
        return Committed = done;
    }

    /// <summary>How the request was answered before, or that its name stands for something else; null while nothing was
    /// done under it. Under the lock.</summary>
    public async Task<Outcome?> AnsweredAsync(Guid launch, CancellationToken ct) =>
        viewer.Request is { } request ? (await db.DoneByAsync(launch, request, ct))?.To(viewer, what) : null;

    /// <summary>
    /// Keeps that it was tried and why it was refused, see <see cref="RefusedAttempts"/>; everything else of this
    /// change is given up.
    /// </summary>
    public async Task<Outcome> RefuseAsync(Refusal refusal, string action, SubjectRef subject, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (HasStoredBytes)
        {
            var key = Board.Launch.Key;
            await _transaction!.RollbackAsync(ct);
            await BeginAsync(ct);
            await LockAsync(key, ct);
        }

        if (await RefusedAttempts.KeepAsync(this, refusal, action, subject, ct) is { } entry)
        {
            await CommitAsync(entry, ct);
        }
        else
        {
            await _transaction!.CommitAsync(ct);
        }

        return new Outcome.Refused(refusal);
    }

    public async ValueTask DisposeAsync()
    {
        await (_transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
        await db.DisposeAsync();
    }

    // Rules ask for themselves, to say so early; here nothing gets past whoever forgot to.
    private Refusal? WhyNotNow(AuditEntry entry) => _created is not null || entry.Action == RefusedAttempts.Refused
        ? null
        : StageRules.WhyNot(act.Action!.Value, Board.Launch);

    // Read back after it was saved: whatever a use case did, and however, is measured here.
    private async Task<NeedsSecondPerson?> WhyNotAloneAsync(LaunchBoard agreed, CancellationToken ct)
    {
        Saved = (await BoardReader.ReadAsync(db, LaunchId, ct, new(Board, Touched())))!;
        var effect = ChangeEffect.Of(agreed, Saved, Now);
        if (effect.Better.IsEmpty)
        {
            return null;
        }

        Saved = null;
        return NeedsSecondPerson.For(effect, act.Action == LaunchAction.Import);
    }

    /// <summary>Each row that this change touches, before and after, as its entry will say it.</summary>
    public JsonArray Changed()
    {
        db.ChangeTracker.DetectChanges();
        return ChangedIn(Rows());
    }

    private static JsonArray ChangedIn(List<EntityEntry> rows) => [.. rows.Select(AuditText.Of).OfType<JsonNode>()];

    private HashSet<Type> Touched() => [.. db.ChangeTracker.Entries().Select(r => r.Entity.GetType())];

    private List<EntityEntry> Rows() =>
    [
        .. db.ChangeTracker.Entries().Where(r => r.State is EntityState.Added or EntityState.Modified
            && r.Entity is not RefusedAttempt),
    ];

    private Outcome.Done Append(AuditEntry entry, Outcome.Done done)
    {
        var rows = Rows();
        var touchesFacts = rows.Any(TouchesFacts);
        var launch = LaunchRow();
        var number = launch.Entity.ChangeNumber + 1;
        var prev = _head?.Sha256 ?? [];
        done = done with { ChangeNumber = number };
        var asked = viewer.Request is { } request && entry.Action != RefusedAttempts.Refused
            ? new AskedBy(request, what, done)
            : null;
        var text = AuditText.Of(entry, launch.Entity.Key, number, Actor, Now, touchesFacts, ChangedIn(rows), asked);
        launch.Property(l => l.ChangeNumber).CurrentValue = number;
        if (touchesFacts)
        {
            launch.Property(l => l.FactsNumber).CurrentValue = launch.Entity.FactsNumber + 1;
        }

        After = new(number, AuditText.Hash(prev, text));
        db.Add(new AuditRow
        {
            LaunchId = LaunchId, Seq = number, Entry = text, Prev = prev, Sha256 = After.Sha256,
        });
        return done;
    }

    // Told at the commit.
    private async Task TellHoldersAsync(CancellationToken ct)
    {
        if (TouchedHolders.Of(db.ChangeTracker, () => Board) is { Length: > 0 } people)
        {
            await db.Database.ExecuteSqlAsync(
                $"select pg_notify({Access.Changed}, person::text) from unnest({people}) as person", ct);
        }
    }

    private EntityEntry<Launch> LaunchRow() =>
        db.ChangeTracker.Entries<Launch>().FirstOrDefault() ?? db.Attach(Board.Launch with { });

    // What a revision holds. A stage that follows from signing, signatures and decisions are not of the facts.
    private static bool TouchesFacts(EntityEntry row) => row.Entity switch
    {
        Launch => row.State == EntityState.Added
            || row.Properties.Any(p => p.IsModified && p.Metadata.Name != nameof(Launch.Stage)),
        Fact or RoleHolding or Waiver or LogChoice or FindingAcceptance or FindingReopening or TargetMove => true,
        _ => false,
    };
}
