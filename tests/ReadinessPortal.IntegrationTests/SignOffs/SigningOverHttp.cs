using System.Net;
using System.Text.RegularExpressions;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.IntegrationTests.SignOffs;

/// <summary>
/// The signing forms as plain HTTP: what a browser without scripts, or somebody at a console, can send.
/// </summary>
public sealed class SigningOverHttp
{
    private const string Page = $"/launches/{DemoPortal.Launch}/sign-off";
    private const string FreezePage = $"/launches/{DemoPortal.Launch}/revisions/freeze";

    [Fact]
    public async Task A_form_that_somebody_else_made_up_is_refused_and_the_refusal_is_audited()
    {
        await using var portal = await DemoPortal.StartAsync();
        var sha256 = await FreezeAsync(portal);
        using var auditor = await portal.SignedInAsync("auditor");

        using var answer = await SignAsync(auditor, "platform-lead", sha256);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("signs as Platform Engineering Lead");
        var audit = await portal.Get<ReadAudit>().RunAsync(DemoPortal.Launch, 1, await portal.ViewerAsync("auditor"));
        audit!.Lines[0].Summary.Should().Contain("signs as Platform Engineering Lead");
        audit.Verified.Should().BeTrue();
    }

    [Fact]
    public async Task A_wrong_hash_signs_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FreezeAsync(portal);
        using var lead = await portal.SignedInAsync("platform-lead");

        using var answer = await SignAsync(lead, "platform-lead", new string('0', 64));

        (await answer.Content.ReadAsStringAsync()).Should().Contain("is not revision 1 as it was frozen");
    }

    [Fact]
    public async Task A_signature_is_followed_by_a_redirect_so_that_nothing_is_sent_twice()
    {
        await using var portal = await DemoPortal.StartAsync();
        var sha256 = await FreezeAsync(portal);
        using var lead = await portal.SignedInAsync("platform-lead");

        using var answer = await SignAsync(lead, "platform-lead", sha256);
        using var again = await SignAsync(lead, "platform-lead", sha256);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().EndWith("/sign-off?done=signed");
        (await again.Content.ReadAsStringAsync()).Should().Contain("has already signed as Platform Engineering Lead");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_signs_once_and_says_what_stands()
    {
        await using var portal = await DemoPortal.StartAsync();
        var sha256 = await FreezeAsync(portal);
        using var lead = await portal.SignedInAsync("platform-lead");
        Dictionary<string, string> named = new() { ["Form.Request"] = $"{Guid.CreateVersion7()}" };

        using var answer = await SignAsync(lead, "platform-lead", sha256, named);
        using var again = await SignAsync(lead, "platform-lead", sha256, named);

        answer.Headers.Location!.ToString().Should().EndWith("/sign-off?done=signed");
        again.Headers.Location!.ToString().Should().EndWith("/sign-off?done=before");
    }

    [Fact]
    public async Task Freezing_again_lists_the_signatures_that_would_stop_counting_and_needs_a_tick()
    {
        await using var portal = await DemoPortal.StartAsync();
        var sha256 = await FreezeAsync(portal);
        using var lead = await portal.SignedInAsync("platform-lead");
        using var signed = await SignAsync(lead, "platform-lead", sha256);
        var manager = await portal.ViewerAsync("manager");
        var title = (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager))!.Launch.Title;
        await portal.Get<EditFacts>().RunAsync(
            DemoPortal.Launch, [FactChange.Setting(FactPath.Launch, "title", title, $"{title}, again")], manager);
        using var browser = await portal.SignedInAsync("manager");

        var page = await browser.GetStringAsync(new Uri(FreezePage, UriKind.Relative));
        using var unticked = await browser.PostFormAsync(FreezePage, "freeze", FieldsOf(page));
        using var ticked = await browser.PostFormAsync(
            FreezePage, "freeze", new(FieldsOf(page)) { ["Form.Agreed"] = "true" });

        page.Should().Contain("would stop counting").And.Contain("Platform Engineering Lead: approved");
        (await unticked.Content.ReadAsStringAsync()).Should().Contain("This sign-off would stop counting:");
        ticked.Headers.Location!.ToString().Should().EndWith("/sign-off?done=frozen");
    }

    private static Dictionary<string, string> FieldsOf(string page) =>
        Regex.Matches(page, "type=\"hidden\" name=\"(Form[^\"]*)\" value=\"([^\"]*)\"")
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    [Fact]
    public async Task What_was_typed_is_still_there_after_a_refusal_except_the_password()
    {
        await using var portal = await DemoPortal.StartAsync();
        var sha256 = await FreezeAsync(portal);
        using var lead = await portal.SignedInAsync("qa-lead");

        using var answer = await SignAsync(lead, "qa-lead", sha256, new()
        {
            ["Form.Decision"] = "Conditional",
            ["Form.Comment"] = "Only if the two tests pass",
            ["Form.Conditions[0].Text"] = "Fix both tests",
        });

        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain("Condition 1 needs an owner and a due date.")
            .And.Contain("Only if the two tests pass").And.Contain("Fix both tests")
            .And.NotContain(DemoPersonas.Password);
    }

    [Fact]
    public async Task A_comment_beyond_its_limit_comes_back_whole_with_its_problem_beside_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        var sha256 = await FreezeAsync(portal);
        using var lead = await portal.SignedInAsync("qa-lead");
        var comment = new string('x', TextLimits.Comment + 210);

        using var answer = await SignAsync(
            lead, "qa-lead", sha256, new() { ["Form.Decision"] = "Reject", ["Form.Comment"] = comment });

        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain($">{comment}</textarea>")
            .And.Contain("The comment is too long: 4,210 of 4,000 characters. Shorten it by 210.")
            .And.Contain("This is too long: 4,210 of 4,000 characters.");
    }

    [Fact]
    public async Task A_comment_of_many_lines_has_as_many_characters_as_the_page_counted()
    {
        await using var portal = await DemoPortal.StartAsync();
        var sha256 = await FreezeAsync(portal);
        using var lead = await portal.SignedInAsync("qa-lead");
        var lines = string.Join("\r\n", Enumerable.Repeat("x", TextLimits.Comment / 2));

        using var answer = await SignAsync(
            lead, "qa-lead", sha256, new() { ["Form.Decision"] = "Reject", ["Form.Comment"] = lines });

        answer.Headers.Location!.ToString().Should().EndWith("/sign-off?done=signed");
    }

    private static async Task<string> FreezeAsync(DemoPortal portal)
    {
        var manager = await portal.ViewerAsync("manager");
        var boards = portal.Get<LaunchBoards>();
        var view = await boards.ViewAsync(DemoPortal.Launch, manager);
        await portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(view!.Board), manager);
        return (await boards.ViewAsync(DemoPortal.Launch, manager))!.Board.NewestRevision!.Sha256;
    }

    private static async Task<HttpResponseMessage> SignAsync(
        HttpClient client, string role, string sha256, Dictionary<string, string>? more = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["_handler"] = "sign",
            ["__RequestVerificationToken"] =
                Forms.TokenIn(await client.GetStringAsync(new Uri("/sign-out", UriKind.Relative))),
            ["Form.Revision"] = "1",
            ["Form.Sha256"] = sha256,
            ["Form.Role"] = role,
            ["Form.Decision"] = "Approve",
            ["Form.Password"] = DemoPersonas.Password,
        };
        foreach (var (name, value) in more ?? [])
        {
            fields[name] = value;
        }

        using var form = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(Page, UriKind.Relative), form);
    }
}
