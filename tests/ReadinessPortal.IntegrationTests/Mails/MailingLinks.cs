using System.Net;
using System.Text.RegularExpressions;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Mails;

namespace ReadinessPortal.IntegrationTests.Mails;

/// <summary>Links to accounts come by mail, work once, and stand nowhere else.</summary>
public sealed partial class MailingLinks
{
    private const string Password = Fixtures.Accounts.Password;
    private const string Secret = "/account/link/[-_A-Za-z0-9]{43}";

    [Fact]
    public async Task Whoever_is_invited_gets_one_mail_whose_link_lets_them_choose()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        using var administrator = await portal.SignedInAsync("manager");

        var page = await InviteAsync(administrator);
        await server.TakesAsync(1);

        page.Should().Contain("A mail goes to Anna Meier at a.meier@company.example").And.NotMatchRegex(Secret);
        var mail = server.Taken.Single();
        mail.To.Mailboxes.Single().Address.Should().Be("a.meier@company.example");
        mail.Subject.Should().Be("You are invited to ReadinessPortal");
        mail.TextBody.Should().Contain("Anna Meier, you have an account").And.Contain("You sign in as a.meier");
        var link = LinkOf(mail.TextBody);
        mail.HtmlBody.Should().Contain(link).And.NotContain("Choose what you get");
        mail.TextBody.Should().NotContain("Choose what you get");
        using var anna = portal.Anonymous();
        (await ChooseAsync(anna, link)).Should().Contain("Your password is set");
        using var inside = await portal.SignedInAsync("a.meier", password: Password);
        await portal.Get<MailSender>().SendDueAsync(default);
        server.Taken.Should().ContainSingle();
        (await portal.MailsAsync("Sent")).Should().Be(1);
    }

    [Fact]
    public async Task A_link_stands_in_the_mail_alone_and_one_that_is_sent_again_is_another()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        using var administrator = await portal.SignedInAsync("manager");
        await InviteAsync(administrator);
        await server.TakesAsync(1);
        var first = LinkOf(server.Taken.Single().TextBody);
        var id = await portal.ScalarAsync("select id::text from mails");

        var shown = await administrator.GetStringAsync(Of($"/mail/outbox/{id}"));
        shown.Should().Contain("You sign in as a.meier").And.NotMatchRegex(Secret);
        (await portal.ScalarAsync("select count(*) from identity.account_links")).Should().Be(1L);
        (await portal.ScalarAsync($"select m::text from mails m")).As<string>().Should()
            .NotContain(first.Split('/')[^1]);
        (await administrator.PostFormAsync($"/mail/outbox/{id}", "again", [])).Dispose();
        await server.TakesAsync(2);

        var second = LinkOf(server.Taken.Last().TextBody);
        using var anna = portal.Anonymous();
        (await anna.GetStringAsync(Of(first))).Should().Contain("This link no longer works");
        (await ChooseAsync(anna, second)).Should().Contain("Your password is set");
    }

    [Fact]
    public async Task A_server_that_took_it_and_did_not_say_so_leaves_one_link_that_works()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        using var administrator = await portal.SignedInAsync("manager");
        server.Next(MailAnswer.TakesAndDrops);

        await InviteAsync(administrator);
        await server.TakesAsync(1);
        await Patience.UntilAsync(async () => await portal.MailsAsync("Waiting") == 1);
        await portal.ScalarAsync("update mails set due_at = now() - interval '1 minute'");
        await portal.Get<MailSender>().SendDueAsync(default);
        await server.TakesAsync(2);

        server.Taken.Select(m => m.MessageId).Distinct().Should().ContainSingle();
        using var anna = portal.Anonymous();
        (await anna.GetStringAsync(Of(LinkOf(server.Taken.First().TextBody)))).Should()
            .Contain("This link no longer works");
        (await ChooseAsync(anna, LinkOf(server.Taken.Last().TextBody))).Should().Contain("Your password is set");
    }

    [Fact]
    public async Task A_reset_goes_by_mail_or_by_hand_and_a_disabled_account_gets_none()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        using var administrator = await portal.SignedInAsync("manager");
        var cfo = await portal.ViewerAsync("cfo");
        var person = $"/people/{cfo.UserId}";

        using (var answer = await administrator.PostFormAsync(person, "mail", []))
        {
            (await answer.Content.ReadAsStringAsync()).Should().Contain("A mail goes to CFO (demo)")
                .And.NotMatchRegex(Secret);
        }

        await server.TakesAsync(1);
        server.To("cfo").Single().Subject.Should().Be("Choose another password for ReadinessPortal");
        using var anybody = portal.Anonymous();
        (await ChooseAsync(anybody, LinkOf(server.To("cfo").Single().TextBody))).Should()
            .Contain("Your password is set");
        using (var answer = await administrator.PostFormAsync(person, "reset", []))
        {
            (await answer.Content.ReadAsStringAsync()).Should().MatchRegex(Secret);
        }

        server.Taken.Should().ContainSingle();
    }

    private static async Task<string> InviteAsync(HttpClient administrator)
    {
        using var answer = await administrator.PostFormAsync("/people", "invite", new()
        {
            ["Form.Name"] = "Anna Meier", ["Form.UserName"] = "a.meier", ["Form.Mail"] = "a.meier@company.example",
        });
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> ChooseAsync(HttpClient client, string link)
    {
        using var answer = await client.PostFormAsync(link, "choose", new()
        {
            ["Form.Password"] = Password, ["Form.Again"] = Password,
        });
        return await answer.Content.ReadAsStringAsync();
    }

    private static string LinkOf(string? text) => SecretLink().Match(text ?? "") is { Success: true } link ? link.Value
        : throw new InvalidOperationException(text);

    private static Uri Of(string path) => new(path, UriKind.Relative);

    [GeneratedRegex(Secret)]
    private static partial Regex SecretLink();
}
