using MimeKit;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Mails;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Mails;

/// <summary>What a change has to be told to people comes out of a mail server, once.</summary>
public sealed class SendingMail
{
    private const string SignOff = $"https://readiness.example.org/launches/{DemoPortal.Launch}/sign-off";

    private static readonly string[] _leads = ["platform-lead", "security-lead", "database-lead", "qa-lead"];

    [Fact]
    public async Task Whose_turn_it_is_is_told_and_the_next_when_theirs_comes()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();

        await portal.FreezeAsync();
        await server.TakesAsync(4);

        Recipients(server).Should().BeEquivalentTo(_leads);
        var mail = server.To("qa-lead").Single();
        mail.Subject.Should().Be($"{DemoPortal.Launch}: revision 1 waits for your sign-off");
        mail.From.Mailboxes.Single().Address.Should().Be("readiness@example.org");
        mail.Headers[HeaderId.AutoSubmitted].Should().Be("auto-generated");
        mail.TextBody.Should().Contain("It is your turn to sign").And.Contain($"{SignOff}#mine-title")
            .And.Contain("It says NO-GO").And.Contain("/revisions/1/report").And.Contain("/mail");
        mail.HtmlBody.Should().Contain($"href=\"{SignOff}#mine-title\"").And.NotContain("<img").And.NotContain("<form");

        foreach (var lead in _leads)
        {
            await portal.SignAsync(lead);
        }

        await server.TakesAsync(6);
        Recipients(server)[4..].Should().BeEquivalentTo("cto", "cfo");
        await portal.SignAsync("cto");
        await portal.SignAsync("cfo");
        await server.TakesAsync(7);
        server.To("ceo").Single().Subject.Should().EndWith("waits for your final decision");
        Done(await portal.DecideAsync(proceed: true, "The market will not wait"));

