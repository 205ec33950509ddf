using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Evidence;
using ReadinessPortal.Web.Tokens;

namespace ReadinessPortal.Web.Deliveries;

/// <summary>Whether a delivery is meant by whoever it comes from: a browser sends its cookie with anything.</summary>
internal static class DeliveryCaller
{
    private const string FormToken = "RequestVerificationToken";

    /// <returns>Null where it is: it comes by a token, or with the proof that a page of the portal gave.</returns>
    public static async Task<ProblemHttpResult?> WhyNotMeantAsync(HttpContext http, IAntiforgery antiforgery) =>
        http.User is TokenPrincipal
        || (http.Request.Headers.ContainsKey(FormToken) && await antiforgery.IsRequestValidAsync(http))
            ? null
            : Problems.Of(new FormNotReadable(
                $"Whoever is signed in by a browser sends the header {FormToken}; a pipeline sends a token in the "
                + "header Authorization."), StatusCodes.Status400BadRequest);
}
