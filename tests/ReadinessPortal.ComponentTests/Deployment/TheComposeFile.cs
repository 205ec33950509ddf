using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.ComponentTests.Deployment;

public sealed class TheComposeFile
{
    private static readonly string[] _ofTheFramework =
        ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    private readonly ComposeFile _compose = new();

    [Fact]
    public void Names_only_settings_that_exist() =>
        _compose.Environment("portal").Keys.Except(_ofTheFramework)
            .Should().BeSubsetOf(SettingsTable.All.Select(s => s.Variable));

    [Fact]
    public void Gives_every_setting_that_production_needs()
    {
        _compose.Environment("portal")["ASPNETCORE_ENVIRONMENT"].Should().Be("Production");
        _compose.Environment("portal").Keys.Should().Contain(
            SettingsTable.All.Where(s => s.Need != SettingNeed.Never).Select(s => s.Variable));
    }

    [Fact]
    public void Has_no_default_for_anything_secret()
    {
        var secret = SettingsTable.All.Where(s => s.Secret).Select(s => s.Variable).ToHashSet();
        var optional = SettingsTable.All.Where(s => s is { Secret: true, Need: SettingNeed.Never })
            .Select(s => s.Variable).ToHashSet();

        foreach (var (name, value) in _compose.Services.SelectMany(_compose.Environment))
        {
            if (secret.Contains(name) || name.EndsWith("_PASSWORD", StringComparison.Ordinal))
            {
                value.Should().MatchRegex(optional.Contains(name) ? @"^\$\{[A-Z_]+:-\}$"
                    : @"^([^$]*Password=)?\$\{[A-Z_]+:\?[^}]+\}$", "{0} must be asked for, or be nothing", name);
            }
        }
    }

    [Fact]
    public void Does_not_load_the_demo() =>
        _compose.Environment("portal").Keys.Should().NotContain("Demo__Enabled");

    [Fact]
    public void Gives_both_services_the_same_passwords_for_the_roles()
    {
        var database = _compose.Environment("database");
        var portal = _compose.Environment("portal");

        portal["ConnectionStrings__Portal"].Should().Contain("Username=readiness_portal;")
            .And.EndWith(database["PORTAL_PASSWORD"]);
        portal["ConnectionStrings__PortalOwner"].Should().Contain("Username=readiness_owner;")
            .And.EndWith(database["OWNER_PASSWORD"]);
    }

    [Fact]
    public void Starts_the_portal_when_PostgreSQL_17_is_ready()
    {
        _compose.Value("database", "image").Should().Be("postgres:17");
        _compose.Service("database").Children.Keys.Select(ComposeFile.Text).Should().Contain("healthcheck");
        var condition = ComposeFile.Map(ComposeFile.Map(_compose.Service("portal"), "depends_on"), "database");
        ComposeFile.Text(condition.Children["condition"]).Should().Be("service_healthy");
    }

    [Fact]
    public void Declares_every_volume_and_secret_that_a_service_names()
    {
        var mounted = _compose.Services.SelectMany(s => _compose.List(s, "volumes")).Select(v => v.Split(':')[0])
            .ToList();

        mounted.Where(v => v[0] != '.').Should().BeEquivalentTo(_compose.Named("volumes"));
        mounted.Where(v => v[0] == '.').Should().OnlyContain(path => File.Exists(Path.Combine(Repository.Root, path)));
        _compose.Services.SelectMany(s => _compose.List(s, "secrets"))
            .Should().BeEquivalentTo(_compose.Named("secrets"));
        var portal = _compose.Environment("portal");
        new[] { portal["DataProtection__CertificatePath"], portal["Signing__KeyFile"] }
            .Should().BeEquivalentTo(_compose.Named("secrets").Select(s => $"/run/secrets/{s}"));
    }

    [Fact]
    public void Lets_only_this_machine_reach_the_port_without_encryption() =>
        _compose.List("portal", "ports").Should()
            .OnlyContain(p => p.StartsWith("127.0.0.1:", StringComparison.Ordinal));
}
