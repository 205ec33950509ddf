using System.Net;
using System.Text.Json.Nodes;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.IntegrationTests.SignOffs;

/// <summary>A signature takes the strongest proof that its signer has, and says which; an open session is none.
/// </summary>
public sealed class SteppingUp
{
    private const string Page = $"/launches/{DemoPortal.Launch}/sign-off";

    private const string Browser = "Browser/12 (test)";

    private static readonly TimeSpan _step = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Whoever_has_an_app_signs_by_password_and_a_code_that_is_taken_once()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");
        lead.DefaultRequestHeaders.Add("User-Agent", Browser);
        var secret = await lead.AddAppAsync();
        await FreezeAsync(portal);

        (await lead.GetStringAsync(new Uri(Page, UriKind.Relative))).Should().Contain("name=\"Form.Code\"");
        (await SignAsync(portal, lead, [])).Should().Contain("Enter a code");
        (await SignAsync(portal, lead, new() { ["Form.Code"] = "000000" })).Should().Contain("Nothing was signed.");
        (await SignAsync(portal, lead, new() { ["Form.Code"] = "abcde-fghjk" })).Should().Contain("recovery code");
        var code = AppActs.CodeOf(secret, _step);
        var wrong = new Dictionary<string, string> { ["Form.Code"] = code, ["Form.Password"] = "wrong" };
        (await SignAsync(portal, lead, wrong)).Should().Contain("The password is not right.");
        (await SignAsync(portal, lead, new() { ["Form.Code"] = code, ["Form.Decision"] = "Reject" })).Should()
            .NotBeEmpty("a rejection needs a comment");
        (await SignAsync(portal, lead, new() { ["Form.Code"] = code })).Should().BeEmpty("what refused took no code");

        var signed = (await BoardAsync(portal)).RecordOf(1).SignOffs.Single();
        signed.Authentication.Should().Be("password and authenticator app");
        var record = JsonNode.Parse($"{await portal.ScalarAsync("select convert_from(record, 'UTF8') from seals")}")!;
        ((string?)record["authentication"]).Should().Be(signed.Authentication);
        ((string?)record["authenticatedAt"]).Should().NotBeNull();
        ((string?)record["ipAddress"]).Should().BeOneOf("127.0.0.1", "::1");
        ((string?)record["userAgent"]).Should().Be(Browser);
        record["opened"]!.AsArray().Select(o => (string?)o!["section"]).Should().Equal("sign-off");
        (await WithdrawAsync(lead, signed, code)).Should().Contain("not the code that the app shows now");
        (await BoardAsync(portal)).RecordOf(1).SignOffs.Single().Stands.Should().BeTrue();
    }

    [Fact]
    public async Task Whoever_has_a_passkey_does_not_sign_by_password()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");
        using var passkey = new SoftPasskey(portal.Address);
        await lead.AddAsync(passkey);
        await FreezeAsync(portal);

        (await lead.GetStringAsync(new Uri(Page, UriKind.Relative))).Should().NotContain("name=\"Form.Password\"");
        (await SignAsync(portal, lead, [])).Should().Contain("Use your passkey");

        (await BoardAsync(portal)).RecordOf(1).SignOffs.Should().BeEmpty();
        var refused = await portal.ScalarAsync(
            "select entry::jsonb->>'summary' from audit_entries order by seq desc limit 1");
        $"{refused}".Should().NotBeEmpty().And.NotContain("approved");
    }

    private static async Task FreezeAsync(DemoPortal portal)
    {
        var manager = await portal.ViewerAsync("manager");
        await portal.Get<FreezeLaunch>().RunAsync(
            DemoPortal.Launch, FreezeRequest.Of(await BoardAsync(portal)), manager);
    }

    private static async Task<Domain.Launches.LaunchBoard> BoardAsync(DemoPortal portal) =>
        (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager")))!.Board;

    /// <returns>What the page says; empty where it was signed.</returns>
    private static async Task<string> SignAsync(
        DemoPortal portal, HttpClient client, Dictionary<string, string> more)
    {
        var fields = new Dictionary<string, string>
        {
            ["Form.Revision"] = "1",
            ["Form.Sha256"] = (await BoardAsync(portal)).NewestRevision!.Sha256,
            ["Form.Role"] = "platform-lead",
            ["Form.Decision"] = "Approve",
            ["Form.Password"] = DemoPersonas.Password,
        };
        return await SendAsync(client, "sign", new(fields.Concat(more).GroupBy(f => f.Key)
            .ToDictionary(f => f.Key, f => f.Last().Value)));
    }

    private static Task<string> WithdrawAsync(HttpClient client, SignOff signed, string code) =>
        SendAsync(client, "withdraw", new()
        {
            ["Form.SignOff"] = $"{signed.Id}",
            ["Form.Reason"] = "Too early",
            ["Form.Password"] = DemoPersonas.Password,
            ["Form.Code"] = code,
        });

    private static async Task<string> SendAsync(HttpClient client, string form, Dictionary<string, string> fields)
    {
        using var answer = await client.PostFormAsync(Page, form, fields);
        return answer.StatusCode == HttpStatusCode.Redirect ? ""
            : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
