using System.Net;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Tokens;

/// <summary>A pipeline has no browser: it comes by a token, which opens one launch for what its scope says.</summary>
public sealed class ComingByAToken(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Root = $"/api/v1/launches/{DemoPortal.Launch}";

    [Theory]
    [InlineData(TokenScope.EvidenceWrite, "/verdict", HttpStatusCode.OK)]
    [InlineData(TokenScope.EvidenceWrite, "/criteria", HttpStatusCode.OK)]
    [InlineData(TokenScope.EvidenceWrite, "/figures", HttpStatusCode.Forbidden)]
    [InlineData(TokenScope.EvidenceRead, "/criteria", HttpStatusCode.OK)]
    [InlineData(TokenScope.EvidenceRead, "/package.zip", HttpStatusCode.Forbidden)]
    [InlineData(TokenScope.EvidenceWrite, "/evidence.zip", HttpStatusCode.Forbidden)]
    [InlineData(TokenScope.LaunchRead, "/evidence.zip", HttpStatusCode.OK)]
    [InlineData(TokenScope.LaunchRead, "", HttpStatusCode.OK)]
    [InlineData(TokenScope.LaunchRead, "/figures", HttpStatusCode.OK)]
    [InlineData(TokenScope.LaunchRead, "/package.zip", HttpStatusCode.OK)]
    public async Task It_reads_what_its_scope_says_and_nothing_else(
        TokenScope scope, string what, HttpStatusCode status)
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}", scope);

        using var answer = await pipeline.AtAsync(Root + what);

        answer.StatusCode.Should().Be(status);
        if (status == HttpStatusCode.Forbidden)
        {
            (await answer.WhyAsync()).Should().Be(new TokenMayNot(scope).Text);
        }
    }

    [Theory]
    [InlineData("/api/v1/launches/GA-1999-001/verdict", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/launches", HttpStatusCode.Forbidden)]
    [InlineData($"/launches/{DemoPortal.Launch}", HttpStatusCode.Redirect)]
    public async Task It_opens_no_other_launch_no_list_and_no_page(string path, HttpStatusCode status)
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}", TokenScope.LaunchRead);

        using var answer = await pipeline.AtAsync(path);

        answer.StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData("rp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("something-else")]
    [InlineData("")]
    public async Task One_that_nobody_made_is_said_to_be_unknown(string token)
    {
        using var pipeline = one.Portal.Anonymous();
        pipeline.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");

        using var answer = await pipeline.AtAsync($"{Root}/verdict");

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.Should().ContainSingle().Which.Scheme.Should().Be("Bearer");
        (await answer.WhyAsync()).Should().Be(new UnknownToken().Text);
    }

    [Fact]
    public async Task One_that_was_revoked_or_has_expired_is_told_so()
    {
        var (old, gone) = (await one.Portal.TokenAsync("ci-old"), await one.Portal.TokenAsync("ci-gone"));
        await one.Portal.RevokeAsync("ci-gone");
        await one.Portal.ScalarAsync("""
            alter table api_tokens disable trigger audited;
            update api_tokens set expires_at = '2025-11-14' where name = 'ci-old';
            alter table api_tokens enable trigger audited;
            """);
        using var expired = one.Portal.Bearing(old);
        using var revoked = one.Portal.Bearing(gone);

        using var first = await expired.AtAsync($"{Root}/verdict");
        using var second = await revoked.AtAsync($"{Root}/verdict");

        (first.StatusCode, second.StatusCode).Should().Be((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        (await first.WhyAsync()).Should().StartWith("The token ci-old expired on 14 Nov 2025.");
        (await second.WhyAsync()).Should().StartWith("The token ci-gone was revoked on ");
    }

    [Fact]
    public async Task It_counts_although_the_browsers_cookie_comes_with_it()
    {
        using var manager = await one.Portal.SignedInAsync("manager");
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"{Root}/figures");
        asked.Headers.Authorization = new("Bearer", await one.Portal.TokenAsync("ci-cookie"));

        using var answer = await manager.SendAsync(asked);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Its_last_use_is_noted_and_not_with_every_request()
    {
        using var pipeline = await one.Portal.BearingAsync("ci-used");
        using var first = await pipeline.AtAsync($"{Root}/verdict");
        var noted = await UsedAsync();
        using var second = await pipeline.AtAsync($"{Root}/verdict");

        noted.Should().NotBeNull();
        (await UsedAsync()).Should().Be(noted);
    }

    [Fact]
    public async Task What_it_is_made_of_stands_in_neither_database_nor_audit()
    {
        var token = await one.Portal.TokenAsync("ci-secret", TokenScope.EvidenceWrite, "infrastructure");

        var audit = await one.Portal.Get<ReadAudit>()
            .RunAsync(DemoPortal.Launch, 1, await one.Portal.ViewerAsync("auditor"));

        audit!.Lines.Should().Contain(l => l.Summary.StartsWith(
            "token ci-secret made: evidence:write for infrastructure, until ", StringComparison.Ordinal));
        foreach (var table in (string[])["api_tokens", "audit_entries"])
        {
            (await one.Portal.ScalarAsync($"select count(*) from {table} t where t::text like '%{token[3..]}%'"))
                .Should().Be(0L);
        }
    }

    private async Task<DateTimeOffset?> UsedAsync() =>
        (await one.Portal.Get<ListTokens>().RunAsync(DemoPortal.Launch, await one.Portal.ViewerAsync("manager")))!
            .Value.Single(t => t.Name == "ci-used").LastUsedAt;
}
