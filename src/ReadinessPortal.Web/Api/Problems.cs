using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Tokens;

namespace ReadinessPortal.Web.Api;

/// <summary>Refusals as problem details, in one place.</summary>
internal static class Problems
{
    /// <summary>Why, in words, as the detail; the refusal's stable name as <c>reason</c>.</summary>
    /// <param name="status">Where the usual one of the refusal says too little of the request.</param>
    public static ProblemHttpResult Of(Refusal refusal, int? status = null) => TypedResults.Problem(
        statusCode: status ?? StatusOf(refusal), detail: refusal.Text,
        extensions: new Dictionary<string, object?> { ["reason"] = refusal.Name });

    public static int StatusOf(Refusal refusal) => refusal switch
    {
        TokenNotValid => StatusCodes.Status401Unauthorized,
        NoSuchToken or NoSuchLaunch or NoSuchRevision or NoSuchEvidence or NoSuchValidation
            or UnknownSubject =>
            StatusCodes.Status404NotFound,
        NotAMember or MayOnlyRead or NotYours or NotYourCategory or TokenMayNot or NotTheTokensCategory =>
            StatusCodes.Status403Forbidden,
        NotAcceptable or TextIsTooLong or SeveralProblems or IdempotencyKeyReused =>
            StatusCodes.Status422UnprocessableEntity,
        UploadTooSlow => StatusCodes.Status408RequestTimeout,
        EvidenceIsDamaged => StatusCodes.Status500InternalServerError,
        DatabaseIsAway or OutcomeNotKnown or TooManyAtOnce or LaunchIsBusy or NoPlaceForUpload or SpoolIsFull =>
            StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };
}

internal sealed record NoSuchRevision(string Key, int Number) : Refusal
{
    public override string Text => $"Launch {Key} has no revision {Number} that you can see.";
}

internal sealed record NoSuchEvidence(string Evidence) : Refusal
{
    public override string Text => $"No file is uploaded for evidence {Evidence}.";
}
