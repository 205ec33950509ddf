using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>
/// What one provider says of itself, its keys among it. Asked for anew when it is old, and at once when a token is
/// signed by a key that it does not name: the library's own manager does that in the background, and not twice in five
/// minutes, so that people are refused for as long when a provider changes its keys.
/// </summary>
internal sealed class ProviderConfiguration(
    string address, IDocumentRetriever documents, TimeProvider time, ILogger log)
    : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan _oldAfter = TimeSpan.FromHours(12);

    // Whoever sends tokens with keys of their own does not have a provider asked more often.
    private static readonly TimeSpan _notWithin = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1);
    private volatile Known? _known;
    private volatile bool _isWanted;
    private volatile Moment? _askedAgain;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was never reached.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (Standing() is { } known)
        {
            return known;
        }

        await _one.WaitAsync(cancel);
        try
        {
            if (Standing() is { } meanwhile)
            {
                return meanwhile;
            }

            _askedAgain = _known is null ? null : new(time.GetTimestamp());
            return await FetchAsync(cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void RequestRefresh() => _isWanted = true;

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private OpenIdConnectConfiguration? Standing() =>
        _known is { } known && time.GetElapsedTime(known.At) < _oldAfter && !(_isWanted && MayAskAgain)
            ? known.Configuration : null;

    private bool MayAskAgain => _askedAgain is not { } last || time.GetElapsedTime(last.At) >= _notWithin;

    private async Task<OpenIdConnectConfiguration> FetchAsync(CancellationToken cancel)
    {
        try
        {
            var fetched = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, cancel);
            (_known, _isWanted) = (new(fetched, time.GetTimestamp()), false);
            return fetched;
        }
        catch (Exception problem) when (_known is not null && !cancel.IsCancellationRequested)
        {
            // What is known may still be right: what it signs says so.
            log.LogWarning(problem, "{Address} does not answer; what it said before is used", address);
            return _known.Configuration;
        }
    }

    private sealed record Moment(long At);

    private sealed record Known(OpenIdConnectConfiguration Configuration, long At);
}
