using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.IntegrationTests.Identity;

public sealed class GuessingPasswords(GuessingPasswords.Counted counted) : IClassFixture<GuessingPasswords.Counted>
{
    private const string Wrong = "wrong-password";
    private const string DoNotFit = "do not fit together";
    private const string Locked = "no more are looked at until";

    /// <summary>A portal that counts what costs time: hash computations.</summary>
    public sealed class Counted : IAsyncLifetime
    {
        public DemoPortal Portal { get; private set; } = null!;

        internal CountingHasher Hasher { get; } = new();

        public async Task InitializeAsync() => Portal = await DemoPortal.StartAsync(services =>
            services.AddSingleton<IPasswordHasher<PortalUser>>(Hasher));

        public Task DisposeAsync() => Portal.DisposeAsync().AsTask();
    }

    [Fact]
    public async Task Of_a_hundred_at_once_eight_are_looked_at_whether_or_not_somebody_has_the_name()
    {
        var answers = new List<string>();
        foreach (var name in new[] { await SomebodyAsync(), $"nobody-{Guid.NewGuid():N}" })
        {
            using var client = counted.Portal.Anonymous();
            var before = counted.Hasher.Computed;

            var texts = await TryManyAsync(client, name, 100);

            (counted.Hasher.Computed - before).Should().Be(100, "each answer costs the same");
            texts.Count(t => t.Contains(DoNotFit, StringComparison.Ordinal)).Should().Be(8);
            texts.Count(t => t.Contains(Locked, StringComparison.Ordinal)).Should().Be(92);
            answers.Add(await TryAsync(client, name, DemoPersonas.Password));
        }

        answers.Should().OnlyContain(a => a.Contains(Locked, StringComparison.Ordinal), "a right one is not looked at");
    }

