using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.SignOffs;

/// <summary>Whoever holds a role names a deputy for it, without the manager; and for no other role.</summary>
public sealed class NamingOnesOwnDeputy(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Roles = $"/launches/{DemoPortal.Launch}/sign-off/roles";

    [Fact]
    public async Task The_page_offers_it_and_it_is_done()
    {
        using var lead = await one.Portal.SignedInAsync("security-lead");
        var deputy = await one.Portal.SomebodyAsync("dana");

        using var answer = await lead.PostFormAsync(Roles, "deputy", Form("security-lead", deputy.UserId));

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await lead.GetStringAsync(new Uri(Roles, UriKind.Relative))).Should().Contain("dana (test)")
            .And.NotContain("id=\"assign\"").And.NotContain("id=\"require\"");
    }

    [Fact]
    public async Task Not_for_the_role_of_somebody_else()
    {
        using var lead = await one.Portal.SignedInAsync("security-lead");
        var deputy = await one.Portal.SomebodyAsync("dora");

        using var answer = await lead.PostFormAsync(Roles, "deputy", Form("qa-lead", deputy.UserId));

        (await answer.Content.ReadAsStringAsync()).Should().Contain("Only the launch manager can do this.");
    }

    private static Dictionary<string, string> Form(string role, Guid person) => new()
    {
        ["Deputy.Role"] = role, ["Deputy.Person"] = person.ToString(), ["Deputy.Until"] = "2100-01-01",
    };
}
