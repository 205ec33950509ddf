using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.IntegrationTests.Mails;

/// <summary>The pages of mail, as a browser sends their forms.</summary>
public sealed class ChoosingAndLookingAfterMail
{
    private static readonly Uri _mail = new(Links.Mail, UriKind.Relative);
    private static readonly Uri _outbox = new(Links.Outbox, UriKind.Relative);

    [Fact]
    public async Task Each_person_says_where_their_mail_goes_and_what_they_want()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var client = await portal.SignedInAsync("cfo");
        (await client.GetStringAsync(_mail)).Split("type=\"checkbox\"").Skip(1).Should()
            .HaveCount(5).And.OnlyContain(box => box.Contains("checked", StringComparison.Ordinal));

        using (var wrong = await client.PostFormAsync(Links.Mail, "mail", new() { ["Form.Address"] = "cfo@" }))
        {
            (await wrong.Content.ReadAsStringAsync()).Should().Contain("This is no address that a mail can be sent to");
        }

        using (var saved = await client.PostFormAsync(Links.Mail, "mail", new()
        {
            ["Form.Address"] = "cfo@example.com", ["Form.Wanted"] = "Decision", ["Form.Digest"] = "true",
        }))
        {
            saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        }

        var page = await client.GetStringAsync(_mail);
        page.Should().Contain("value=\"cfo@example.com\"");
        page.Should().MatchRegex("value=\"Decision\" checked").And.NotMatchRegex("value=\"YourTurn\" checked");
        page.Should().MatchRegex("value=\"true\" checked");
        (await portal.ScalarAsync("select array_to_string(off, ' ') || ', ' || is_digest from mail_choices")).Should()
            .Be("YourTurn SecondPerson Setback Due, true");
    }

    [Fact]
    public async Task An_administrator_reads_what_would_have_been_sent_and_nobody_else_does()
    {
        await using var portal = await DemoPortal.StartAsync();
        await portal.FreezeAsync();
        var id = (Guid)(await portal.ScalarAsync("select id from mails order by id limit 1"))!;
        using var administrator = await portal.SignedInAsync("manager");
        using var other = await portal.SignedInAsync("cfo");

        var list = await administrator.GetStringAsync(_outbox);
        list.Should().Contain("No SMTP server is configured").And.Contain("4 not sent").And.Contain("QA lead (demo)");
        var mail = WebUtility.HtmlDecode(
            await administrator.GetStringAsync(new Uri(Links.MailAt(id), UriKind.Relative)));
        mail.Should().Contain("not sent: no SMTP configured").And.Contain("It is your turn to sign")
            .And.Contain("No SMTP server is configured, so nothing can be sent").And.NotContain("Send again");

        foreach (var address in (Uri[])[_outbox, new(Links.MailAt(id), UriKind.Relative)])
        {
            var page = await other.GetStringAsync(address);
            page.Should().Contain("Only an administrator of the portal can see").And.NotContain("QA lead")
                .And.NotContain("your turn");
        }
    }

    [Fact]
    public async Task A_mail_is_sent_again_by_the_button_on_its_page()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        server.Next(MailAnswer.Refuses);
        await portal.FreezeAsync();
        await server.TakesAsync(3);
        await Patience.UntilAsync(async () => await portal.MailsAsync("Failed") == 1);
        var id = (Guid)(await portal.ScalarAsync("select id from mails where state = 'Failed'"))!;
        using var administrator = await portal.SignedInAsync("manager");

        using var sent = await administrator.PostFormAsync(Links.MailAt(id), "again", []);

        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await server.TakesAsync(4);
        (await portal.ScalarAsync("select count(*) from site_audit_entries where action = 'MailSentAgain'"))
            .Should().Be(1L);
    }

    [Fact]
    public async Task A_link_to_the_report_leads_through_the_door()
    {
        await using var portal = await DemoPortal.StartAsync();
        await portal.FreezeAsync();
        var report = new Uri(Links.ReportPage(DemoPortal.Launch, 1), UriKind.Relative);
        using var stranger = portal.Anonymous();
        using var asked = await stranger.GetAsync(report);
        asked.Headers.Location!.ToString().Should().Contain("/sign-in").And.Contain("report");

        using var client = await portal.SignedInAsync("cfo");
        using var led = await client.GetAsync(report);
        led.Headers.Location!.ToString().Should().Be(Links.Report(DemoPortal.Launch, 1));
    }
}
