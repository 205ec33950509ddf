using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>Writes a launch as a package: its facts as they are now, and every file in hand.</summary>
public sealed class ExportLaunch(LaunchBoards boards, OpenEvidence evidence)
{
    /// <returns>Why not, or null when the package was written.</returns>
    public async Task<Refusal?> RunAsync(string key, Stream zip, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return new NoSuchLaunch(key);
        }

        if (!viewer.IsAdministrator && Permissions.WhyNot(LaunchAction.Export, view.Me, view.Board) is { } refusal)
        {
            return refusal;
        }

        try
        {
            await LaunchPackage.WriteAsync(view.Board.Facts,
                async item => item.IsInHand ? (await evidence.OpenAsync(item, ct)).AsStream() : null, zip, ct);
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

/// <param name="Problem">What of the launch no package can hold, in words.</param>
public sealed record NotExportable(string Problem) : NotAcceptable
{
    public override string Text => Problem;
}
