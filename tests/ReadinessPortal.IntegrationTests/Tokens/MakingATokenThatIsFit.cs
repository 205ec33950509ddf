using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Tokens;

/// <summary>A token has a name to be revoked by, an end, and no more than its maker chose.</summary>
public sealed class MakingATokenThatIsFit(OnePortal one) : IClassFixture<OnePortal>
{
    [Theory]
    [InlineData("", 90, null, typeof(TokenNameNotKept))]
    [InlineData("ci main", 90, null, typeof(TokenNameNotKept))]
    [InlineData("ci-main", 0, null, typeof(TokenLastsTooLong))]
    [InlineData("ci-main", 366, null, typeof(TokenLastsTooLong))]
    [InlineData("ci-main", 90, "no-such", typeof(NoSuchCategory))]
    [InlineData("", 366, "no-such", typeof(SeveralProblems))]
    public async Task What_is_not_fit_is_refused_with_everything_that_is_wrong(
        string name, int days, string? category, Type why)
    {
        var made = await one.Portal.Get<CreateToken>().RunAsync(
            DemoPortal.Launch, new(name, TokenScope.EvidenceWrite, category is null ? [] : [category], days),
            TokenSecret.Hash(TokenSecret.New()), await one.Portal.ViewerAsync("manager"));

        made.Should().BeOfType<Application.Outcome.Refused>().Which.Refusal.Should().BeOfType(why);
    }

    [Fact]
    public async Task A_name_stands_for_one_token_until_that_is_revoked()
    {
        var first = await one.Portal.TokenAsync("ci-twice");
        var manager = await one.Portal.ViewerAsync("manager");
        var create = one.Portal.Get<CreateToken>();
        NewToken wanted = new("ci-twice", TokenScope.EvidenceRead, []);

        Refused<TokenExists>(await create.RunAsync(DemoPortal.Launch, wanted, [1], manager));
        await one.Portal.RevokeAsync("ci-twice");
        Refused<NoSuchToken>(await one.Portal.Get<RevokeToken>().RunAsync(DemoPortal.Launch, "ci-twice", manager));

        (await one.Portal.TokenAsync("ci-twice")).Should().NotBe(first);
    }

    [Fact]
    public async Task Categories_go_with_delivering() => Refused<CategoryWithoutWriting>(
        await one.Portal.Get<CreateToken>().RunAsync(DemoPortal.Launch,
            new("ci-reads", TokenScope.LaunchRead, ["infrastructure"]), [2], await one.Portal.ViewerAsync("manager")));
}
