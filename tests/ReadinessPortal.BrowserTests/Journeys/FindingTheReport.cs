using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using UglyToad.PdfPig;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>An executive on a phone gets the board's two pages with one tap, from wherever they look.</summary>
public sealed class FindingTheReport(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    [Theory]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("sign-off")]
    [InlineData("revisions")]
    public async Task The_two_pages_for_the_board_are_one_tap_away(string page)
    {
        var cfo = await browser.VisitorAsync(demo.Portal, "cfo");
        await cfo.Page.SetViewportSizeAsync(390, 844);
        await cfo.Page.GotoAsync(page == "/" ? page : $"/launches/{DemoPortal.Launch}/{page}".TrimEnd('/'));

        var link = cfo.Page.GetByRole(AriaRole.Link, new() { Name = "board, 2 pages" }).First;
        await Assertions.Expect(link).ToBeVisibleAsync();
        var answer = await cfo.Page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);

        using var pdf = PdfDocument.Open(await answer.BodyAsync());
        pdf.NumberOfPages.Should().Be(2);
        pdf.GetPage(1).Text.Should().Contain("Revision 1").And.Contain("NO-GO");
    }
}