    [Fact]
    public async Task Two_instances_count_together()
    {
        await using var elsewhere = await counted.Portal.AnotherInstanceAsync();
        var keys = new[] { AttemptKey.OfName($"N{Guid.NewGuid():N}") };
        var counters = new[]
        {
            counted.Portal.Get<AttemptCounter>(), elsewhere.Services.GetRequiredService<AttemptCounter>(),
        };

        var looked = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            using var taken = await counters[i % 2].TakeAsync(keys);
            return taken.RefusedUntil is null;
        }));

        looked.Count(l => l).Should().Be(8);
    }

    [Fact]
    public async Task A_right_password_sent_many_times_at_once_is_never_locked_by_itself()
    {
        var name = await SomebodyAsync();
        for (var i = 0; i < 7; i++)
        {
            (await SignAsync(name, Wrong)).Should().Contain("The password is not right");
        }

        var texts = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SignAsync(name, DemoPersonas.Password)));

        texts.Should().OnlyContain(t => t == null);
    }

    [Fact]
    public async Task Who_finds_all_places_taken_waits_for_what_becomes_of_them()
    {
        var counter = counted.Portal.Get<AttemptCounter>();
        foreach (var isRight in new[] { true, false })
        {
            AttemptKey[] keys = [AttemptKey.OfPerson(Guid.NewGuid())];
            var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => counter.TakeAsync(keys)));
            var ninth = counter.TakeAsync(keys);
            first[..7].ToList().ForEach(t => t.Dispose());
            ninth.IsCompleted.Should().BeFalse("the eighth may be right");

            await (isRight ? counter.SucceededAsync(keys) : Task.CompletedTask);
            first[7].Dispose();

            using var taken = await ninth.WaitAsync(AttemptCounter.Patience);
            (taken.RefusedUntil is null).Should().Be(isRight);
        }
    }

    [Fact]
    public async Task Nobody_waits_long_for_an_attempt_that_comes_to_no_end()
    {
        var counter = counted.Portal.Get<AttemptCounter>();
        AttemptKey[] keys = [AttemptKey.OfPerson(Guid.NewGuid())];
        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => counter.TakeAsync(keys)));

        using var ninth = await counter.TakeAsync(keys).WaitAsync(AttemptCounter.Patience * 3);

        ninth.RefusedUntil.Should().NotBeNull();
        first.ToList().ForEach(t => t.Dispose());
    }

    [Fact]
    public async Task Strangers_lock_a_name_and_not_the_browser_that_signed_in_before_nor_signing()
    {
        var name = await SomebodyAsync();
        var cookies = new CookieContainer();
        using var own = await counted.Portal.SignedInAsync(name, cookies);
        await LockAsync(name);

        using (var stranger = counted.Portal.Anonymous())
        {
            (await TryAsync(stranger, name, DemoPersonas.Password)).Should().Contain(Locked);
        }

        (await own.GetAsync(new Uri("/", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await SignAsync(name, DemoPersonas.Password)).Should().BeNull("what strangers try does not count at signing");
        using var anew = await counted.Portal.SignedInAsync(name, WithoutSession(cookies));
    }

    [Fact]
    public async Task A_browser_that_signed_in_before_has_a_limit_of_its_own_and_for_its_names_alone()
    {
        var (name, other) = (await SomebodyAsync(), await SomebodyAsync());
        var cookies = new CookieContainer();
        (await counted.Portal.SignedInAsync(name, cookies)).Dispose();
        await LockAsync(other);
        using var browser = counted.Portal.Anonymous(WithoutSession(cookies));

        (await TryAsync(browser, other, DemoPersonas.Password)).Should().Contain(Locked);
        var texts = await TryManyAsync(browser, name, 20);

        texts.Count(t => t.Contains(DoNotFit, StringComparison.Ordinal)).Should().Be(8);
        using var elsewhere = await counted.Portal.SignedInAsync(name);
    }

    [Fact]
    public async Task Signing_has_the_same_limit_says_until_when_and_locks_no_sign_in()
    {
        var name = await SomebodyAsync();
        var before = counted.Hasher.Computed;

        var texts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SignAsync(name, Wrong)));

        (counted.Hasher.Computed - before).Should().Be(100);
        texts.Count(t => t!.Contains("The password is not right", StringComparison.Ordinal)).Should().Be(8);
        (await SignAsync(name, DemoPersonas.Password)).Should().Contain(Locked).And.Contain("Nothing was signed.");
        using var signedIn = await counted.Portal.SignedInAsync(name);
        (await LocksOfAsync(name)).Should().Equal("SigningLocked");
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones()
    {
        var name = await SomebodyAsync();
        for (var round = 0; round < 3; round++)
        {
            using var client = counted.Portal.Anonymous();
            for (var i = 0; i < 7; i++)
            {
                (await TryAsync(client, name, Wrong)).Should().Contain(DoNotFit);
            }

            using var signedIn = await counted.Portal.SignedInAsync(name);
        }
    }

    [Fact]
    public async Task A_lock_is_recorded_once_and_what_was_typed_is_kept_nowhere()
    {
        var name = await SomebodyAsync();
        var typed = $"typed-{Guid.NewGuid():N}";
        await LockAsync(name);
        await LockAsync(name);
        await LockAsync(typed);

        (await LocksOfAsync(name)).Should().Equal("SignInLocked");
        (await counted.Portal.ScalarAsync(
            $"select count(*) from site_audit_entries e where e::text ilike '%{typed}%'")).Should().Be(0L);
        (await counted.Portal.ScalarAsync(
            "select count(*) from identity.attempts where key !~ '^(name|address):[0-9a-f]{5}$' "
            + "and key !~ '^(device|person):[0-9a-f]{32}$'")).Should().Be(0L);
    }

    [Fact]
    public async Task Counts_that_are_long_forgotten_are_swept()
    {
        await counted.Portal.ScalarAsync(
            "insert into identity.attempts values ('name:swept', 3, now() - interval '2 days', null)");

        (await counted.Portal.SignedInAsync(await SomebodyAsync())).Dispose();

        (await counted.Portal.ScalarAsync("select count(*) from identity.attempts where key = 'name:swept'"))
            .Should().Be(0L);
    }

    [Fact]
    public async Task A_name_that_no_text_can_be_fits_nobody()
    {
        using var client = counted.Portal.Anonymous();

        (await TryAsync(client, $"a\0b{Guid.NewGuid():N}", Wrong)).Should().Contain(DoNotFit);
    }

    private async Task<string> SomebodyAsync()
    {
        var name = $"somebody-{Guid.NewGuid():N}";
        await counted.Portal.SomebodyAsync(name);
        return name;
    }

    private async Task LockAsync(string name)
    {
        using var client = counted.Portal.Anonymous();
        await TryManyAsync(client, name, 9);
    }

    private static async Task<string> TryAsync(HttpClient client, string name, string password) =>
        (await TryManyAsync(client, name, 1, password))[0];

    // All at once, with one form: a browser that fetches many at once keeps the token of the last alone.
    private static async Task<string[]> TryManyAsync(
        HttpClient client, string name, int times, string password = Wrong)
    {
        var token = Forms.TokenIn(await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative)));
        return await Task.WhenAll(Enumerable.Range(0, times).Select(async _ =>
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent("sign-in"), "_handler" },
                { new StringContent(token), "__RequestVerificationToken" },
                { new StringContent(name), "Form.UserName" },
                { new StringContent(password), "Form.Password" },
            };
            using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            return await answer.Content.ReadAsStringAsync();
        }));
    }

    private async Task<string?> SignAsync(string name, string password)
    {
        var person = await counted.Portal.ViewerAsync(name);
        await using var scope = counted.Portal.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignerCheck>().WhyNotPasswordAsync(
            new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{person.UserId}")], "test")), password);
    }

    private async Task<IEnumerable<string>> LocksOfAsync(string name) =>
        (await counted.Portal.Get<SiteAudit>().ReadAsync(1000))
            .Where(l => l.Summary.Contains(name, StringComparison.Ordinal)).Select(l => l.Action)
            .Where(a => a.EndsWith("Locked", StringComparison.Ordinal));

    // As after a night: the session is over, the browser is the same.
    private CookieContainer WithoutSession(CookieContainer cookies)
    {
        var left = new CookieContainer();
        foreach (var cookie in cookies.GetCookies(counted.Portal.Address).Where(c => c.Name != "readiness.session"))
        {
            left.Add(cookie);
        }

        return left;
    }

    internal sealed class CountingHasher : IPasswordHasher<PortalUser>
    {
        private readonly PasswordHasher<PortalUser> _real = new(
            Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1 }));

        private int _computed;

        public int Computed => _computed;

        public string HashPassword(PortalUser user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(
            PortalUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _computed);
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
