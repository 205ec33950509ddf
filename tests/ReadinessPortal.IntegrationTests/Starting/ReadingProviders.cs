using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.SingleSignOn;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>Identity providers are set completely, or the portal says what is missing.</summary>
public sealed class ReadingProviders
{
    private static readonly (string Key, string Value)[] _one =
    [
        ("Key", "example"), ("Title", "Example ID"), ("Authority", "https://id.example.org/realm"),
        ("ClientId", "readiness"), ("ClientSecret", "secret-word"),
    ];

    [Fact]
    public void Several_are_read_each_with_what_is_usual_where_nothing_is_said()
    {
        var settings = Read([.. _one, ("EnterClaim", "groups"), ("EnterValues:0", "a"), ("EnterValues:1", "CN=b,OU=c")],
            [.. _one.Skip(1), ("Key", "other")]);

        settings.Providers.Select(p => p.Key).Should().Equal("example", "other");
        var one = settings.Find("example")!;
        one.Scopes.Should().Equal("openid", "profile", "email");
        (one.NameClaim, one.UserNameClaim).Should().Be(("name", "preferred_username"));
        one.Enter.Values.Should().Equal("a", "CN=b,OU=c");
        one.ToString().Should().NotContain("secret-word");
        settings.IsOnly.Should().BeFalse();
        Read([("Key", ""), ("Title", "")]).Providers.Should().BeEmpty("a compose file passes nothing through as empty");
    }

    [Theory]
    [InlineData("Key", "", "Identity:Providers:0:Key is not set")]
    [InlineData("Key", "Example", "Identity:Providers:0:Key is 'Example'")]
    [InlineData("Title", "", "Identity:Providers:0:Title is not set")]
    [InlineData("Authority", "http://id.example.org", "Identity:Providers:0:Authority is 'http://id.example.org'")]
    [InlineData("Authority", "id.example.org", "Identity:Providers:0:Authority is 'id.example.org'")]
    [InlineData("ClientId", "", "Identity:Providers:0:ClientId is not set")]
    [InlineData("Scopes", "profile", "Identity:Providers:0:Scopes is 'profile'")]
    [InlineData("EnterClaim", "groups", "Identity:Providers:0:EnterValues:0 is not set")]
    [InlineData("AdministratorValues:0", "admins", "Identity:Providers:0:AdministratorClaim is not set")]
    [InlineData("Secret", "x", "Identity:Providers:0:Secret is not a setting")]
    public void A_setting_that_makes_no_sense_is_refused_by_name(string setting, string value, string because)
    {
        var read = () => Read([.. _one.Where(s => s.Key != setting), (setting, value)]);

        read.Should().Throw<SettingsException>().Which.Problems.Should().ContainSingle()
            .Which.Should().StartWith(because).And.NotContain("secret-word");
    }

    [Theory]
    [InlineData("Part", "boss", "Identity:Providers:0:Parts:0:Part is 'boss': give one of viewer, lead")]
    [InlineData("Part", "2", "Identity:Providers:0:Parts:0:Part is '2'")]
    [InlineData("Launch", "", "Identity:Providers:0:Parts:0:Launch is not set: a part is given by Claim, Value")]
    [InlineData("Launch", "GA-*", "Identity:Providers:0:Parts:0:Launch is 'GA-*'")]
    [InlineData("Launch", "ga-2025-001", "Identity:Providers:0:Parts:0:Launch is 'ga-2025-001'")]
    [InlineData("Value", "", "Identity:Providers:0:Parts:0:Value is not set")]
    [InlineData("Role", "x", "Identity:Providers:0:Parts:0:Role is not a setting")]
    public void A_part_in_launches_is_whole_or_refused_by_name(string setting, string value, string because)
    {
        (string Key, string Value)[] part =
        [
            ("Parts:0:Claim", "groups"), ("Parts:0:Value", "audit"), ("Parts:0:Launch", "*"),
            ("Parts:0:Part", "Auditor"),
        ];
        Read([.. _one, .. part]).Providers[0].Parts.Should()
            .Equal(new PartByClaim("groups", "audit", new(null, LaunchPart.Auditor)));

        var read = () => Read([.. _one, .. part.Where(s => s.Key != $"Parts:0:{setting}"),
            ($"Parts:0:{setting}", value)]);

        read.Should().Throw<SettingsException>().Which.Problems.Should().ContainSingle()
            .Which.Should().StartWith(because);
    }

    [Fact]
    public void A_key_is_of_one_provider_and_without_any_nobody_is_shut_out()
    {
        var twice = () => Read(_one, _one);
        twice.Should().Throw<SettingsException>().WithMessage("*the key 'example' twice*");
        var none = () => Of("Development", new() { ["Identity:SingleSignOnOnly"] = "true" });
        none.Should().Throw<SettingsException>().WithMessage("*nobody could sign in*");
    }

    [Fact]
    public void Only_this_machine_is_spoken_to_in_the_clear_and_not_in_production()
    {
        var values = Values([.. _one.Where(s => s.Key != "Authority"), ("Authority", "http://localhost:9000")]);

        Of("Development", values).SingleSignOn.Providers.Should().ContainSingle();
        var production = () => Of("Production", values);
        production.Should().Throw<SettingsException>().WithMessage("*Identity:Providers:0:Authority is*");
    }

    private static SingleSignOnSettings Read(params (string, string)[][] providers) =>
        Of("Development", Values(providers)).SingleSignOn;

    private static Dictionary<string, string?> Values(params (string Key, string Value)[][] providers) => providers
        .SelectMany((settings, i) => settings.Select(s => ($"Identity:Providers:{i}:{s.Key}", (string?)s.Value)))
        .ToDictionary(s => s.Item1, s => s.Item2);

    private static PortalSettings Of(string environment, Dictionary<string, string?> values)
    {
        var all = new Dictionary<string, string?>(values)
        {
            ["ConnectionStrings:Portal"] = "Host=x;Username=portal",
            ["ConnectionStrings:PortalOwner"] = "Host=x;Username=owner",
        };
        return PortalSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(all).Build(),
            new HostingEnvironment { EnvironmentName = environment });
    }
}
