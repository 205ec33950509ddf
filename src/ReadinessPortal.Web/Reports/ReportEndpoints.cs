using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;
using ReadinessPortal.Web.Starting;
using ReadinessPortal.Web.Tokens;

namespace ReadinessPortal.Web.Reports;

/// <summary>The executive report over HTTP.</summary>
internal static class ReportEndpoints
{
    /// <param name="launches">The group of addresses that begin with those of all launches.</param>
    public static void MapReport(this RouteGroupBuilder launches) =>
        launches.MapGet("/{key}/report.pdf", ReportAsync)
            .WithSummary("The executive report of a revision, newest by default")
            .WithDescription(
                "profile: full, or board for two pages; paper: A4 or letter; live=true: a draft of live data")
            .ForTokens(TokenScope.LaunchRead)
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>For links in mails: an address of the API says no to whoever has not signed in, and this one asks them
    /// to.</summary>
    public static void MapReportPages(this WebApplication web) =>
        web.MapGet("/launches/{key}/revisions/{revision:int}/report",
            (string key, int revision) => TypedResults.Redirect(Links.Report(key, revision))).ExcludeFromDescription();

    private static async Task<IResult> ReportAsync(
        string key, [FromQuery(Name = "revision")] string? asked, [FromQuery(Name = "live")] string? facts,
        string? profile, string? paper, HttpContext http,
        LaunchReports reports, CancellationToken ct)
    {
        if (ReportForms.WhyNot(profile, paper, asked, facts) is { } unknown)
        {
            return Problems.Of(unknown);
        }

        var (revision, isLive) = (ReportForms.Revision(asked), ReportForms.IsLive(facts));
        if (isLive && revision is not null)
        {
            return Problems.Of(new LiveRevision());
        }

        var (form, viewer) = (ReportForms.Read(profile, paper), http.User.AsViewer());
        var opened = isLive
            ? await reports.OpenLiveAsync(key, form, viewer, ct)
            : await reports.OpenAsync(key, revision, form, viewer, ct);
        if (opened is not { } report)
        {
            return Problems.Of(revision is { } number ? new NoSuchRevision(key, number) : new NoSuchLaunch(key));
        }

        // The framework answers that the reader has these bytes, where they do.
        var tag = report.IsFinal
            ? KeptBytes.Mark(http.Response, Convert.ToHexStringLower(SHA256.HashData(report.Pdf)))
            : null;
        return TypedResults.Bytes(report.Pdf, "application/pdf", report.FileName, entityTag: tag);
    }
}
