using System.Net;
using System.Text.RegularExpressions;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.IntegrationTests.Identity;

/// <summary>A password alone lets nobody in whose account has an authenticator app.</summary>
public sealed partial class AskingForASecondFactor
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_code_of_the_app_lets_in_once()
    {
        await using var portal = await DemoPortal.StartAsync();
        var (secret, _) = await AddAsync(portal, "ceo");
        using var browser = portal.Anonymous();

        var asked = await SignInAsync(browser, "ceo");
        asked.Should().Contain("Second factor").And.Contain("Your password is right");
        (await browser.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await EnterAsync(browser, "000000")).Should().Contain("not the code that the app shows now");
        (await EnterAsync(browser, "not a code")).Should().Contain("not the code that the app shows now");
        var code = AppActs.CodeOf(secret, _step);
        (await EnterAsync(browser, code)).Should().BeEmpty();
        (await browser.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.OK);

        using var other = portal.Anonymous();
        await SignInAsync(other, "ceo");
        (await EnterAsync(other, code)).Should().Contain("not the code that the app shows now");
        (await other.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Of_many_who_give_one_code_at_once_one_comes_in()
    {
        await using var portal = await DemoPortal.StartAsync();
        var (secret, codes) = await AddAsync(portal, "ceo");
        var browsers = Enumerable.Range(0, 6).Select(_ => portal.Anonymous()).ToList();
        await Task.WhenAll(browsers.Select(b => SignInAsync(b, "ceo")));

        var code = AppActs.CodeOf(secret, _step);
        var byApp = await Task.WhenAll(browsers.Take(3).Select(b => EnterAsync(b, code)));
        var byPaper = await Task.WhenAll(browsers.Skip(3).Select(b => EnterAsync(b, codes[0], "recovery")));

        byApp.Count(a => a.Length == 0).Should().Be(1);
        byPaper.Count(a => a.Length == 0).Should().Be(1);
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_however_it_is_typed_and_is_counted()
    {
        await using var portal = await DemoPortal.StartAsync();
        var (_, codes) = await AddAsync(portal, "ceo");
        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();
        using var browser = portal.Anonymous();
        await SignInAsync(browser, "ceo");

        (await EnterAsync(browser, "aaaaa-aaaaa", "recovery")).Should().Contain("none of your recovery codes");
        var asTyped = $" {codes[3].ToUpperInvariant().Replace('-', ' ')} ";
        (await EnterAsync(browser, asTyped, "recovery")).Should().BeEmpty();

        (await browser.GetStringAsync(Of("/account/second-factor"))).Should().Contain("Nine recovery codes left");
        using var other = portal.Anonymous();
        await SignInAsync(other, "ceo");
        (await EnterAsync(other, codes[3], "recovery")).Should().Contain("none of your recovery codes");
        (await AuditAsync(portal)).Should().Be("SecondFactorAdded, RecoveryCodeUsed");
    }

    [Fact]
    public async Task Guessed_codes_are_locked_for_the_guesser_and_not_for_the_owner()
    {
        await using var portal = await DemoPortal.StartAsync();
        var cookies = new CookieContainer();
        using var owner = await portal.SignedInAsync("ceo", cookies);
        var (secret, _) = await AddAsync(portal, "ceo", owner);
        using var thief = portal.Anonymous();
        await SignInAsync(thief, "ceo");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => EnterAsync(thief, $"{i:000000}")));

        answers.Count(a => a.Contains("not the code", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(8);
        answers.Should().Contain(a => a.Contains("Too many wrong codes", StringComparison.Ordinal));
        (await EnterAsync(thief, AppActs.CodeOf(secret, _step))).Should().Contain("Too many wrong codes");
        (await owner.PostFormAsync("/sign-out", "sign-out", [])).Dispose();
        await SignInAsync(owner, "ceo");
        (await EnterAsync(owner, AppActs.CodeOf(secret, _step))).Should().BeEmpty();
    }

    [Fact]
    public async Task Half_a_sign_in_opens_nothing_and_ends_with_the_account()
    {
        await using var portal = await DemoPortal.StartAsync();
        var (secret, _) = await AddAsync(portal, "ceo");
        using var browser = portal.Anonymous();
        await SignInAsync(browser, "ceo");
        (await browser.GetAsync(Of("/account"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var administrator = await portal.SignedInAsync("manager");
        var ceo = await portal.ViewerAsync("ceo");

        (await administrator.PostFormAsync($"/people/{ceo.UserId}", "disable", [])).Dispose();

        (await browser.GetStringAsync(Of("/sign-in/code"))).Should()
            .Contain("Sign in again").And.NotContain("_handler");
        using var nobody = portal.Anonymous();
        (await nobody.GetStringAsync(Of("/sign-in/code"))).Should().Contain("Sign in again");
        secret.Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_app_is_added_with_its_code_and_the_password_and_its_secret_is_not_read_from_the_database()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var ceo = await portal.SignedInAsync("ceo");
        var (offer, secret) = await ceo.OfferedAppAsync();
        using var cfo = await portal.SignedInAsync("cfo");

        (await SendAsync(ceo, "add", offer, "000000", DemoPersonas.Password)).Should().Contain("not the code");
        var page = await SendAsync(ceo, "add", offer, AppActs.CodeOf(secret), "wrong");
        page.Should().Contain("The password is not right. Nothing was changed.").And.Contain(Grouped(secret));
        (await SendAsync(cfo, "add", offer, AppActs.CodeOf(secret), DemoPersonas.Password)).Should()
            .Contain("This picture is more than half an hour old, or was made for another account");
        (await portal.ScalarAsync("select count(*) from identity.second_factors")).Should().Be(0L);
        (await SendAsync(ceo, "add", offer, AppActs.CodeOf(secret), DemoPersonas.Password)).Should()
            .Contain("Your recovery codes");
        var kept = (string)(await portal.ScalarAsync("select secret from identity.second_factors"))!;
        kept.Should().NotContain(secret);
    }

    [Fact]
    public async Task New_codes_end_the_old_ones_and_the_app_goes_by_its_owner_or_an_administrator()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var ceo = await portal.SignedInAsync("ceo");
        var (_, old) = await AddAsync(portal, "ceo", ceo);

        (await SendAsync(ceo, "codes", password: "wrong")).Should().Contain("The password is not right");
        var made = CodesOf(await SendAsync(ceo, "codes", password: DemoPersonas.Password));
        made.Should().HaveCount(10).And.NotIntersectWith(old);
        using var browser = portal.Anonymous();
        await SignInAsync(browser, "ceo");
        (await EnterAsync(browser, old[0], "recovery")).Should().Contain("none of your recovery codes");
        (await SendAsync(ceo, "remove", password: DemoPersonas.Password)).Should().Contain("The app is removed");
        (await SignInAsync(portal.Anonymous(), "ceo")).Should().BeEmpty("the password alone is enough again");

        await AddAsync(portal, "ceo", ceo);
        using var administrator = await portal.SignedInAsync("manager");
        var person = await portal.ViewerAsync("ceo");
        (await administrator.GetStringAsync(Of($"/people/{person.UserId}"))).Should()
            .Contain("password and authenticator app");
        (await administrator.PostFormAsync($"/people/{person.UserId}", "forget", [])).Dispose();
        (await ceo.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await SignInAsync(portal.Anonymous(), "ceo")).Should().BeEmpty();
        (await AuditAsync(portal)).Should().Be(
            "SecondFactorAdded, RecoveryCodesMade, SecondFactorRemoved, SecondFactorAdded, DevicesForgotten");
    }

    private static async Task<(string Secret, IReadOnlyList<string> Codes)> AddAsync(
        DemoPortal portal, string persona, HttpClient? signedIn = null)
    {
        var client = signedIn ?? await portal.SignedInAsync(persona);
        var (offer, secret) = await client.OfferedAppAsync();
        var page = await SendAsync(client, "add", offer, AppActs.CodeOf(secret), DemoPersonas.Password);
        return (secret, CodesOf(page));
    }

    private static async Task<string> SendAsync(
        HttpClient client, string form, string offer = "", string code = "", string password = "")
    {
        using var answer = await client.PostFormAsync("/account/second-factor", form, new()
        {
            ["Form.Offer"] = offer, ["Form.Code"] = code, ["Form.Password"] = password,
        });
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <returns>The page that follows; empty where it is the one that was asked for.</returns>
    private static async Task<string> SignInAsync(HttpClient browser, string userName)
    {
        using var answer = await browser.PostFormAsync("/sign-in", "sign-in", new()
        {
            ["Form.UserName"] = userName, ["Form.Password"] = DemoPersonas.Password,
        });
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString is var next
            && next.Contains("/sign-in/code", StringComparison.Ordinal)
            ? await browser.GetStringAsync(answer.Headers.Location) : "";
    }

    /// <returns>The page that follows; empty where somebody is in.</returns>
    private static async Task<string> EnterAsync(HttpClient browser, string code, string form = "code")
    {
        using var answer = await browser.PostFormAsync("/sign-in/code", form, new()
        {
            [form == "code" ? "Form.Code" : "Form.Recovery"] = code,
        });
        return answer.StatusCode == HttpStatusCode.Redirect ? ""
            : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> AuditAsync(DemoPortal portal) => (string)(await portal.ScalarAsync(
        "select string_agg(entry::jsonb->>'action', ', ' order by seq) from site_audit_entries "
        + "where entry::jsonb->>'subject' = 'user:ceo' "
        + "and entry::jsonb->>'action' not in ('UserCreated', 'SignInFailed')"))!;

    private static string Grouped(string secret) => string.Join(' ', secret.Chunk(4).Select(g => new string(g)));

    private static List<string> CodesOf(string page) => [.. Codes().Matches(page).Select(m => m.Groups[1].Value)];

    private static Uri Of(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("<code[^>]*>([a-z0-9]{5}-[a-z0-9]{5})</code>")]
    private static partial Regex Codes();
}
