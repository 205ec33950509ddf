using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence.Bundles;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Gives the evidence of a launch out as one zip: a folder for each criterion, the files in hand, a manifest
/// with their hashes, and an index to read.</summary>
public sealed class ExportEvidence(LaunchBoards boards, OpenEvidence evidence)
{
    /// <summary>The manifest alone: every piece of evidence with the hash of its bytes, as JSON.</summary>
    /// <param name="at">When it is made.</param>
    public static byte[] Manifest(LaunchFacts facts, DateTimeOffset at) =>
        BundleManifest.Of(BundlePlan.Of(facts), facts.Launch, at);

    /// <param name="key">Of the launch.</param>
    /// <param name="target">Where it goes, forward only; asked for when nothing stands in the way.</param>
    /// <param name="viewer">Who wants it.</param>
    /// <param name="ct">Ends it half-way.</param>
    /// <returns>Why not, or null when all of it was written.</returns>
    /// <exception cref="EvidenceDamagedException">Stored bytes are damaged: what was written so far is no whole
    /// archive, and must not be passed on as one.</exception>
    public async Task<Refusal?> RunAsync(string key, Func<Stream> target, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return new NoSuchLaunch(key);
        }

        if (!viewer.IsAdministrator && Permissions.WhyNot(LaunchAction.Export, view.Me, view.Board) is { } refusal)
        {
            return refusal;
        }

        await BundleZip.WriteAsync(view.Board.Facts, view.At, evidence.OpenAsync, target(), ct);
        return null;
    }
}