        await server.TakesAsync(15);
        var told = server.To("auditor").Single();
        told.Subject.Should().Be($"{DemoPortal.Launch}: YES on revision 1");
        told.TextBody.Should().Contain("Reason: The market will not wait").And.Contain("/revisions/1/report");
        server.To("ceo").Should().ContainSingle("who decided knows it");
        await portal.Get<MailSender>().SendDueAsync(default);
        server.Taken.Should().HaveCount(15);
        (await portal.MailsAsync("Sent")).Should().Be(15);
    }

    [Fact]
    public async Task A_rejection_and_a_withdrawal_reach_the_manager_and_those_who_signed()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        await portal.FreezeAsync();
        await server.TakesAsync(4);
        await portal.SignAsync("platform-lead");

        await portal.SignAsync("qa-lead", SignOffDecision.Reject);
        await server.TakesAsync(6);

        Recipients(server)[4..].Should().BeEquivalentTo("manager", "platform-lead");
        var mail = server.To("manager").Single();
        mail.Subject.Should().Be($"{DemoPortal.Launch}: QA Lead rejected revision 1");
        mail.TextBody.Should().Contain("Reason: Not <b>so</b>, says qa-lead");
        mail.HtmlBody.Should().Contain("Not &lt;b&gt;so&lt;/b&gt;");

        await portal.WithdrawAsync("qa-lead");
        await server.TakesAsync(8);
        server.To("platform-lead").Last().TextBody.Should().Contain("Reason: Read it again");
    }

    [Fact]
    public async Task A_newer_revision_says_what_changed_since_one_signed()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        await portal.FreezeAsync();
        await server.TakesAsync(4);
        await portal.SignAsync("qa-lead");

        await portal.RetitleAsync("Another title");
        await portal.FreezeAsync();
        await Patience.UntilAsync(() => server.To("qa-lead").Any(m => m.Subject!.EndsWith(
            "revision 2 waits for your sign-off, again", StringComparison.Ordinal)));

        server.To("qa-lead").Last().TextBody.Should().Contain("What changed since revision 1").And
            .Contain("Another title");
        server.To("platform-lead").Last().TextBody.Should().NotContain("What changed since");
    }

    [Fact]
    public async Task Whoever_may_answer_reads_what_they_are_asked()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        await portal.FreezeAsync();
        await server.TakesAsync(4);

        Done(await portal.Get<RequestWaiver>().RunAsync(DemoPortal.Launch,
            new("e2e-tests", "Two tests of a page nobody uses", "Looked at by hand", new(2027, 3, 31)),
            await portal.ViewerAsync("qa-lead")));
        await server.TakesAsync(8);

        Recipients(server)[4..].Should().BeEquivalentTo("manager", "cto", "cfo", "ceo");
        var mail = server.To("cfo").Single();
        mail.Subject.Should().StartWith($"{DemoPortal.Launch}: QA lead (demo) asks for a waiver of ");
        mail.TextBody.Should().Contain("Reason: Two tests of a page nobody uses")
            .And.Contain("Compensating control: Looked at by hand")
            .And.Contain($"https://readiness.example.org/launches/{DemoPortal.Launch}/criteria/e2e-tests#waiver");

        Done(await portal.Get<RequestGuardedChange>().RunAsync(DemoPortal.Launch,
            [FactChange.Setting(FactPath.Launch, "validity.tests", null, "21")], "As measured by everybody",
            await portal.ViewerAsync("manager")));
        await server.TakesAsync(11);
        server.To("cfo").Last().TextBody.Should().Contain("Reason: As measured by everybody")
            .And.Contain("What it would improve").And.Contain($"/launches/{DemoPortal.Launch}/changes");
    }

    [Fact]
    public async Task A_digest_is_one_mail_with_everything_that_waited()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        Done(await portal.Get<ChooseMails>().RunAsync(
            Enum.GetValues<MailKind>(), isDigest: true, await portal.ViewerAsync("manager")));
        await portal.FreezeAsync();
        await server.TakesAsync(4);
        await portal.SignAsync("qa-lead", SignOffDecision.Reject);
        await portal.SignAsync("platform-lead", SignOffDecision.Reject);
        await server.TakesAsync(5);
        server.To("manager").Should().BeEmpty();

        await portal.ScalarAsync("update mails set due_at = now() where id = "
            + "(select id from mails where is_digest order by id limit 1)");
        await portal.Get<MailSender>().SendDueAsync(default);
        await server.TakesAsync(6);

        var mail = server.To("manager").Single();
        mail.Subject.Should().Be("Two messages from ReadinessPortal");
        mail.TextBody.Should().Contain("QA Lead rejected revision 1").And
            .Contain("Platform Engineering Lead rejected revision 1");
        await Patience.UntilAsync(async () => await portal.MailsAsync("Sent") == 7);
    }

    [Fact]
    public async Task Whoever_chose_German_gets_German_and_the_others_English()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        Done(await portal.Get<ChoosePreferences>().RunAsync(
            MailLanguage.German, "Europe/Berlin", await portal.ViewerAsync("qa-lead")));
        Done(await portal.Get<ChoosePreferences>().RunAsync(
            MailLanguage.German, "Europe/Berlin", await portal.ViewerAsync("manager")));

        await portal.FreezeAsync();
        await server.TakesAsync(4);
        await portal.SignAsync("platform-lead", SignOffDecision.Reject);
        await server.TakesAsync(5);

        var mail = server.To("qa-lead").Single();
        mail.Subject.Should().Be($"{DemoPortal.Launch}: Revision 1 wartet auf Ihre Freigabe");
        mail.TextBody.Should().Contain("Als QA Lead geben Sie Revision 1 frei oder lehnen sie ab.")
            .And.Contain("Stand der Revision: NO-GO,").And.Contain($"{SignOff}#mine-title")
            .And.Contain("Auswählen, was Sie erhalten");
        mail.HtmlBody.Should().Contain("<html lang=\"de\">");
        server.To("security-lead").Single().TextBody.Should().Contain("It is your turn to sign");
        var told = server.To("manager").Single();
        told.Subject.Should().Be($"{DemoPortal.Launch}: Platform Engineering Lead hat Revision 1 abgelehnt");
        told.TextBody.Should().Contain("Begründung: Not <b>so</b>, says platform-lead");

        var id = await portal.ScalarAsync("select id::text from mails where kind = 'Setback'");
        using var administrator = await portal.SignedInAsync("manager");
        (await administrator.GetStringAsync(new Uri($"/mail/outbox/{id}", UriKind.Relative))).Should()
            .Contain("<pre tabindex=\"0\" lang=\"de\"").And.Contain("(Berlin)").And.NotContain("(UTC)");
    }

    private static List<string> Recipients(TestMailServer server) =>
        [.. server.Taken.SelectMany(m => m.To.Mailboxes).Select(a => a.LocalPart)];
}
