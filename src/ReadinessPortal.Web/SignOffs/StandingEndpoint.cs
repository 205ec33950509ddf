using System.Globalization;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SignOffs;

/// <summary>How the signing of a launch stands, for a page without a circuit that follows it.</summary>
internal static class StandingEndpoint
{
    public static void MapStanding(this WebApplication web) =>
        web.MapGet("/launches/{key}/sign-off/standing", async (
            string key, HttpContext http, LaunchBoards boards, CancellationToken ct) =>
            await boards.ViewAsync(key, http.User.AsViewer(), ct) is { } view
                ? TypedResults.Text(Of(view.Board))
                : Results.NotFound()).ExcludeFromDescription();

    /// <summary>Another text whenever a revision is frozen, signed or decided, or a sign-off is withdrawn.</summary>
    public static string Of(LaunchBoard board)
    {
        var record = board.NewestRevision is { } newest ? board.RecordOf(newest.Number) : null;
        return string.Create(CultureInfo.InvariantCulture, $"{board.Launch.Stage} {record?.Revision ?? 0} "
            + $"{record?.SignOffs.Length ?? 0} {record?.SignOffs.Count(s => s.Stands) ?? 0} {board.Decisions.Length} "
            + $"{record?.IsRevoked == true}");
    }
}
