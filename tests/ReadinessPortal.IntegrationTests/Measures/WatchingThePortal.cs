using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Measures;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.IntegrationTests.Starting;
using ReadinessPortal.Web.Demo;
using YamlDotNet.Serialization;

namespace ReadinessPortal.IntegrationTests.Measures;

/// <summary>Alerts and dashboard ask for what the portal measures, by the names that Prometheus has for it.</summary>
public sealed partial class WatchingThePortal
{
    private const string PagesMeter = "Microsoft.AspNetCore.Components.Server.Circuits";

    private static readonly string _alerts = Read("docs/operations/alerts.yml");
    private static readonly string _dashboard = Read("docs/operations/grafana.json");

    [Fact]
    public async Task Every_measure_that_alerts_and_dashboard_ask_for_is_there()
    {
        await using var portal = await MeasuringThePortal.StartAsync();
        using var prometheus = MeasuringThePortal.Prometheus(portal);
        await DoAllAsync(portal);

        var asked = Expressions().SelectMany(e => Names().Matches(Labels().Replace(e, "")))
            .Select(m => m.Value).Where(n => n != "histogram_quantile").ToHashSet();

        asked.Should().HaveCountGreaterThan(12);
        var pages = PagesOf(portal);
        await Patience.UntilAsync(async () => await ExposedAsync(prometheus, pages) is var there
            && there.IsSupersetOf(asked.Where(a => a.StartsWith("readiness", StringComparison.Ordinal))));
        (await ExposedAsync(prometheus, pages)).Should().Contain(asked);
    }

    [Fact]
    public async Task Every_measure_of_the_portal_is_named_in_the_manual()
    {
        await using var portal = await MeasuringThePortal.StartAsync();
        var named = Named().Matches(Read("docs/operating.md")).Select(m => m.Groups[1].Value);

        named.Should().BeEquivalentTo(InstrumentsOf(PortalMeasures.MeterName));
    }

    [Fact]
    public void Every_alert_says_what_is_wrong_and_what_to_do() => Rules().Should().HaveCount(5)
        .And.OnlyContain(r => Annotation(r, "summary").Length > 0 && Annotation(r, "action").Length > 0);

    // One of everything that is measured.
    private static async Task DoAllAsync(DemoPortal portal)
    {
        await portal.FreezeAsync();
        await portal.SignAsync("platform-lead");
        using var manager = await portal.SignedInAsync("manager");
        using var attached = await manager.AttachAsync("Walked through it"u8.ToArray(), "criterion:load-testing");
        attached.IsSuccessStatusCode.Should().BeTrue(await attached.Content.ReadAsStringAsync());
        using var visitor = portal.Anonymous();
        using var wrong = await visitor.PostFormAsync("/sign-in", "sign-in", new()
        {
            ["Form.UserName"] = "cfo", ["Form.Password"] = DemoPersonas.Password + "?",
        });
        using var refused = await manager.AttachAsync([], "criterion:load-testing");
    }

    private static async Task<HashSet<string>> ExposedAsync(HttpClient prometheus, IEnumerable<string> pages) =>
        [.. (await MeasuringThePortal.ReadAsync(prometheus)).Keys.Select(k => k.Split('{')[0]), .. pages];

    // Framework measures of open pages have no value before the first page is open, and a name from the start.
    private static string[] PagesOf(DemoPortal portal)
    {
        _ = portal.App.Services.GetRequiredService(typeof(CircuitHandler).Assembly
            .GetType("Microsoft.AspNetCore.Components.Server.Circuits.ICircuitFactory", throwOnError: true)!);
        return [.. InstrumentsOf(PagesMeter).Select(n => n.Replace('.', '_'))];
    }

    private static HashSet<string> InstrumentsOf(string meter)
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == meter)
                {
                    names.Add(instrument.Name);
                }
            },
        };
        listener.Start();
        return names;
    }

    private static IEnumerable<string> Expressions()
    {
        using var dashboard = JsonDocument.Parse(_dashboard);
        return
        [
            .. Rules().Select(r => (string)r["expr"]),
            .. dashboard.RootElement.GetProperty("panels").EnumerateArray()
                .SelectMany(p => p.GetProperty("targets").EnumerateArray())
                .Select(t => t.GetProperty("expr").GetString()!),
        ];
    }

    private static List<Dictionary<object, object>> Rules()
    {
        var file = new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<Dictionary<string, object>>>>(
            _alerts);
        return [.. file["groups"].SelectMany(g => (List<object>)g["rules"]).Cast<Dictionary<object, object>>()];
    }

    private static string Annotation(Dictionary<object, object> rule, string name) =>
        (string)((Dictionary<object, object>)rule["annotations"])[name];

    private static string Read(string path) => File.ReadAllText(Path.Combine(Script.Root, path));

    [GeneratedRegex(@"\{[^}]*\}|\bby \([^)]*\)")]
    private static partial Regex Labels();

    [GeneratedRegex(@"[a-z]+_\w+")]
    private static partial Regex Names();

    [GeneratedRegex(@"^\| `(readiness\.[a-z_.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Named();
}
