using System.Net;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>Whoever comes in by a provider has the parts in launches that it says, and no more of those it gave.
/// </summary>
public sealed class GivingPartsByClaim
{
    private const string Door = "/sign-in/by/example";

    private static readonly (string Value, string Launch, string Part)[] _parts =
    [
        ("internal-audit", "*", "auditor"), ("payments", DemoPortal.Launch, "Contributor"),
        ("payments", "GA-9", "lead"),
    ];

    [Fact]
    public async Task Is_given_and_taken_at_each_entry_and_is_on_record()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(With(provider, _parts));

        (await ComesAsync(portal, provider, "internal-audit", "payments")).Should()
            .Contain("hashes to what it says", "an auditor reads the audit");
        (await PartsAsync(portal)).Should().Be("Auditor by example, Contributor by example");

        await ComesAsync(portal, provider, "internal-audit", "payments");
        (await ComesAsync(portal, provider, "payments")).Should().Contain(new AuditIsNotTheirs().Text);
        (await PartsAsync(portal)).Should().Be("Contributor by example");

        (await ComesAsync(portal, provider)).Should().BeNull("there is no launch for them any more");
        (await portal.ScalarAsync("select string_agg(entry::jsonb->>'summary', '; ' order by seq) "
            + "from audit_entries where entry::jsonb->>'summary' like 'Ana %'")).Should().Be(
            "Ana Example added as auditor, as Example ID says; Ana Example added as contributor, as Example ID says; "
            + "Ana Example is auditor no more, as Example ID says; "
            + "Ana Example is contributor no more, as Example ID says");
    }

    [Fact]
    public async Task What_a_launch_manager_gave_no_claim_takes_away()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(With(provider, _parts));
        await ComesAsync(portal, provider, "payments");
        var manager = await portal.ViewerAsync("manager");
        var ana = await portal.ViewerAsync("ana");
        Done(await portal.Get<AddMember>().RunAsync(
            DemoPortal.Launch, ana.UserId, ana.Name, LaunchPart.Auditor, manager));
        Done(await portal.Get<ChangeMember>().RunAsync(
            DemoPortal.Launch, ana.UserId, LaunchPart.Contributor, LaunchPart.Viewer, manager));

        await ComesAsync(portal, provider, "internal-audit");
        await ComesAsync(portal, provider);

        (await PartsAsync(portal)).Should().Be("Auditor, Viewer");
    }

    [Fact]
    public async Task What_a_manager_gives_that_a_claim_gave_before_is_theirs_to_take()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(With(provider, _parts));
        await ComesAsync(portal, provider, "payments");
        var ana = await portal.ViewerAsync("ana");
        Done(await portal.Get<AddMember>().RunAsync(DemoPortal.Launch, ana.UserId, ana.Name, LaunchPart.Contributor,
            await portal.ViewerAsync("manager")));

        await ComesAsync(portal, provider);

        (await PartsAsync(portal)).Should().Be("Contributor");
    }

    [Fact]
    public async Task A_launch_is_not_left_without_a_manager()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(
            With(provider, [("chiefs", DemoPortal.Launch, "manager")]));
        await ComesAsync(portal, provider, "chiefs");
        var manager = await portal.ViewerAsync("manager");
        Done(await portal.Get<RemoveMember>().RunAsync(
            DemoPortal.Launch, manager.UserId, LaunchPart.Manager, Viewer.System));

        (await ComesAsync(portal, provider)).Should().NotBeNull();

        (await PartsAsync(portal)).Should().Be("Manager by example");
    }

    private static Dictionary<string, string?> With(
        TestProvider provider, IEnumerable<(string Value, string Launch, string Part)> parts)
    {
        var settings = new Dictionary<string, string?>(provider.Settings);
        foreach (var (i, (value, launch, part)) in parts.Index())
        {
            var path = $"Identity:Providers:0:Parts:{i}";
            settings[$"{path}:Claim"] = "groups";
            settings[$"{path}:Value"] = value;
            settings[$"{path}:Launch"] = launch;
            settings[$"{path}:Part"] = part;
        }

        return settings;
    }

    // What they read at the audit of the launch; null where it is not there for them.
    private static async Task<string?> ComesAsync(DemoPortal portal, TestProvider provider, params string[] groups)
    {
        provider.Says["groups"] = groups;
        using var browser = portal.Anonymous();
        using (var answer = await TestProvider.GoAsync(browser, Door))
        {
            answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        }

        using var page = await browser.GetAsync(new Uri($"/launches/{DemoPortal.Launch}/audit", UriKind.Relative));
        return page.StatusCode == HttpStatusCode.NotFound ? null : await page.Content.ReadAsStringAsync();
    }

    private static async Task<string?> PartsAsync(DemoPortal portal) => await portal.ScalarAsync(
        "select string_agg(m.part || coalesce(' by ' || m.given_by, ''), ', ' order by m.part) from members m "
        + "join identity.users u on u.id = m.user_id where u.user_name = 'ana' and m.removed_at is null") as string;
}
