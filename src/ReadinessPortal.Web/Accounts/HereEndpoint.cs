namespace ReadinessPortal.Web.Accounts;

/// <summary>Whether whoever asks is still signed in, for a page without a circuit, which nobody tells
/// (here.js).</summary>
internal static class HereEndpoint
{
    /// <summary>Answers 204, or what it answers to anybody who is not signed in.</summary>
    public const string Address = "/account/here";

    public static void MapHere(this WebApplication web) =>
        web.MapGet(Address, () => TypedResults.NoContent()).ExcludeFromDescription();
}
