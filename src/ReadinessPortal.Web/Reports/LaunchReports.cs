using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Reports;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Reporting;
using ReadinessPortal.Reporting.Files;
using ReadinessPortal.Web.Shell;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Reports;

/// <param name="FileName">Says whether it is a draft: <c>GA-2025-001-r1-FINAL.pdf</c>.</param>
/// <param name="IsFinal">Its bytes never change.</param>
public sealed record ReportFile(byte[] Pdf, string FileName, bool IsFinal = false);

/// <summary>
/// Executive reports: a DRAFT is made whenever somebody asks; the FINAL one is made once, after the final decision and
/// from the record as it stood then, and served from what was kept.
/// </summary>
internal sealed class LaunchReports(
    LaunchBoards boards, ReadRevision revisions, ReadReport kept, StoreFinalReport keep, LaunchLogos logos,
    ReportSeal seal, ReadSigningHistory signed, PortalSettings settings, TimeProvider time)
{
    // The others are made from the same input whenever somebody asks for them.
    private static readonly ReportForm _kept = new();

    /// <param name="revision">Null: the newest one, or the live facts while nothing is frozen.</param>
    /// <returns>Null when there is no such launch or revision for this person.</returns>
    public async Task<ReportFile?> OpenAsync(
        string key, int? revision, ReportForm form, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return null;
        }

        if ((revision ?? view.Board.NewestRevision?.Number) is not { } number)
        {
            return await DraftAsync(view, form, ct);
        }

        if (await revisions.RunAsync(key, number, viewer, ct) is not { } read)
        {
            return null;
        }

        var name = FileName(key, $"r{number}", form, read.Record.Decision is null ? "DRAFT" : "FINAL");
        return read.Record.Decision is not null && form == _kept
            ? new(await FinalAsync(key, number, read, viewer, ct), name, IsFinal: true)
            : new(
                Render(await InputAsync(read, ct) with { Form = form, Earlier = view.Board.EarlierYes(number) }), name);
    }

    /// <summary>Of the facts as they are now, whatever is frozen: nobody signs it.</summary>
    /// <returns>Null when there is no such launch for this person.</returns>
    public async Task<ReportFile?> OpenLiveAsync(
        string key, ReportForm form, Viewer viewer, CancellationToken ct = default) =>
        await boards.ViewAsync(key, viewer, ct) is { } view ? await DraftAsync(view, form, ct) : null;

    private async Task<ReportFile> DraftAsync(LaunchView view, ReportForm form, CancellationToken ct) => new(
        Render(await LiveAsync(view, ct) with { Form = form }), FileName(view.Launch.Key, "live", form, "DRAFT"));

    private static string FileName(string key, string revision, ReportForm form, string standing) =>
        string.Join('-', new[]
        {
            key, revision, form.Profile == ReportProfile.Board ? "board" : null,
            form.Paper == ReportPaper.Letter ? "letter" : null, standing,
        }.OfType<string>()) + ".pdf";

    /// <summary>Makes the report of a decided revision and keeps it, unless it is kept already.</summary>
    public Task KeepFinalAsync(string key, int revision, CancellationToken ct = default) =>
        OpenAsync(key, revision, _kept, Viewer.System, ct);

    private async Task<byte[]> FinalAsync(
        string key, int number, RevisionReading read, Viewer viewer, CancellationToken ct)
    {
        if (await kept.RunAsync(key, number, viewer, ct) is { } stored)
        {
            return stored.Pdf;
        }

        // Nobody waits for keeping it: what is not kept now is made again, from the same input and to the same bytes
        // below its signature.
        var input = await InputAsync(read, ct);
        var pdf = await seal.SealAsync(Render(input), ct);
        await keep.RunAsync(
            key, number, pdf, ExecutiveReport.RendererVersion, input.Record.UpTo, Viewer.System, ct);
        return (await kept.RunAsync(key, number, viewer, ct))?.Pdf ?? pdf;
    }

    private static byte[] Render(ReportInput input)
    {
        using var pdf = new MemoryStream();
        ExecutiveReport.Write(input, pdf);
        return pdf.ToArray();
    }

    private async Task<ReportInput> InputAsync(RevisionReading read, CancellationToken ct)
    {
        var record = read.Record.AtDecision();
        var history = record.Decision is null ? SigningHistory.None
            : await signed.RunAsync(read.Head, record.UpTo, ct);
        return new(
            read.Content, read.Head.Sha256, record, VerdictOf(read.Content, record),
            Final: record.Decision is not null)
        {
            CanonicalJson = read.CanonicalJson,
            Signing = history,
            Attachments = record.Decision is { } decision ? Attachments(read, history, decision.At) : [],
            CheckAt = settings.Absolute(Links.Verify),
            Logo = await logos.OfAsync(read.Content.Facts, ct),
        };
    }

    private static PdfAttachment[] Attachments(RevisionReading read, SigningHistory history, DateTimeOffset at) =>
    [
        new($"{read.Content.Facts.Launch.Key}-signatures.json", "application/json",
            "The certificate of completion for programs: each signature with its seal",
            CompletionCertificate.Of(read.Content.Facts.Launch.Key, read.Head.Number, read.Head.Sha256, history)
                .Write()),
        new($"{read.Content.Facts.Launch.Key}-evidence.json", "application/json",
            "Every piece of evidence with its SHA-256", ExportEvidence.Manifest(read.Content.Facts, at)),
    ];

    /// <summary>
    /// As of the last thing that was signed or decided, so that the same record gives the same words on any day.
    /// </summary>
    public static Verdict VerdictOf(RevisionContent content, DecisionRecord record)
    {
        var last = record.Decision?.At
            ?? record.SignOffs.Select(s => (DateTimeOffset?)s.At).Append(content.FrozenAt).Max()!.Value;
        return Verdict.Of(content.Readiness, content.Facts, content.Holdings, record, content.Day(last));
    }

    private async Task<ReportInput> LiveAsync(LaunchView view, CancellationToken ct) => new(
        RevisionContent.Of(view.Board, view.Readiness, number: 0, view.Me.Name, time.GetUtcNow()), null,
        new DecisionRecord { Revision = 0 }, view.LiveVerdict, Final: false)
    {
        Logo = await logos.OfAsync(view.Board.Facts, ct),
        Earlier = view.Board.StandingYes(),
        NewestRevision = view.Board.NewestRevision?.Number,
    };
}
