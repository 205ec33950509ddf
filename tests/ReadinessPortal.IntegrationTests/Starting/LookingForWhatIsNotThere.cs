using System.Net;
using System.Text.RegularExpressions;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Starting;

public sealed partial class LookingForWhatIsNotThere(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Launch = $"/launches/{DemoPortal.Launch}";

    [Theory]
    [InlineData("/launches/GA-NONE", "No such launch")]
    [InlineData("/launches/GA-NONE/sign-off", "No such launch")]
    [InlineData(Launch + "/criteria/none", "There is no criterion none")]
    [InlineData(Launch + "/registers/none", "There is no register none")]
    [InlineData(Launch + "/evidence/none", "There is no evidence none")]
    [InlineData(Launch + "/figures/none", "There is no figure none")]
    [InlineData("/none", "Nothing here")]
    public async Task A_page_says_404_in_its_own_words(string path, string words)
    {
        using var cfo = await one.Portal.SignedInAsync("cfo");

        using var answer = await cfo.GetAsync(Of(path));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(words);
    }

    [Fact]
    public async Task A_hidden_launch_answers_as_one_that_does_not_exist()
    {
        using var stranger = await one.Portal.StrangerAsync();

        var hidden = await stranger.GetAsync(Of(Launch));
        var none = await stranger.GetAsync(Of("/launches/GA-2025-999"));

        hidden.StatusCode.Should().Be(HttpStatusCode.NotFound).And.Be(none.StatusCode);
        (await WordsAsync(hidden)).Replace(DemoPortal.Launch, "").Should()
            .Be((await WordsAsync(none)).Replace("GA-2025-999", ""));
        hidden.Headers.Select(h => h.Key).Should().BeEquivalentTo(none.Headers.Select(h => h.Key));
    }

    [Fact]
    public async Task What_is_there_answers_200()
    {
        using var cfo = await one.Portal.SignedInAsync("cfo");

        (await cfo.GetAsync(Of(Launch + "/registers/budget"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    // Without what differs from answer to answer: the state of the page, protected and of another length each time.
    private static async Task<string> WordsAsync(HttpResponseMessage answer) =>
        Comments().Replace(await answer.Content.ReadAsStringAsync(), "");

    private static Uri Of(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("<!--.*?-->|nonce-[A-Za-z0-9+/=]+", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
