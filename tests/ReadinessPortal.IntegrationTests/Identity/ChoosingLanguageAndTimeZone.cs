using System.Net;
using ReadinessPortal.Application.Members;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Shell;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Identity;

/// <summary>What one chooses for oneself on the page of one's account.</summary>
public sealed class ChoosingLanguageAndTimeZone
{
    private static readonly Uri _account = new(Links.Account, UriKind.Relative);

    [Fact]
    public async Task Times_are_shown_in_ones_own_zone_from_then_on()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var client = await portal.SignedInAsync("manager");
        (await client.GetStringAsync(_account)).Should().Contain("(UTC)").And.Contain("value=\"English\" checked");

        using (var saved = await ChooseAsync(client, "German", "Asia/Tokyo"))
        {
            saved.Headers.Location!.ToString().Should().EndWith("/account?done=preferences#preferences");
        }

        var page = await client.GetStringAsync(_account);
        page.Should().Contain("(Tokyo)").And.NotContain("(UTC)").And.Contain("value=\"German\" checked")
            .And.Contain("<option value=\"Asia/Tokyo\" selected");
        (await GetAsync(client, Links.People)).Should().Contain("(Tokyo)").And.NotContain("(UTC)");
        (await GetAsync(client, Links.Person((await portal.ViewerAsync("manager")).UserId))).Should()
            .Contain("(Tokyo)");
        (await GetAsync(client, Links.Mail)).Should().Contain("in your time zone (Tokyo)");
        using var other = await portal.SignedInAsync("cfo");
        (await other.GetStringAsync(_account)).Should().Contain("(UTC)");
        (await GetAsync(other, Links.Mail)).Should().Contain("in the time zone of the launch");
    }

    [Theory]
    [InlineData("German", "Europe/Atlantis", "&#x27;Europe/Atlantis&#x27; is no time zone that this portal knows")]
    [InlineData("Latin", "UTC", "does not write mails in that language")]
    [InlineData("7", "UTC", "does not write mails in that language")]
    public async Task What_there_is_not_is_refused_and_nothing_is_saved(string language, string zone, string why)
    {
        await using var portal = await DemoPortal.StartAsync();
        using var client = await portal.SignedInAsync("cfo");

        using var answer = await ChooseAsync(client, language, zone);

        (await answer.Content.ReadAsStringAsync()).Should().Contain(why);
        (await portal.ScalarAsync("select count(*) from preferences")).Should().Be(0L);
    }

    [Fact]
    public async Task A_zone_that_is_known_no_more_is_said_and_times_are_in_UTC()
    {
        await using var portal = await DemoPortal.StartAsync();
        var cfo = await portal.ViewerAsync("cfo");
        Done(await portal.Get<ChoosePreferences>().RunAsync(MailLanguage.German, "Asia/Tokyo", cfo));
        await portal.ScalarAsync("update preferences set time_zone = 'Europe/Atlantis'");
        using var client = await portal.SignedInAsync("cfo");

        (await client.GetStringAsync(_account)).Should().Contain("does not know the time zone Europe/Atlantis any more")
            .And.Contain("(UTC)").And.Contain("value=\"German\" checked");
        (await GetAsync(client, Links.Mail)).Should().Contain("in the time zone of the launch");
    }

    [Fact]
    public async Task A_mail_with_a_link_says_until_when_in_the_zone_and_language_of_whom_it_is_for()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        var cfo = await portal.ViewerAsync("cfo");
        Done(await portal.Get<ChoosePreferences>().RunAsync(MailLanguage.German, "Asia/Tokyo", cfo));
        using var administrator = await portal.SignedInAsync("manager");

        (await administrator.PostFormAsync(Links.Person(cfo.UserId), "mail", [])).Dispose();
        await server.TakesAsync(1);

        var mail = server.To("cfo").Single();
        mail.Subject.Should().Be("Neues Passwort für ReadinessPortal");
        mail.TextBody.Should().MatchRegex(@"bis zum \d+\. \p{L}+ \d{4}, \d\d:\d\d Uhr \(Tokyo\)")
            .And.Contain("weil Sie ein Konto in diesem Portal haben");
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient client, string language, string zone) =>
        client.PostFormAsync(Links.Account, "preferences", new()
        {
            ["Form.Language"] = language, ["Form.TimeZone"] = zone,
        });

    private static async Task<string> GetAsync(HttpClient client, string path) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
}
