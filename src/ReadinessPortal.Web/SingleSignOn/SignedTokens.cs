using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>
/// Reads the tokens of a provider: signed by it, always. The framework lets an unsigned one pass where it came in
/// answer to a code (OpenID Connect Core, section 3.1.3.7, rule 6); whoever stands between would be believed anything.
/// </summary>
internal sealed class SignedTokens : JsonWebTokenHandler
{
    private readonly ProviderConfiguration _provider;

    public SignedTokens(ProviderConfiguration provider)
    {
        _provider = provider;
        MapInboundClaims = false;
    }

    /// <inheritdoc/>
    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token, TokenValidationParameters validationParameters)
    {
        var strict = validationParameters.Clone();
        strict.RequireSignedTokens = true;
        var read = await base.ValidateTokenAsync(token, strict);
        if (read.Exception is not SecurityTokenSignatureKeyNotFoundException)
        {
            return read;
        }

        // It may sign by another key since it was last asked.
        _provider.RequestRefresh();
        strict.IssuerSigningKeys = (await _provider.GetConfigurationAsync(CancellationToken.None)).SigningKeys;
        return await base.ValidateTokenAsync(token, strict);
    }
}
