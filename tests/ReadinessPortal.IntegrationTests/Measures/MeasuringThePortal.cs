using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Measures;

/// <summary>What is measured, read as Prometheus reads it.</summary>
public sealed partial class MeasuringThePortal
{
    private const string Token = "a-token-that-only-the-tests-know-0123456789";
    private const string Page = "/metrics";

    // Measures of one process are read by every portal in it, and other tests sign too: "at least" is exact enough.
    [Fact]
    public async Task Signatures_refusals_and_failed_sign_ins_are_counted()
    {
        await using var portal = await StartAsync();
        await portal.FreezeAsync();
        using var prometheus = Prometheus(portal);
        var before = await ReadAsync(prometheus);

        await portal.SignAsync("platform-lead");
        Refused<RoleHasSigned>(await AgainAsync(portal));
        using var visitor = portal.Anonymous();
        using var wrong = await visitor.PostFormAsync("/sign-in", "sign-in", new()
        {
            ["Form.UserName"] = "cfo", ["Form.Password"] = "not the password of the cfo",
        });

        var after = await ReadAsync(prometheus);
        Grown("""readiness_signatures_total{readiness_kind="Sign"}""").Should().BeGreaterThanOrEqualTo(1);
        Grown("""readiness_refusals_total{readiness_kind="RoleHasSigned"}""").Should().BeGreaterThanOrEqualTo(1);
        Grown("""readiness_sign_in_failures_total{readiness_kind="Password"}""").Should().BeGreaterThanOrEqualTo(1);

        double Grown(string series) => after.GetValueOrDefault(series) - before.GetValueOrDefault(series);
    }

    [Fact]
    public async Task Boards_the_outbox_and_the_listener_are_measured()
    {
        await using var portal = await StartAsync();
        await portal.ViewAsync();
        using var prometheus = Prometheus(portal);

        await Patience.UntilAsync(async () => await ReadAsync(prometheus) is var read
            && read.GetValueOrDefault("readiness_listener_connected") == 1
            && read.ContainsKey("readiness_outbox_mails") && read.ContainsKey("readiness_outbox_overdue_seconds")
            && read.GetValueOrDefault("readiness_board_build_duration_seconds_count") >= 1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer " + Token + "0")]
    [InlineData("Basic " + Token)]
    public async Task Nobody_reads_them_without_the_token(string? authorization)
    {
        await using var portal = await StartAsync();
        using var stranger = portal.Anonymous();
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var answer = await stranger.GetAsync(new Uri(Page, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.Should().ContainSingle().Which.Scheme.Should().Be("Bearer");
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("readiness");
    }

    [Fact]
    public async Task Where_no_token_is_set_there_is_nothing_to_read()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var prometheus = Prometheus(portal);

        using var answer = await prometheus.GetAsync(new Uri(Page, UriKind.Relative));
        using var nothing = await prometheus.GetAsync(new Uri("/nothing-is-here", UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect).And.Be(nothing.StatusCode); // to the sign-in page
    }

    internal static Task<DemoPortal> StartAsync() =>
        DemoPortal.StartAsync(new Dictionary<string, string?> { ["Metrics:Token"] = Token });

    internal static HttpClient Prometheus(DemoPortal portal)
    {
        var client = portal.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return client;
    }

    /// <summary>Each series with its value, without the labels that say which library measures it.</summary>
    internal static async Task<Dictionary<string, double>> ReadAsync(HttpClient prometheus)
    {
        var text = await prometheus.GetStringAsync(new Uri(Page, UriKind.Relative));
        return Series().Matches(text).GroupBy(m => Tidy(m.Groups[1].Value))
            .ToDictionary(g => g.Key, g => double.Parse(g.Last().Groups[2].Value, CultureInfo.InvariantCulture));
    }

    private static string Tidy(string series) =>
        Scope().Replace(series, "").Replace("{,", "{", StringComparison.Ordinal)
            .Replace("{}", "", StringComparison.Ordinal);

    private static async Task<Application.Outcome> AgainAsync(DemoPortal portal)
    {
        var newest = (await portal.ViewAsync()).Board.NewestRevision!;
        return await portal.Get<SignLaunch>().RunAsync(DemoPortal.Launch,
            new(newest.Number, newest.Sha256, "platform-lead", Domain.SignOffs.SignOffDecision.Approve, null, [],
                "password"),
            await portal.ViewerAsync("platform-lead"));
    }

    [GeneratedRegex(@"^([a-z_]+(?:\{.*\})?) ([-+\w.]+)(?: \d+)?$", RegexOptions.Multiline)]
    private static partial Regex Series();

    [GeneratedRegex(",?otel_scope_[a-z_]+=\"[^\"]*\"")]
    private static partial Regex Scope();
}
