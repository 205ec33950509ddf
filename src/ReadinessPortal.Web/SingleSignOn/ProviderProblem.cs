using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>Shows why a provider did not let somebody in: a sentence, and nothing that a token or a code says.
/// </summary>
internal static class ProviderProblem
{
    /// <summary>What an answer that could not be used comes down to.</summary>
    public static Refusal Of(IdentityProvider provider, Exception? failure)
    {
        for (var problem = failure; problem is not null; problem = problem.InnerException)
        {
            switch (problem)
            {
                case OpenIdConnectProtocolInvalidNonceException or OpenIdConnectProtocolInvalidStateException:
                    return new ProviderAnswersAnother();
                case SecurityTokenException or OpenIdConnectProtocolInvalidAtHashException
                    or OpenIdConnectProtocolInvalidCHashException:
                    return new ProviderAnswerIsNone(provider.Title);
                case OpenIdConnectProtocolException:
                    // What is wrong with an answer has a number; else the provider said that something is.
                    return problem.Message.StartsWith("IDX", StringComparison.Ordinal)
                        ? new ProviderAnswerIsNone(provider.Title) : new ProviderHasFailed(provider.Title);
                case HttpRequestException or TaskCanceledException or IOException:
                    return new ProviderIsAway(provider.Title);
            }
        }

        return new ProviderAnswersAnother();
    }

    /// <summary>Answers with a page of its own, wherever somebody came from.</summary>
    /// <param name="next">Where to begin again; null for the sign-in page.</param>
    public static async Task AnswerAsync(
        HttpContext http, IdentityProvider provider, Refusal refusal, string? next = null)
    {
        if (refusal is ProviderAnswerIsNone or ProviderHasFailed or ProviderSaysNotWho)
        {
            http.RequestServices.GetRequiredService<ILogger<ProviderDoor>>()
                .LogWarning("What {Provider} answered was refused: {Refusal}", provider.Key, refusal.GetType().Name);
        }

        var page = new RazorComponentResult<ProviderRefusedPage>(new
        {
            provider.Title, refusal.Text, Again = next ?? Links.SignIn("/"), IsBack = next is not null,
        })
        {
            StatusCode = refusal switch
            {
                ProviderIsAway or ProviderHasFailed => StatusCodes.Status502BadGateway,
                ProviderAnswersAnother or ProviderAnswerIsNone or ProviderSaysNotWho => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status403Forbidden,
            },
        };
        await page.ExecuteAsync(http);
    }
}
