using System.Collections.Immutable;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Seals;

namespace ReadinessPortal.Web.Checking;

/// <summary>What has become of a launch since a file was made of it.</summary>
internal sealed class SinceThen(LaunchBoards boards)
{
    /// <param name="signatures">That the file tells of.</param>
    /// <returns>A sentence each. Whoever has the file learns from them what it no longer says, and no more.</returns>
    public async Task<ImmutableArray<string>> OfAsync(
        string key, ImmutableArray<CertifiedSignature> signatures, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, Viewer.System, ct) is not { Board: var board } view)
        {
            return ["The launch is not kept by this portal any more."];
        }

        return [.. signatures is [.., var last] ? Since(board, last) : [], .. Stage(view.Launch)];
    }

    private static IEnumerable<string> Since(LaunchBoard board, CertifiedSignature last)
    {
        foreach (var revision in board.Revisions.Where(r => r.Number > last.Revision))
        {
            yield return $"Revision {revision.Number} was frozen on {At(revision.FrozenAt)}.";
        }

        var record = board.RecordOf(last.Revision);
        foreach (var signOff in record.SignOffs.Where(s => s.At > last.At))
        {
            yield return $"{Title(board, signOff.Role)} signed revision {last.Revision} on {At(signOff.At)}: "
                + $"{Format.Word(signOff.Decision)}.";
        }

        foreach (var signOff in record.SignOffs.Where(s => s.WithdrawnAt > last.At))
        {
            yield return $"{Title(board, signOff.Role)} withdrew the sign-off on {At(signOff.WithdrawnAt!.Value)}.";
        }

        if (record.Decision is { } decision && decision.At > last.At)
        {
            yield return $"It was decided on {At(decision.At)}: {(decision.Proceed ? "YES" : "NO")}.";
        }

        foreach (var review in record.Reviews.Where(r => r.At > last.At))
        {
            yield return $"The YES was {(review.Proceed ? "confirmed" : "revoked")} on {At(review.At)}.";
        }

        if (record.Promised.Count() is > 0 and var promised)
        {
            yield return $"{promised - record.Unmet.Count()} of {Counted.Of(promised, "condition")} "
                + (promised - record.Unmet.Count() == 1 ? "is met." : "are met.");
        }
    }

    private static IEnumerable<string> Stage(Launch launch) =>
        launch.Stage is LaunchStage.Archived ? ["The launch is archived."] : [];

    private static string Title(LaunchBoard board, string role) =>
        board.Facts.Roles.FirstOrDefault(r => r.Key == role)?.Title ?? role;

    private static string At(DateTimeOffset at) =>
        $"{Format.Day(DateOnly.FromDateTime(at.UtcDateTime))}, {at.UtcDateTime:HH:mm} UTC";
}
