using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using UglyToad.PdfPig;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Reports;

/// <summary>What is done with the demo's launch until it has a report.</summary>
internal static class ReportActs
{
    public static Uri Report { get; } = new($"/api/v1/launches/{DemoPortal.Launch}/report.pdf", UriKind.Relative);

    public static async Task FrozenAsync(DemoPortal portal) => Done(await portal.Get<FreezeLaunch>()
        .RunAsync(DemoPortal.Launch, FreezeRequest.Of(await BoardAsync(portal)), await portal.ViewerAsync("manager")));

    public static async Task DecidedAsync(DemoPortal portal)
    {
        var newest = (await BoardAsync(portal)).NewestRevision!;
        Done(await portal.Get<DecideLaunch>().RunAsync(DemoPortal.Launch,
            new(newest.Number, newest.Sha256, Proceed: false, "Not like this", [], null, [], "password"),
            await portal.ViewerAsync("ceo")));
    }

    public static async Task<LaunchBoard> BoardAsync(DemoPortal portal) =>
        (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager")))!.Board;

    // Without its spaces, which a reader of PDF files guesses.
    public static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(string.Concat(document.GetPages().Select(p => p.Text)).Where(c => c != ' '));
    }

    public static Task<byte[]> ReportAsync(HttpClient client) => client.GetByteArrayAsync(Report);
}
