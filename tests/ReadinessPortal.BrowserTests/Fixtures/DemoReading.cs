using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.IntegrationTests.Fixtures;
using UglyToad.PdfPig;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>What a journey looks up beside the browser.</summary>
public static class DemoReading
{
    /// <summary>Claims with an open finding of high severity, in the order of the page.</summary>
    public static async Task<IReadOnlyList<string>> HeadlinesAsync(this DemoPortal portal)
    {
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager"));
        return [.. view!.Readiness.Findings
            .Where(f => f is { Severity: FindingSeverity.High, Status: FindingStatus.Open }).Select(f => f.Claim)];
    }

    /// <summary>The text of the newest report, as an auditor downloads it.</summary>
    public static async Task<string> ReportAsync(this DemoPortal portal)
    {
        using var client = await portal.SignedInAsync("auditor");
        var pdf = await client.GetByteArrayAsync(
            new Uri($"/api/v1/launches/{DemoPortal.Launch}/report.pdf", UriKind.Relative));
        using var document = PdfDocument.Open(pdf);
        return string.Join(' ', document.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
    }
}
