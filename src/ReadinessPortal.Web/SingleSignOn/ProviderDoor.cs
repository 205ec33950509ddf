using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>
/// Where people come back from a provider. What it said of them is looked at here and kept nowhere: from then on the
/// portal's own session counts.
/// </summary>
internal sealed class ProviderDoor(
    ProviderAccounts accounts, ProviderLinks links, ProviderGifts gifts, Confirmations confirmations,
    SignInDoor door, OnceMarks marks, TimeProvider time)
{
    /// <param name="claims">Of an answer that was checked: signature, issuer, audience, times, nonce and state.</param>
    /// <param name="state">What they were sent with.</param>
    public async Task ArriveAsync(
        HttpContext http, IdentityProvider provider, ClaimsPrincipal claims, AuthenticationProperties state)
    {
        var trip = ProviderTrip.Of(state);
        var refusal = ProviderWord.Of(provider, claims) is not { } word ? new ProviderSaysNotWho(provider.Title)
            : !await marks.IsFirstAsync($"answer {provider.Key}", word.Nonce ?? "") ? new ProviderAnswersAnother()
            : !word.MayEnter ? new ProviderLetsOthersIn(provider.Title)
            : trip.Purpose switch
            {
                TripPurpose.Confirm => await ConfirmAsync(http, word, trip),
                TripPurpose.Link => await LinkAsync(http, word, trip),
                TripPurpose.Join => await JoinAsync(http, word, trip),
                _ => await BeginAsync(http, word, await accounts.FindOrMakeAsync(word)),
            };
        if (refusal is null)
        {
            http.Response.Redirect(trip.Next);
            return;
        }

        await ProviderProblem.AnswerAsync(http, provider, refusal, trip.Purpose switch
        {
            TripPurpose.Confirm or TripPurpose.Link => trip.Next,
            TripPurpose.Join => AccountLinks.Address + trip.Secret,
            _ => null,
        });
    }

    // Somebody may have signed in meanwhile, in another window.
    private async Task<Refusal?> JoinAsync(HttpContext http, ProviderWord word, ProviderTrip trip) =>
        (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal is { } person
            ? new SignedInAlready(person.ShownName())
            : await BeginAsync(http, word, await links.JoinAsync(trip.Secret ?? "", word));

    private async Task<Refusal?> BeginAsync(
        HttpContext http, ProviderWord word, (Refusal? Refusal, PortalUser? User) found)
    {
        if (found.User is { } user)
        {
            await accounts.FollowRightsAsync(user, word);
            await gifts.FollowAsync(user, word);
            await door.BeginAsync(http, user, word.Provider.Key, word.Session);
        }

        return found.Refusal;
    }

    private async Task<Refusal?> ConfirmAsync(HttpContext http, ProviderWord word, ProviderTrip trip)
    {
        var person = await WhoAsync(http, trip);
        var isSame = person is not null && await accounts.FindAsync(word) is { DisabledAt: null } user
            && user.Id == person.UserId();
        var refusal = ProviderRules.WhyNotConfirm(
            word.Provider.Title, isSame, word.SignedInAt, trip.BegunAt, time.GetUtcNow());
        if (refusal is null)
        {
            await confirmations.ConfirmAsync(person!, word);
        }

        return refusal;
    }

    private async Task<Refusal?> LinkAsync(HttpContext http, ProviderWord word, ProviderTrip trip) =>
        await WhoAsync(http, trip) is not { } person ? new LinkingIsOver()
            : ProviderRules.WhyNotConfirm(
                word.Provider.Title, isSame: true, word.SignedInAt, trip.BegunAt, time.GetUtcNow())
            ?? await links.LinkAsync(person, word);

    // Whoever was sent there, in the session that sent them; null where that is over.
    private static async Task<ClaimsPrincipal?> WhoAsync(HttpContext http, ProviderTrip trip)
    {
        var now = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return now.Principal is { } person && trip.Session is { } session && OpenSessions.SessionOf(person) == session
            ? person : null;
    }
}
