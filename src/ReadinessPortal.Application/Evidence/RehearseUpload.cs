using System.Collections.Immutable;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Evidence;

/// <summary>What a file would become, and what it would do.</summary>
/// <param name="Board">The launch with it.</param>
/// <param name="Before">Readiness without it.</param>
/// <param name="After">Readiness with it.</param>
/// <param name="Item">What it would be kept as; what is there, where the launch holds these bytes already.</param>
/// <param name="IsPlaced">Whoever attaches it has said what it supports; otherwise it was tried on what it answers.
/// </param>
/// <param name="Answers">Criteria that have a measurement which is read from such a file, and to which this person may
/// attach it.</param>
/// <param name="Cases">Its test cases beside those of the file before it; null where it is no test report, or the
/// first one.</param>
/// <param name="WhyNot">Why it cannot be attached as it is; null when it can.</param>
public sealed record RehearsedUpload(
    LaunchBoard Board, Readiness Before, Readiness After, EvidenceItem Item, bool IsPlaced,
    EquatableArray<SubjectRef> Answers, CaseComparison? Cases, Refusal? WhyNot)
{
    /// <summary>Criteria that it would support and not prove, each with why.</summary>
    public IEnumerable<(string Criterion, string Why)> ProvesNot => WhyNot is not null ? [] :
        from criterion in Board.Facts.Criteria
        from proof in After.Criterion(criterion.Key).Proofs
        where proof.Subject == new SubjectRef(SubjectKind.Evidence, Item.Key) && !proof.Proves
        select (criterion.Title, proof.Why);
}

/// <summary>
/// Says what a file would do before it is kept: it is received, read, tried on the board in memory, and forgotten.
/// </summary>
public sealed class RehearseUpload(
    LaunchBoards boards, UploadPlaces places, EvidenceSpool spool, EvidenceLimits limits, CompareCases cases)
{
    /// <param name="key">Of the launch.</param>
    /// <param name="upload">Where it supports nothing yet, it is tried on the criteria that it answers.</param>
    /// <param name="viewer">Whoever would attach it.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <exception cref="RefusedException">There is no such launch, or the file cannot be taken in.</exception>
    public async Task<RehearsedUpload> RunAsync(
        string key, EvidenceUpload upload, Viewer viewer, CancellationToken ct = default)
    {
        var view = await boards.ViewAsync(key, viewer, ct) ?? throw new RefusedException(new NoSuchLaunch(key));
        if (WhyNot(view, upload) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        upload = upload with { FileName = FileName.Of(upload.FileName) };
        using var place = await places.TakeAsync(viewer.UserId, request: null, ct)
            ?? throw new RefusedException(new NoPlaceForUpload());
        await using var file = await spool.TakeAsync(upload.Bytes, limits, ct)
            ?? throw new RefusedException(new FileTooLarge(upload.FileName, limits));
        return file.Length == 0 ? throw new RefusedException(new FileIsEmpty(upload.FileName))
            : await TryAsync(view, upload, file, ct);
    }

    private async Task<RehearsedUpload> TryAsync(
        LaunchView view, EvidenceUpload upload, EvidenceSpool.Spooled file, CancellationToken ct)
    {
        var bytes = await ReceivedBytes.OfAsync(file, upload.FileName, ct);
        var bare = PlacedUpload.Of(view.Board, upload, bytes, view.Me.Name, view.At);
        var answers = Answers(view, bare.Item);
        var isPlaced = !upload.Supports.IsEmpty || bare.Was is { IsInHand: false } || bare.Replaced is not null;
        upload = upload with { Supports = isPlaced ? upload.Supports : answers };
        var refusal = !isPlaced && answers.IsEmpty ? null
            : AttachEvidence.WhyNot(upload, view.Me, view.Board, view.At)
                ?? bytes.WhyNot(view.Board, bare.IsKnown, limits, view.At) ?? bare.WhyNot;
        var placed = PlacedUpload.Of(view.Board, upload, bytes, view.Me.Name, view.At);
        var board = refusal is null ? placed.On(view.Board) : view.Board;
        var before = Slots.Before(placed.Item, board.Facts.Evidence);
        return new(board, view.Readiness, Readiness.At(board, view.At), placed.Item, isPlaced, answers,
            before is null ? null : await cases.RunAsync(before, bytes.Reading, file, upload.FileName, ct), refusal);
    }

    // Before any byte is taken in: who may attach it nowhere tries nothing.
    private static Refusal? WhyNot(LaunchView view, EvidenceUpload upload)
    {
        var subjects = upload.Supports.IsEmpty
            ? view.Board.Facts.Criteria.Select(c => new SubjectRef(SubjectKind.Criterion, c.Key)) : upload.Supports;
        var refusals = subjects.Select(s => Permissions.WhyNot(LaunchAction.AttachEvidence, view.Me, view.Board, s))
            .ToList();
        return upload.Supports.IsEmpty && refusals.Contains(null) ? null : refusals.FirstOrDefault(r => r is not null);
    }

    private static ImmutableArray<SubjectRef> Answers(LaunchView view, EvidenceItem item) =>
    [
        .. view.Board.Facts.Criteria.Where(c => c.Measurements.Any(m => m.IsReadFrom(item)))
            .Select(c => new SubjectRef(SubjectKind.Criterion, c.Key))
            .Where(s => Permissions.WhyNot(LaunchAction.AttachEvidence, view.Me, view.Board, s) is null),
    ];
}
