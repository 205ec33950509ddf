namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>Where on the portal a provider's part of signing in lies.</summary>
internal static class ProviderAddresses
{
    /// <summary>Leads to the provider, to come in.</summary>
    /// <param name="next">Where to go then: an address of this portal.</param>
    public static string Enter(string key, string next) => $"{Of(key)}?returnUrl={Uri.EscapeDataString(next)}";

    /// <summary>Leads to the provider, to join by a link; see <see cref="JoinIntents"/>.</summary>
    public static string Join(string key) => $"{Of(key)}/join";

    /// <summary>Leads to the provider, to confirm that it is still the same person.</summary>
    public static string Confirm(string key, string next) =>
        $"{Of(key)}/confirm?returnUrl={Uri.EscapeDataString(next)}";

    /// <summary>Leads to the provider, to link it to one's account.</summary>
    public static string Link(string key, string ticket) =>
        $"{Of(key)}/link?ticket={Uri.EscapeDataString(ticket)}";

    /// <summary>Where the provider sends people back to.</summary>
    public static string Callback(string key) => $"{Of(key)}/callback";

    /// <summary>Where the provider says that somebody signed out there.</summary>
    public static string Logout(string key) => $"{Of(key)}/logout";

    /// <summary>What is shown after signing out of the portal, on the way to signing out of the provider.</summary>
    public static string SignedOut(string key) => $"{Of(key)}/signed-out";

    private static string Of(string key) => $"/sign-in/by/{key}";
}
