using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>Links one's account to an identity provider, or takes that away; each asks who one is.</summary>
public sealed partial class ProviderSection
{
    private IReadOnlyList<IdentityProvider> _shown = [];
    private IReadOnlyList<string> _linked = [];
    private IReadOnlyDictionary<string, string> _names = ImmutableDictionary<string, string>.Empty;
    private (IdentityProvider Provider, string Address)? _leads;
    private Refusal? _refusal;
    private string? _done;
    private ZoneClock _clock = ZoneClock.Utc;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required SingleSignOnSettings Settings { get; init; }

    [Inject]
    internal ProviderLinks ProviderLinks { get; init; } = null!;

    [Inject]
    public required WaysInReader Ways { get; init; }

    [Inject]
    public required ChoosePreferences Preferences { get; init; }

    [SupplyParameterFromForm]
    public ProofForm? Form { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task OfferAsync(IdentityProvider provider)
    {
        (_refusal, var address) = await ProviderLinks.OfferAsync(Http.User, provider, Proof);
        _leads = address is null ? null : (provider, address);
    }

    private async Task UnlinkAsync(IdentityProvider provider)
    {
        _refusal = await ProviderLinks.UnlinkAsync(Http.User, provider, Proof);
        _done = _refusal is null ? $"{provider.Title} is unlinked, and does not let you in any more." : null;
        await ReadAsync();
    }

    private SignerProof Proof => new(Form?.Password, Form?.Passkey, Form?.Code);

    private async Task ReadAsync()
    {
        _clock = (await Preferences.FindAsync(Http.User.UserId())).Clock ?? ZoneClock.Utc;
        _linked = (await Ways.OfAsync(Http.User.UserId())).Providers;
        _names = await ProviderLinks.NamesAsync(Http.User.UserId());
        _shown = Settings.Providers;
    }

    /// <summary>What proves who sent it.</summary>
    public sealed class ProofForm
    {
        /// <summary>Empty where the provider confirms it.</summary>
        public string? Password { get; set; }

        /// <summary>What the browser's passkey answered, in place of both.</summary>
        public string? Passkey { get; set; }

        /// <summary>Of the authenticator app, beside the password.</summary>
        public string? Code { get; set; }
    }
}
