using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>What somebody is sent to a provider for.</summary>
internal enum TripPurpose
{
    /// <summary>To come in.</summary>
    Enter,

    /// <summary>To confirm, before a signature, that it is they who are signed in.</summary>
    Confirm,

    /// <summary>To link the provider to the account they are signed in to.</summary>
    Link,

    /// <summary>To join by an invitation.</summary>
    Join,
}

/// <summary>
/// Why somebody is sent to a provider, kept in the state that goes there and back: encrypted, and good for the browser
/// that began it alone.
/// </summary>
/// <param name="Next">Where to go then: an address of this portal.</param>
/// <param name="Session">Of whoever confirms or links.</param>
/// <param name="Secret">Of the invitation.</param>
internal sealed record ProviderTrip(
    TripPurpose Purpose, string Next, DateTimeOffset BegunAt, string? Session = null, string? Secret = null)
{
    public void WriteTo(AuthenticationProperties state)
    {
        state.Items[nameof(Next)] = Next;
        state.Items[nameof(Purpose)] = Purpose.ToString();
        state.Items[nameof(BegunAt)] = BegunAt.ToString("O", CultureInfo.InvariantCulture);
        state.Items[nameof(Session)] = Session;
        state.Items[nameof(Secret)] = Secret;
    }

    public static ProviderTrip Of(AuthenticationProperties state) => new(
        Enum.Parse<TripPurpose>(state.Items[nameof(Purpose)]!),
        Identity.LocalAddress.Of(state.Items[nameof(Next)]),
        DateTimeOffset.Parse(state.Items[nameof(BegunAt)]!, CultureInfo.InvariantCulture),
        state.Items.TryGetValue(nameof(Session), out var session) ? session : null,
        state.Items.TryGetValue(nameof(Secret), out var secret) ? secret : null);
}
