using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>What providers say of themselves: fetched when it is first asked for, so that one that is away stops
/// nothing.</summary>
internal sealed class ProviderMetadata(IOptionsMonitor<OpenIdConnectOptions> options, ILogger<ProviderMetadata> log)
{
    /// <returns>Null where it cannot be had just now.</returns>
    public async Task<OpenIdConnectConfiguration?> OfAsync(IdentityProvider provider, CancellationToken ct)
    {
        try
        {
            return await options.Get(provider.Scheme).ConfigurationManager!.GetConfigurationAsync(ct);
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException or HttpRequestException)
        {
            log.LogWarning(problem, "{Provider} does not say how it is spoken to", provider.Key);
            return null;
        }
    }

    /// <summary>The provider may have other keys by now: they are asked for when they are needed next.</summary>
    public void Renew(IdentityProvider provider) => options.Get(provider.Scheme).ConfigurationManager!.RequestRefresh();
}
