using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>Writes a launch as a package: its facts as they are now, and every file in hand.</summary>
public sealed class ExportLaunch(LaunchBoards boards, OpenEvidence evidence)
{
    /// <returns>Why not, or null when the package was written.</returns>
    public Task<Refusal?> RunAsync(string key, Stream zip, Viewer viewer, CancellationToken ct = default) =>
        RunAsync(key, viewer, _ => null,
            (view, open) => LaunchPackage.WriteAsync(view.Board.Facts, open, zip, ct), ct);

    /// <param name="whyNot">What else stands in the way.</param>
    internal async Task<Refusal?> RunAsync(
        string key, Viewer viewer, Func<LaunchView, Refusal?> whyNot,
        Func<LaunchView, Func<EvidenceItem, Task<Stream?>>, Task> write, CancellationToken ct)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return new NoSuchLaunch(key);
        }

        if (!viewer.IsAdministrator && Permissions.WhyNot(LaunchAction.Export, view.Me, view.Board) is { } refusal)
        {
            return refusal;
        }

        if (whyNot(view) is { } further)
        {
            return further;
        }

        try
        {
            await write(view, async item => item.IsInHand ? (await evidence.OpenAsync(item, ct)).AsStream() : null);
            return null;
        }
        catch (PackageException problem)
        {
            return new NotExportable(problem.Message);
        }
        catch (EvidenceDamagedException problem)
        {
            return new EvidenceIsDamaged(problem.Damage);
        }
    }
}

/// <summary>The same with signatures, revisions, final reports and the audit, for reading; sealed as a whole, see
/// <see cref="SealedFile"/>. For who reads the audit.</summary>
public sealed class ExportWithRecord(ExportLaunch export, PackageRecord record, SealingKeys keys)
{
    /// <inheritdoc cref="ExportLaunch.RunAsync(string, Stream, Viewer, CancellationToken)"/>
    public async Task<Refusal?> RunAsync(string key, Stream zip, Viewer viewer, CancellationToken ct = default)
    {
        var sealing = await keys.CurrentAsync(ct);
        return await export.RunAsync(key, viewer, ReadAudit.WhyNot, async (view, open) =>
        {
            await using var whole = new SealingStream(zip);
            await PackageZip.WriteAsync(
                view.Board.Facts, open, whole, record.FilesAsync(view, viewer, ct), SealedFile.Empty, ct);
            await whole.SealAsync(sealing, ct);
        }, ct);
    }
}

/// <param name="Problem">What of the launch no package can hold, in words.</param>
public sealed record NotExportable(string Problem) : NotAcceptable
{
    public override string Text => Problem;
}
