using System.Text.Json.Nodes;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Measures;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Evidence;

/// <summary>
/// Takes a file in as evidence: first whole to disk, then bytes, row and audit in one short transaction.
/// </summary>
public sealed class AttachEvidence(
    LaunchChanges launches, LaunchBoards boards, AskOutcome outcomes, UploadPlaces places, EvidenceSpool spool,
    EvidenceLimits limits, TimeProvider time)
{
    private const string Attached = "EvidenceAttached";

    private static readonly DateOnly _earliest = new(1990, 1, 1);

    /// <returns>Done carries the evidence's key. Bytes that the launch holds already make no twin: what is there
    /// keeps its title, gains what it stands behind and what nobody had said of it, and Done says that it was there.
    /// Where something else is said of them, nothing is done.</returns>
    public async Task<Outcome> RunAsync(
        string key, EvidenceUpload upload, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return new Outcome.Refused(new NoSuchLaunch(key));
        }

        upload = upload with { FileName = FileName.Of(upload.FileName) };

        if (await WhyNotEvenTryAsync(key, upload, view, viewer, ct) is { } early)
        {
            return await RefuseAsync(key, upload, null, early, viewer, ct);
        }

        using var place = await places.TakeAsync(viewer.UserId, viewer.Request, ct);
        if (place is null)
        {
            return new Outcome.Refused(new NoPlaceForUpload());
        }

        EvidenceSpool.Spooled? taken;
        try
        {
            taken = await spool.TakeAsync(upload.Bytes, limits, ct);
        }
        catch (RefusedException never)
        {
            return new Outcome.Refused(never.Refusal); // what did not arrive was not tried
        }

        await using var file = taken;
        if (file is null || file.Length == 0)
        {
            Refusal refusal = file is null
                ? new FileTooLarge(upload.FileName, limits) : new FileIsEmpty(upload.FileName);
            return await RefuseAsync(key, upload, file?.Sha256, refusal, viewer, ct);
        }

        return await KeepAsync(key, upload, await ReceivedBytes.OfAsync(file, upload.FileName, ct), file.FromStart,
            viewer, ct);
    }

    /// <summary>The same of a file that is whole on disk, and was looked into.</summary>
    /// <param name="fromStart">Its bytes, as often as they are asked for.</param>
    internal async Task<Outcome> RunAsync(
        string key, EvidenceUpload upload, ReceivedBytes file, Func<Stream> fromStart, Viewer viewer,
        CancellationToken ct) =>
        await boards.ViewAsync(key, viewer, ct) is not { } view ? new Outcome.Refused(new NoSuchLaunch(key))
        : await WhyNotEvenTryAsync(key, upload, view, viewer, ct) is { } early
            ? await RefuseAsync(key, upload, file.Sha256, early, viewer, ct)
        : await KeepAsync(key, upload, file, fromStart, viewer, ct);

    // Asked before the bytes are read or stored, and again under the lock; not of what was done before and is sent
    // again.
    private async Task<Refusal?> WhyNotEvenTryAsync(
        string key, EvidenceUpload upload, LaunchView view, Viewer viewer, CancellationToken ct) =>
        WhyNot(upload, view.Me, view.Board, time.GetUtcNow()) is { } early
            && !(viewer.Request is { } request && await outcomes.WasDoneAsync(key, request, viewer, ct))
            ? early
            : null;

    private async Task<Outcome> KeepAsync(
        string key, EvidenceUpload upload, ReceivedBytes file, Func<Stream> fromStart, Viewer viewer,
        CancellationToken ct)
    {
        var outcome = await launches.RunAsync(key, viewer, Act(upload, file.Sha256),
            change => KeepAsync(change, upload, file, limits, ct), ct,
            db => EvidenceStore.PutIfAbsentAsync(db, file.Sha256, file.Length, fromStart(), ct));
        if (outcome is Outcome.Done { IsRepeat: false, WasThere: false })
        {
            PortalMeasures.Attached(file.Length);
        }

        return outcome;
    }

    private static async Task<Outcome> KeepAsync(
        LaunchChange change, EvidenceUpload upload, ReceivedBytes file, EvidenceLimits limits, CancellationToken ct)
    {
        var facts = change.Board.Facts;
        var placed = PlacedUpload.Of(change.Board, upload, file, change.Actor.Name, change.Now);
        var (item, replaced) = (placed.IsKnown ? placed.Item
            : placed.Item with { ReceivedById = change.Viewer.PersonId }, placed.Replaced);
        var refusal = WhyNot(upload, change.Actor, change.Board, change.Now)
            ?? file.WhyNot(change.Board, placed.IsKnown, limits, change.Now)
            ?? placed.WhyNot
            ?? (!placed.IsKnown && await change.ArchivedAsync(file.Sha256, ct) is { } archived
                ? new AttachedBefore(archived.Title, change.Board.Launch.Day(archived.ArchivedAt!.Value))
                : null)
            ?? (upload.Measured is { } typed ? await ValueBesideFile.WhyLostAsync(typed, change, ct) : null);
        if (refusal is not null)
        {
            return await change.RefuseAsync(refusal, Attached, upload.Supports.IsEmpty
                ? Launch(change) : upload.Supports[0], ct);
        }

        var differs = true;
        if (placed.Was is null)
        {
            change.Add(item);
        }
        else
        {
            differs = change.Change(placed.Was, item);
        }

        var proven = await change.ProvenAsync(placed.Was, item, ct);
        if (placed.History is { } history && change.Change(replaced!, history))
        {
            proven = placed.Followed(proven);
        }

        var value = upload.Measured is { } beside ? ValueBesideFile.Of(beside, item, change) : null;
        var waits = value is null ? null : Ask(change, proven, value, upload.Measured!.Reason);
        var measured = waits is null && value?.Write(change) == true;
        if (!differs && !measured && waits?.Request is null)
        {
            return new Outcome.Done(change.Board.ChangeNumber, item.Key, WasThere: true, Waits: waits);
        }

        var summary = $"{item.Title} attached to {Names(item.Supports, upload.Supports, facts)}: "
            + $"{Format.Bytes(file.Length)}, {file.Sha256[..12]}"
            + (replaced is null ? "" : $", replaces {replaced.Title}")
            + (measured ? $"; {value!.Summary}"
                : waits?.Request is null ? ""
                : $"; asked for a second person: {value!.Summary}, {upload.Measured!.Reason!.Trim()}");
        return await change.CommitAsync(
            Entry(Attached, item, summary), ct, item.Key, proven, placed.IsKnown, waits);
    }

    // The file is kept either way: what reads better by the value alone is asked for, if it is said why.
    private static WaitsForSecond? Ask(
        LaunchChange change, LaunchBoard proven, ValueBesideFile value, string? reason)
    {
        var effect = ChangeEffect.Of(proven, value.On(proven), change.Now);
        return effect.Better.IsEmpty
            ? null
            : new(NeedsSecondPerson.For(effect),
                string.IsNullOrWhiteSpace(reason) ? null : value.Ask(change, effect, reason).Id);
    }

    /// <summary>
    /// An entry about evidence that also names what it stands behind, so that their histories tell it.
    /// </summary>
    internal static AuditEntry Entry(string action, EvidenceItem item, string summary) => new(
        action, new SubjectRef(SubjectKind.Evidence, item.Key), summary,
        new JsonObject { ["about"] = new JsonArray([.. item.Supports.Select(s => (JsonNode)s.ToString())]) });

    internal static string Names(
        EquatableArray<SubjectRef> all, EquatableArray<SubjectRef> asked, LaunchFacts facts) =>
        string.Join(", ", (asked.IsEmpty ? all : asked).Select(s => Name(s, facts)));

    /// <summary>Why the file cannot be attached, whatever is in it; null when it can.</summary>
    internal static Refusal? WhyNot(EvidenceUpload upload, Actor actor, LaunchBoard board, DateTimeOffset now)
    {
        // Bytes for cited evidence prove everything it stands behind, so whoever brings them answers for all of it.
        var behind = board.Facts.Evidence.Where(e => e.Key == upload.Cited || e.Key == upload.Replaces)
            .SelectMany(e => e.Supports);
        EquatableArray<SubjectRef> all = [.. upload.Supports, .. behind];
        return upload.Replaces is { } old && PlacedUpload.Replacing(upload, board.Facts) is null
                ? new NothingToReplace(old)
            : all.IsEmpty
            ? new StandsBehindNothing()
            : all.Select(s => Permissions.WhyNot(LaunchAction.AttachEvidence, actor, board, s))
                .FirstOrDefault(r => r is not null)
            ?? WhyNotAcceptable(upload, board, now)
            ?? (upload.Measured is { } value
                ? ValueBesideFile.WhyNot(value, upload.Supports, actor, board)
                : null);
    }

    private static Refusal? WhyNotAcceptable(EvidenceUpload upload, LaunchBoard board, DateTimeOffset now)
    {
        return FileName.WhyNot(upload.FileName) is { } why
            ? new FileNameNotKept(upload.FileName, why)
            : TextLimits.WhyNot("The title", upload.Title, TextLimits.Name) is { } title ? title
            : TextLimits.WhyNot("The release", upload.Release, TextLimits.Name) is { } release ? release
            : TextLimits.WhyNot("The note", upload.Note) is { } note ? note
            : TextLimits.WhyNot("The slot", upload.Slot, TextLimits.Name) is { } slot ? slot
            : !Enum.IsDefined(upload.Class) ? new NoSuchEvidenceClass()
            : upload.CapturedOn < _earliest ? new CapturedTooEarly(_earliest)
            : upload.CapturedOn > board.Launch.Today(now) && upload.CapturedOn > board.Launch.Day(now)
                ? new CapturedInTheFuture(upload.CapturedOn.Value)
            : upload.Cited is { } cited && board.Facts.Evidence.FirstOrDefault(e => e.Key == cited) is var item
                && item is not { IsInHand: false }
                ? item is null ? new NoSuchCitation(cited) : new CitedIsInHand()
            : null;
    }

    private Task<Outcome> RefuseAsync(
        string key, EvidenceUpload upload, string? sha256, Refusal refusal, Viewer viewer, CancellationToken ct) =>
        launches.RunAsync(key, viewer, Act(upload, sha256), change => change.RefuseAsync(
            refusal, Attached, upload.Supports.IsEmpty ? Launch(change) : upload.Supports[0], ct), ct);

    private static LaunchAct Act(EvidenceUpload upload, string? sha256) => LaunchAction.AttachEvidence.Of(
        sha256, upload.FileName, upload.Title, upload.Class, upload.CapturedOn,
        upload.Supports, upload.Release, upload.Note, upload.Cited, upload.Measured, upload.Slot, upload.Replaces);

    private static SubjectRef Launch(LaunchChange change) => new(SubjectKind.Launch, change.Board.Launch.Key);

    private static string Name(SubjectRef subject, LaunchFacts facts) =>
        subject.Kind == SubjectKind.Criterion
            && facts.Criteria.FirstOrDefault(c => c.Key == subject.Key) is { } criterion
            ? criterion.Title
            : subject.ToString();
}
