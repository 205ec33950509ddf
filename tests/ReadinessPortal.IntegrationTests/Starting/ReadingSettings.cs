using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using ReadinessPortal.Web.Mails;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>The portal starts with settings it understands, or says which one it does not.</summary>
public sealed class ReadingSettings
{
    [Fact]
    public void Development_needs_the_two_connections_and_nothing_else()
    {
        var settings = Read("Development");

        settings.Demo.Should().BeTrue();
        settings.Evidence.MaxFileBytes.Should().Be(262_144_000);
        settings.HashIterations.Should().Be(PortalSettings.StandardHashIterations);
    }

    [Fact]
    public void Production_names_everything_that_is_missing()
    {
        var problems = Problems("Production");

        problems.Should().Contain(p => p.StartsWith("Portal:PublicUrl is not set", StringComparison.Ordinal)
            && p.Contains("Portal__PublicUrl", StringComparison.Ordinal));
        problems.Should().Contain(p => p.StartsWith("Evidence:SpoolFolder is not set", StringComparison.Ordinal));
        problems.Should()
            .Contain(p => p.StartsWith("DataProtection:CertificatePath is not set", StringComparison.Ordinal));
        problems.Should().Contain(p => p.StartsWith("Signing:KeyFile is not set", StringComparison.Ordinal));
        problems.Should()
            .Contain(p => p.StartsWith("DataProtection:CertificatePassword is not set", StringComparison.Ordinal));
    }

    [Fact]
    public void Production_refuses_the_demo() =>
        Problems("Production", ("Demo:Enabled", "true")).Should()
            .Contain(p => p.StartsWith("Demo:Enabled is true", StringComparison.Ordinal));

    [Theory]
    [InlineData("Evidence:MaximumBytes", "lots")]
    [InlineData("Evidence:MaximumBytes", "1073741825")]
    [InlineData("Evidence:MaximumByte", "1")]
    [InlineData("Portal:PublicUrl", "readiness")]
    [InlineData("Portal:TrustedProxy", "proxy")]
    [InlineData("Metrics:Token", "short-enough-to-guess")]
    [InlineData("Demo:Enabled", "yes")]
    [InlineData("Evidence:SpoolFolder", "/no/such/folder")]
    [InlineData("DataProtection:CertificatePath", "/no/such/file")]
    [InlineData("Signing:KeyFile", "/no/such/file")]
    public void A_value_that_makes_no_sense_is_refused_by_name(string key, string value) =>
        Problems("Development", (key, value)).Should().ContainSingle()
            .Which.Should().StartWith(key);

    [Fact]
    public void A_mail_server_needs_an_address_and_the_portals_own()
    {
        Read("Development").Mail.Should().BeNull();
        var mail = Read("Development", [.. Mail()]).Mail!;
        (mail.Host, mail.Port, mail.Security).Should().Be(("smtp.example.org", 587, SmtpSecurity.StartTls));
        Read("Development", [.. Mail(), ("Mail:Smtp:Security", "tls")]).Mail!.Port.Should().Be(465);
        Read("Development", [.. Mail(), ("Mail:Smtp:User", "ana"), ("Mail:Smtp:Password", "secret-word")]).Mail!
            .ToString().Should().NotContain("secret-word").And.NotContain("ana");
        foreach (var needed in (string[])["Mail:From", "Portal:PublicUrl"])
        {
            Problems("Development", [.. Mail().Where(s => s.Item1 != needed)]).Should().ContainSingle()
                .Which.Should().StartWith($"{needed} is not set");
        }
    }

    [Theory]
    [InlineData("Mail:Smtp:Host", "smtp://example.org", "Mail:Smtp:Host is 'smtp://example.org'")]
    [InlineData("Mail:Smtp:Host", "", "Mail:From is set and Mail:Smtp:Host is not")]
    [InlineData("Mail:Smtp:Port", "0", "Mail:Smtp:Port is '0'")]
    [InlineData("Mail:Smtp:Security", "ssl", "Mail:Smtp:Security is 'ssl'")]
    [InlineData("Mail:Smtp:User", "ana", "Mail:Smtp:Password is not set")]
    [InlineData("Mail:Smtp:Password", "secret-word", "Mail:Smtp:User is not set")]
    [InlineData("Mail:From", "Readiness", "Mail:From is 'Readiness'")]
    [InlineData("Mail:From", "a@b.example, c@d.example", "Mail:From is 'a@b.example, c@d.example'")]
    [InlineData("Mail:Smtp:Sender", "a@b.example", "Mail:Smtp:Sender is not a setting")]
    public void A_mail_setting_that_makes_no_sense_is_refused_by_name(string key, string value, string because) =>
        Problems("Development", [.. Mail().Where(s => s.Item1 != key), (key, value)]).Should().ContainSingle()
            .Which.Should().StartWith(because).And.NotContain("secret-word");

    [Fact]
    public void A_password_is_not_sent_in_the_clear() =>
        Problems("Development",
        [
            .. Mail(), ("Mail:Smtp:Security", "none"), ("Mail:Smtp:User", "ana"), ("Mail:Smtp:Password", "secret-word"),
        ]).Should().ContainSingle().Which.Should().StartWith("Mail:Smtp:Security is none");

    private static IEnumerable<(string, string)> Mail() =>
    [
        ("Mail:Smtp:Host", "smtp.example.org"), ("Mail:From", "readiness@example.org"),
        ("Portal:PublicUrl", "https://readiness.example.org"),
    ];

    [Fact]
    public void Production_does_not_hash_passwords_more_cheaply() =>
        Problems("Production", ("Identity:HashIterations", "1")).Should()
            .Contain(p => p.StartsWith("Identity:HashIterations is '1'", StringComparison.Ordinal));

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:0", true)]
    [InlineData("http://[::1]:80", true)]
    [InlineData("http://*:8080", false)]
    [InlineData("http://0.0.0.0:8080", false)]
    [InlineData("http://portal.example:80", false)]
    public void The_demo_listens_on_loopback_addresses_only(string address, bool allowed)
    {
        var refuse = () => Read("Development").RefuseDemoBeyondLoopback([address]);

        if (allowed)
        {
            refuse.Should().NotThrow();
        }
        else
        {
            refuse.Should().Throw<SettingsException>().Which.Problems[0].Should().Contain(address);
        }
    }

    private static PortalSettings Read(string environment, params (string Key, string Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = "Host=x;Username=portal",
            ["ConnectionStrings:PortalOwner"] = "Host=x;Username=owner",
        };
        foreach (var (key, value) in more)
        {
            values[key] = value;
        }

        return PortalSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(values).Build(),
            new HostingEnvironment { EnvironmentName = environment });
    }

    private static ImmutableArray<string> Problems(string environment, params (string Key, string Value)[] more)
    {
        var read = () => Read(environment, more);
        return read.Should().Throw<SettingsException>().Which.Problems;
    }
}
