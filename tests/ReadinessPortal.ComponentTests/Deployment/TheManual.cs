using System.Globalization;
using System.Text.RegularExpressions;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Web.Starting;
using ReadinessPortal.Web.Verbs;

namespace ReadinessPortal.ComponentTests.Deployment;

/// <summary>docs/operating.md and the samples beside it are about this portal.</summary>
public sealed class TheManual
{
    private readonly string _manual = Repository.Read("docs/operating.md");
    private readonly string _nginx = Repository.Read("docs/operations/nginx.conf");
    private readonly string _caddy = Repository.Read("docs/operations/Caddyfile");

    [Fact]
    public void Names_files_that_exist()
    {
        var named = Regex.Matches(_manual, @"\b(?:docs|src)/[\w./-]+\w").Select(m => m.Value).Distinct().ToList();

        named.Should().Contain("docs/operations/alerts.yml").And.OnlyContain(path =>
            File.Exists(Path.Combine(Repository.Root, path)) || Directory.Exists(Path.Combine(Repository.Root, path)));
        Directory.GetFiles(Path.Combine(Repository.Root, "docs/operations")).Select(Path.GetFileName)
            .Should().OnlyContain(name => _manual.Contains($"docs/operations/{name}"));
    }

    [Fact]
    public void Uses_verbs_that_exist() => Regex.Matches(_manual, @"ReadinessPortal\.Web (\w+)")
        .Select(m => m.Groups[1].Value).Where(v => v != "c").Should().NotBeEmpty()
        .And.BeSubsetOf(Verb.All.Select(v => v.Name));

    [Fact]
    public void Gives_every_setting_that_production_needs_and_none_that_does_not_exist()
    {
        var given = Regex
            .Matches(Repository.Read("docs/operations/portal.env"), @"^(\w+__\w+)=", RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value).ToList();

        given.Should().BeSubsetOf(SettingsTable.All.Select(s => s.Variable));
        given.Should().Contain(SettingsTable.All.Where(s => s.Need != SettingNeed.Never).Select(s => s.Variable));
    }

    [Fact]
    public void Lets_the_largest_evidence_file_through_the_proxy()
    {
        MegabytesIn(_nginx, @"client_max_body_size (\d+)m;").Should().BeGreaterThan(EvidenceLimits.StandardFileBytes);
        MegabytesIn(_caddy, @"max_size (\d+)MB").Should().BeGreaterThan(EvidenceLimits.StandardFileBytes);

        static long MegabytesIn(string text, string pattern) => 1_000_000
            * long.Parse(Regex.Match(text, pattern).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Has_proxies_that_say_who_asked_keep_browsers_on_their_instance_and_show_no_measures()
    {
        _nginx.Should().Contain("proxy_set_header X-Forwarded-For $remote_addr;").And.Contain("ip_hash;")
            .And.Contain("proxy_set_header Upgrade $http_upgrade;").And.Contain("location = /metrics { return 404; }");
        _caddy.Should().Contain("header_up X-Forwarded-For {remote_host}").And.Contain("lb_policy ip_hash")
            .And.Contain("respond @measures 404");
    }
}
