using System.Collections.Immutable;
using System.Text;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>A file somebody attaches.</summary>
/// <param name="Bytes">Read once, to its end.</param>
/// <param name="Title">Null takes the file's name.</param>
/// <param name="CapturedOn">When it was true; null is unknown and proves nothing.</param>
/// <param name="Supports">What it stands behind; at least one.</param>
/// <param name="Cited">Key of the evidence that was only cited until now and that this file is; null for a new
/// one.</param>
public sealed record EvidenceUpload(
    Stream Bytes, string FileName, string? Title, EvidenceClass Class, DateOnly? CapturedOn,
    ImmutableArray<SubjectRef> Supports, string? Release = null, string? Note = null, string? Cited = null);

/// <summary>
/// Takes a file in as evidence: first whole to disk, then bytes, row and audit in one short transaction.
/// </summary>
public sealed class AttachEvidence(
    LaunchChanges launches, LaunchBoards boards, EvidenceSpool spool, TimeProvider time)
{
    /// <summary>Largest file, in bytes.</summary>
    public const long MaxFileBytes = 250L << 20;

    /// <summary>Bytes of evidence in one launch.</summary>
    public const long MaxLaunchBytes = 20L << 30;

    private const string Attached = "EvidenceAttached";
    private const int MaxText = 200;

    private static readonly DateOnly _earliest = new(1990, 1, 1);

    /// <returns>Done carries the evidence's key. The same bytes attached again only gain what they stand
    /// behind.</returns>
    public async Task<Outcome> RunAsync(
        string key, EvidenceUpload upload, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return new Outcome.Refused(new NoSuchLaunch(key));
        }

        // Asked before the bytes are read, and again under the lock.
        if (WhyNot(upload, view.Me, view.Board, time.GetUtcNow()) is { } early)
        {
            return await RefuseAsync(key, upload, early, viewer, ct);
        }

        await using var file = await spool.TakeAsync(upload.Bytes, MaxFileBytes, ct);
        if (file is null || file.Length == 0)
        {
            return await RefuseAsync(key, upload, file is null
                ? new NotAcceptable(
                    $"{upload.FileName} is larger than {Format.Bytes(MaxFileBytes)}, the most one file may have.")
                : new NotAcceptable($"{upload.FileName} is empty."), viewer, ct);
        }

        var head = new byte[MediaTypes.HeadBytes];
        var read = await file.FromStart().ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        var type = MediaTypes.Detect(head.AsSpan(0, read), upload.FileName);
        return await launches.RunAsync(key, viewer, change => KeepAsync(change, upload, file, type, ct), ct,
            db => EvidenceStore.PutIfAbsentAsync(db, file.Sha256, file.Length, file.FromStart(), ct));
    }

    private static async Task<Outcome> KeepAsync(
        LaunchChange change, EvidenceUpload upload, EvidenceSpool.Spooled file, string type, CancellationToken ct)
    {
        var all = change.Board.Facts.Evidence;
        var refusal = WhyNot(upload, change.Actor, change.Board, change.Now)
            ?? (all.Sum(e => e.IsInHand ? e.Size ?? 0 : 0) + file.Length > MaxLaunchBytes
                ? new NotAcceptable($"This launch has no room for {Format.Bytes(file.Length)} more evidence.")
                : null);
        if (refusal is not null)
        {
            return await change.RefuseAsync(refusal, Attached, upload.Supports.IsDefaultOrEmpty
                ? Launch(change) : upload.Supports[0], ct);
        }

        var known = all.FirstOrDefault(e => e.Sha256 == file.Sha256);
        var cited = upload.Cited is null ? null : all.First(e => e.Key == upload.Cited);
        var item = known ?? Received(change, upload, file, type, cited);
        item = item with { Supports = [.. item.Supports.Union(upload.Supports)] };
        if (known is null && cited is null)
        {
            change.Add(item);
        }
        else if (!change.Change(known ?? cited!, item))
        {
            return new Outcome.Done(change.Board.ChangeNumber, item.Key);
        }

        var entry = new AuditEntry(Attached, new SubjectRef(SubjectKind.Evidence, item.Key),
            $"{item.Title} attached to {string.Join(", ", upload.Supports.Select(s => Name(s, change.Board.Facts)))}: "
            + $"{Format.Bytes(file.Length)}, {file.Sha256[..12]}");
        return await change.CommitAsync(entry, ct, item.Key);
    }

    private static EvidenceItem Received(
        LaunchChange change, EvidenceUpload upload, EvidenceSpool.Spooled file, string type, EvidenceItem? cited)
    {
        var all = change.Board.Facts.Evidence;
        var name = Path.GetFileName(upload.FileName.Replace('\\', '/'));
        var item = cited ?? new EvidenceItem
        {
            Key = FreeKey(name, all),
            LaunchId = change.LaunchId,
            Position = all.IsEmpty ? 0 : all.Max(e => e.Position) + 1,
            Title = string.IsNullOrWhiteSpace(upload.Title) ? name : upload.Title.Trim(),
            FileName = name,
        };
        return item with
        {
            FileName = name,
            Class = upload.Class,
            Sha256 = file.Sha256,
            Size = file.Length,
            MediaType = type,
            CapturedOn = upload.CapturedOn,
            CapturedAssumed = false,
            Release = upload.Release ?? item.Release,
            Note = upload.Note ?? item.Note,
            ReceivedAt = change.Now,
            ReceivedBy = change.Actor.Name,
        };
    }

    private static Refusal? WhyNot(EvidenceUpload upload, Actor actor, LaunchBoard board, DateTimeOffset now) =>
        upload.Supports.IsDefaultOrEmpty
            ? new NotAcceptable("Say what the file stands behind: a criterion, a drill, a gate.")
            : upload.Supports.Concat(BehindCited(upload, board.Facts))
                .Select(s => Permissions.WhyNot(LaunchAction.AttachEvidence, actor, board, s))
                .FirstOrDefault(r => r is not null)
        ?? WhyNotAcceptable(upload, board, now);

    // Bytes for cited evidence prove everything it stands behind, so whoever brings them answers for all of it.
    private static ImmutableArray<SubjectRef> BehindCited(EvidenceUpload upload, LaunchFacts facts) =>
        facts.Evidence.FirstOrDefault(e => e.Key == upload.Cited)?.Supports ?? [];

    private static NotAcceptable? WhyNotAcceptable(EvidenceUpload upload, LaunchBoard board, DateTimeOffset now)
    {
        var name = Path.GetFileName(upload.FileName.Replace('\\', '/'));
        return string.IsNullOrWhiteSpace(name) || name.Length > MaxText || name.Any(char.IsControl)
            ? new($"A file needs a name of at most {MaxText} characters.")
            : upload.Title?.Length > MaxText || upload.Release?.Length > MaxText
                ? new($"Title and release have at most {MaxText} characters.")
            : !Enum.IsDefined(upload.Class) ? new("There is no such kind of evidence.")
            : upload.CapturedOn < _earliest ? new($"Nothing is captured before {Format.LongDay(_earliest)}.")
            : upload.CapturedOn > board.Launch.Today(now) && upload.CapturedOn > board.Launch.Day(now)
                ? new($"{Format.LongDay(upload.CapturedOn.Value)} is still to come: give the day when it was true.")
            : upload.Cited is { } cited
                && board.Facts.Evidence.FirstOrDefault(e => e.Key == cited) is not { IsInHand: false }
                ? new("This evidence is in hand already. Attach the file as new evidence.")
            : null;
    }

    private Task<Outcome> RefuseAsync(
        string key, EvidenceUpload upload, Refusal refusal, Viewer viewer, CancellationToken ct) =>
        launches.RunAsync(key, viewer, change => change.RefuseAsync(
            refusal, Attached, upload.Supports.IsDefaultOrEmpty ? Launch(change) : upload.Supports[0], ct), ct);

    private static SubjectRef Launch(LaunchChange change) => new(SubjectKind.Launch, change.Board.Launch.Key);

    private static string Name(SubjectRef subject, LaunchFacts facts) =>
        subject.Kind == SubjectKind.Criterion
            && facts.Criteria.FirstOrDefault(c => c.Key == subject.Key) is { } criterion
            ? criterion.Title
            : subject.ToString();

    private static string FreeKey(string fileName, ImmutableArray<EvidenceItem> all)
    {
        var slug = new StringBuilder();
        foreach (var c in Path.GetFileNameWithoutExtension(fileName).ToLowerInvariant())
        {
            _ = char.IsAsciiLetterOrDigit(c) ? slug.Append(c)
                : slug.Length > 0 && slug[^1] != '-' ? slug.Append('-')
                : slug;
        }

        var stem = slug.ToString().Trim('-');
        stem = stem.Length == 0 ? "evidence" : stem[..Math.Min(stem.Length, Fact.KeyLength - 8)].TrimEnd('-');
        var taken = all.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? stem : $"{stem}-{i}")
            .First(k => !taken.Contains(k));
    }
}
