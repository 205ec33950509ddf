using System.Diagnostics;
using System.IO.Compression;
using Microsoft.Playwright;
using OtpNet;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>A CTO signs with a passkey, a CFO by the company's provider, a CEO with password and code; and whoever has
/// the report afterwards finds it genuine, on a page, with a reader of PDF files, and with a shell.</summary>
public sealed class SigningEachTheirWay(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task Three_executives_prove_who_they_are_and_the_report_proves_it_afterwards()
    {
        await using var provider = await ProviderProcess.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        await provider.RegisterAsync(portal.Address);
        await using var cara = await Person.AtAsync(browser, portal, persona: null);
        await ComeInAsync(cara.Page);
        await AskTheExecutivesAsync(portal);

        await SignAsCtoAsync(portal);
        await SignAsCfoAsync(cara);
        await DecideAsCeoAsync(portal);

        (await portal.ScalarAsync("""
            select string_agg(convert_from(record, 'UTF8')::jsonb ->> 'authentication', ', ' order by number)
            from seals where number > 4
            """)).Should().Be("passkey, single sign-on (Example ID), password and authenticator app");
        await TheReportIsGenuineAsync(portal);
        await TheRecipeIsSatisfiedAsync(portal);
    }

    private static async Task ComeInAsync(IPage page)
    {
        await page.GotoAsync("/work");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in by Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cara Example" }).ClickAsync();
        await Expect(page.GetByText("Cara Example")).ToBeVisibleAsync();
    }

    // The leads sign, by what a form would ask for.
    private static async Task AskTheExecutivesAsync(DemoPortal portal)
    {
        var manager = await portal.ViewerAsync("manager");
        var cara = await portal.ViewerAsync("cara");
        var boards = portal.Get<LaunchBoards>();
        Done(await portal.Get<AssignRole>().RunAsync(DemoPortal.Launch, "cfo", cara.UserId, cara.Name, manager));
        var live = await boards.ViewAsync(DemoPortal.Launch, manager);
        Done(await portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(live!.Board), manager));
        var head = (await boards.ViewAsync(DemoPortal.Launch, manager))!.Board.NewestRevision!;
        foreach (var role in new[] { "platform-lead", "security-lead", "database-lead", "qa-lead" })
        {
            Done(await portal.Get<SignLaunch>().RunAsync(
                DemoPortal.Launch,
                new SignRequest(head.Number, head.Sha256, role, SignOffDecision.Approve, null, [], "password"),
                await portal.ViewerAsync(role)));
        }
    }

    private async Task SignAsCtoAsync(DemoPortal portal)
    {
        // A passkey belongs to a name, and the address of a test is a number.
        await using var cto = await Person.AtAsync(
            browser, portal, "cto", at: new UriBuilder(portal.Address) { Host = "localhost" }.Uri);
        await Authenticator.OfAsync(cto.Page);
        await cto.Page.GotoAsync("/account/passkeys");
        await cto.Page.GetByLabel("Name, by which").FillAsync("Laptop");
        await cto.Page.GetByLabel("Your password, again").FillAsync(DemoPersonas.Password);
        await cto.ClickAsync("Add a passkey");
        await Expect(cto.Page.GetByText("The passkey Laptop is added.")).ToBeVisibleAsync();
        await cto.OpenAsync("sign-off");
        await Expect(cto.Page.GetByLabel("Your password, again")).ToHaveCountAsync(0);
        await cto.Page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
        await cto.ClickAsync("Sign with a passkey");
        await cto.IsRecordedAsync();
    }

    private static async Task SignAsCfoAsync(Person cara)
    {
        await cara.OpenAsync("sign-off");
        await cara.Page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
        await cara.Page.Locator("#sign").GetByRole(AriaRole.Link, new() { Name = "Confirm with Example ID" })
            .ClickAsync();
        await cara.Page.GetByRole(AriaRole.Button, new() { Name = "Cara Example" }).ClickAsync();
        await Expect(cara.Page.Locator("#sign")).ToContainTextAsync("Example ID confirmed at");
        await cara.ClickAsync("Sign revision");
        await cara.IsRecordedAsync();
    }

    private async Task DecideAsCeoAsync(DemoPortal portal)
    {
        await using var ceo = await Person.AtAsync(browser, portal, "ceo");
        await ceo.Page.GotoAsync("/account");
        await ceo.Page.GetByRole(AriaRole.Link, new() { Name = "Add the second factor" }).ClickAsync();
        var shown = await ceo.Page.Locator("code.secret").InnerTextAsync();
        var secret = shown.Replace(" ", "", StringComparison.Ordinal);
        var app = new Totp(Base32Encoding.ToBytes(secret));
        await ceo.Page.GetByLabel("Code that the app shows").FillAsync(app.ComputeTotp());
        await ceo.Page.GetByLabel("Your password, again").FillAsync(DemoPersonas.Password);
        await ceo.ClickAsync("Add the app");
        await Expect(ceo.Page.Locator(".codes li")).ToHaveCountAsync(10);
        await ceo.OpenAsync("sign-off");
        await ceo.Page.GetByLabel("NO, we do not launch").CheckAsync();
        await ceo.Page.GetByLabel("Comment").FillAsync("Not before the tests pass.");
        await ceo.EnterPasswordAsync();
        // The code of now was taken when the app was added; that of the next step counts already.
        await ceo.Page.GetByLabel("Code of your authenticator app").FillAsync(
            app.ComputeTotp(DateTime.UtcNow.AddSeconds(30)));
        await ceo.ClickAsync("Sign and decide");
        await Expect(ceo.Page.GetByLabel("Final decision")).ToContainTextAsync("NO");
    }

    private async Task TheReportIsGenuineAsync(DemoPortal portal)
    {
        await using var auditor = await Person.AtAsync(browser, portal, "auditor");
        var answer = await auditor.Page.APIRequest.GetAsync($"/api/v1/launches/{DemoPortal.Launch}/report.pdf");
        var pdf = await answer.BodyAsync();
        await auditor.Page.GotoAsync("/verify");
        await auditor.Page.GetByLabel("Report or package").SetInputFilesAsync(
            new FilePayload { Name = "report.pdf", MimeType = "application/pdf", Buffer = pdf });
        await auditor.ClickAsync("Verify");
        await Expect(auditor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Genuine: report.pdf");
        await auditor.ReadsAsync("Cara Example");
        await auditor.ReadsAsync("password and authenticator app");
        auditor.Complaints.Should().BeEmpty();

        var folder = Directory.CreateTempSubdirectory("report-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "report.pdf"), pdf);
        (await SaidAsync("pdfsig", Path.Combine(folder, "report.pdf"))).Should().Contain("Signature is Valid.")
            .And.Contain("Total document signed");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task TheRecipeIsSatisfiedAsync(DemoPortal portal)
    {
        using var client = await portal.SignedInAsync("auditor");
        var zip = await client.GetByteArrayAsync(
            new Uri($"/api/v1/launches/{DemoPortal.Launch}/signatures.zip", UriKind.Relative));
        var folder = Directory.CreateTempSubdirectory("signatures-").FullName;
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(zip), folder);
        (await SaidAsync("sh", Path.Combine(folder, "check.sh"))).Should().Contain("record-0007.json: sound");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> SaidAsync(string program, string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, said);
        return said;
    }

    private static void Done(Outcome outcome) => outcome.Should().BeOfType<Outcome.Done>();
}
