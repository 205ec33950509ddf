using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>A provider is asked what it is when that may have changed, and not more often.</summary>
public sealed class AskingAProviderForItsKeys : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Answers _answers = new();
    private readonly ProviderConfiguration _provider;

    public AskingAProviderForItsKeys() =>
        _provider = new("https://id.example", _answers, _time, NullLogger<ProviderConfiguration>.Instance);

    public void Dispose() => _provider.Dispose();

    [Fact]
    public async Task Is_asked_once_until_it_is_old()
    {
        (await AskAsync(), await AskAsync()).Should().Be((1, 1));
        _time.Advance(TimeSpan.FromHours(12));
        (await AskAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Is_asked_again_at_once_when_a_key_is_not_known_and_then_not_for_every_token()
    {
        await AskAsync();
        _provider.RequestRefresh();
        (await AskAsync()).Should().Be(2);
        _provider.RequestRefresh();
        (await AskAsync()).Should().Be(2);
        _time.Advance(TimeSpan.FromSeconds(2));
        (await AskAsync()).Should().Be(3);
        (await AskAsync()).Should().Be(3, "it was asked for once");
    }

    [Fact]
    public async Task What_it_said_before_counts_while_it_is_away()
    {
        var never = () => AskAsync();
        _answers.IsAway = true;
        await never.Should().ThrowAsync<IOException>();
        _answers.IsAway = false;
        await AskAsync();
        _answers.IsAway = true;
        _time.Advance(TimeSpan.FromHours(13));

        (await _provider.GetConfigurationAsync(default)).Issuer.Should().Be("https://id.example");
    }

    private async Task<int> AskAsync()
    {
        await _provider.GetConfigurationAsync(default);
        return _answers.Given;
    }

    private sealed class Answers : IDocumentRetriever
    {
        public int Given { get; private set; }

        public bool IsAway { get; set; }

        public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            Given += IsAway ? 0 : 1;
            return IsAway ? Task.FromException<string>(new IOException("away"))
                : Task.FromResult("""{"issuer": "https://id.example"}""");
        }
    }
}
