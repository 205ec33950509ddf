using System.Collections.Immutable;
using System.Security.Cryptography;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Deliveries;

/// <summary>
/// Takes in what a pipeline brings: each file is a change of its own, and the answer says what became of each, and what
/// it did to the criteria. Rehearsed first, on the board in memory, which is all of a dry run.
/// </summary>
public sealed class DeliverEvidence(
    LaunchBoards boards, AttachEvidence attach, ReceiveFile receive, EvidenceLimits limits)
{
    /// <param name="key">Of the launch.</param>
    /// <param name="delivery">Its files stay with whoever received them.</param>
    /// <param name="viewer">Whoever brings them; its request names the delivery as a whole.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task<Delivered> RunAsync(
        string key, Delivery delivery, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return new(null, null, null, [], new NoSuchLaunch(key));
        }

        if (delivery.CapturedAt > view.At + ReceivedBytes.ClocksDiffer)
        {
            return new(null, null, null, [], new CapturedAhead(delivery.CapturedAt.Value));
        }

        await using var posted = await PostedAsync(delivery, viewer.Request, ct);
        var planned = delivery.Files.Select(f => Plan(f, delivery, view))
            .Concat(posted is null ? [] : [Plan(posted, delivery, view, viewer)]).ToImmutableArray();
        if (planned.FirstOrDefault(p => p.WhyNot is not null) is { WhyNot: { } lost })
        {
            return new(null, null, null, [], lost);
        }

        return delivery.IsDryRun
            ? Rehearse(planned, view)
            : await KeepAsync(key, planned, view, viewer, ct);
    }

    private Delivered Rehearse(ImmutableArray<Planned> planned, LaunchView view)
    {
        var board = view.Board;
        var files = ImmutableArray.CreateBuilder<DeliveredFile>();
        foreach (var one in planned)
        {
            var file = one.With(files);
            var placed = PlacedUpload.Of(board, file.Upload, file.File.Bytes, view.Me.Name, view.At);
            if ((AttachEvidence.WhyNot(file.Upload, view.Me, board, view.At)
                ?? file.File.Bytes.WhyNot(board, placed.IsKnown, limits, view.At)
                ?? placed.WhyNot) is { } refusal)
            {
                files.Add(file.Ended(null, false, refusal));
                continue;
            }

            board = placed.On(board);
            files.Add(file.Ended(placed.Item.Key, placed.IsKnown, null));
        }

        return new(board, view.Readiness, Readiness.At(board, view.At), files.ToImmutable(),
            files.Select(f => f.Refusal).FirstOrDefault(r => r is not null));
    }

    // What was kept before a file is refused stays kept: the answer says so, and the same delivery can be sent again.
    private async Task<Delivered> KeepAsync(
        string key, ImmutableArray<Planned> planned, LaunchView view, Viewer viewer, CancellationToken ct)
    {
        var files = ImmutableArray.CreateBuilder<DeliveredFile>();
        foreach (var (one, at) in planned.Select((f, at) => (f, at)))
        {
            var file = one.With(files);
            var outcome = await attach.RunAsync(key, file.Upload, file.File.Bytes, file.File.FromStart,
                viewer.By(Named(viewer.Request, at)), ct);
            files.Add(outcome is Outcome.Done done
                ? file.Ended(done.Key, done.WasThere, null)
                : file.Ended(null, false, ((Outcome.Refused)outcome).Refusal));
        }

        var after = await boards.ViewAsync(key, viewer, ct) ?? view;
        return new(after.Board, view.Readiness, after.Readiness, files.ToImmutable(),
            files.Select(f => f.Refusal).FirstOrDefault(r => r is not null));
    }

    // Measurements are kept as a file of their own, which says that nobody's tool wrote it.
    private async Task<ReceivedFile?> PostedAsync(Delivery delivery, Guid? request, CancellationToken ct) =>
        delivery.Posted is not { } posted ? null
        : await receive.TakeAsync(new MemoryStream(posted.Document(delivery.CapturedAt, delivery.Source, request)),
            PostedMeasurements.FileName, ct);

    private static Planned Plan(ReceivedFile posted, Delivery delivery, LaunchView view, Viewer by)
    {
        var planned = Plan(posted, delivery, view);
        return planned with { Upload = planned.Upload with { Title = $"Measurements posted by {by.Name}" } };
    }

    private static Planned Plan(ReceivedFile file, Delivery delivery, LaunchView view)
    {
        var upload = new EvidenceUpload(
            Stream.Null, file.Name, null, EvidenceClass.Other,
            delivery.CapturedAt is { } at ? view.Launch.Day(at) : delivery.CapturedOn, [],
            DeliveredRelease.Of(delivery.Version, delivery.Commit, view.Launch.Release),
            delivery.Source is { } source ? $"Delivered by {source.AbsoluteUri}" : null, Slot: delivery.Slot,
            Replaces: delivery.Replaces)
        {
            IsDelivered = true,
        };
        if (delivery.Criterion is { } criterion)
        {
            return new(file, upload with { Supports = [new(SubjectKind.Criterion, criterion)] }, [], null);
        }

        var item = ReceivedItem.Of(view.Board, upload, file.Bytes, null, view.Me.Name, view.At);
        var found = view.Board.Facts.Criteria.Where(c => c.Measurements.Any(m => m.IsReadFrom(item)))
            .Select(c => new SubjectRef(SubjectKind.Criterion, c.Key))
            .Select(s => (Subject: s, WhyNot: Permissions.WhyNot(
                LaunchAction.AttachEvidence, view.Me, view.Board, s))).ToList();
        var mine = found.Where(f => f.WhyNot is null).Select(f => f.Subject).ToList();
        return found.Count == 0
            ? new(file, upload, [], new NothingAsksForFile(
                file.Name, [.. file.Reading.Figures.Select(f => f.Metric)], [.. AskedInSlots(view, item)]))
            : new(file, upload with { Supports = [.. mine.Count > 0 ? mine : found.Select(f => f.Subject)] },
                [.. found.Where(f => f.WhyNot is not null && mine.Count > 0)
                    .Select(f => new LeftOut(f.Subject.Key, f.WhyNot!))], null);
    }

    private static IEnumerable<string> AskedInSlots(LaunchView view, EvidenceItem item) =>
        view.Board.Facts.Criteria.SelectMany(c => c.Measurements)
            .Where(m => m is { Reading: { } metric, Slot: not null } && item.Reading?.Find(metric) is not null)
            .Select(m => m.Slot!).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Each file is a request of its own, the same one whenever the delivery is sent again.</summary>
    /// <param name="request">Of the delivery.</param>
    /// <param name="at">From 0.</param>
    public static Guid? Named(Guid? request, int at) => request is not { } name ? null
        : new Guid(SHA256.HashData([.. name.ToByteArray(), .. BitConverter.GetBytes(at)]).AsSpan(0, 16));

    private sealed record Planned(
        ReceivedFile File, EvidenceUpload Upload, EquatableArray<LeftOut> LeftOut, Refusal? WhyNot)
    {
        /// <summary>Posted measurements, with the file that was kept before them.</summary>
        public Planned With(IEnumerable<DeliveredFile> kept) => File.Reading.IsPosted
            && kept.FirstOrDefault(f => f is { Evidence: not null, File.Reading.IsPosted: false }) is { } file
                ? this with { Upload = Upload with { PostedWith = file.Evidence } }
                : this;

        public DeliveredFile Ended(string? evidence, bool wasThere, Refusal? refusal) =>
            new(File, Upload.Supports, LeftOut, evidence, wasThere, refusal);
    }
}
