using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers.Sheets;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Registers;

/// <summary>Registers out over HTTP, for spreadsheets and programs.</summary>
internal static class RegisterEndpoints
{
    public static void MapRegisters(this WebApplication web) =>
        web.MapGet("/launches/{key}/registers/{register}/cells.csv", DownloadAsync).ExcludeFromDescription();

    /// <param name="bom">Begin with a byte order mark: some spreadsheets know UTF-8 by nothing else.</param>
    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        string key, string register, ClaimsPrincipal user, LaunchBoards boards, CancellationToken ct, bool bom = false)
    {
        var view = await boards.ViewAsync(key, user.AsViewer(), ct);
        if (view is null || Permissions.WhyNot(LaunchAction.Export, view.Me, view.Board) is not null
            || view.Board.Facts.Registers.FirstOrDefault(r => r.Key == register) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var text = RegisterSheet.Csv(found, view.Readiness.Registers.First(t => t.Key == register));
        return TypedResults.File(
            [.. bom ? Encoding.UTF8.Preamble.ToArray() : [], .. Encoding.UTF8.GetBytes(text)],
            "text/csv; charset=utf-8", $"{key}-{register}.csv");
    }
}
