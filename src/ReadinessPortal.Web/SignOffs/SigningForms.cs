using System.Collections.Immutable;
using System.Security.Claims;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SignOffs;

/// <summary>
/// Takes what a signing form sent, asks the signer who they are once more, and hands it to the use case.
/// </summary>
internal sealed class SigningForms(
    SignLaunch sign, DecideLaunch decide, ReviewDecision review, WithdrawSignOff withdraw, SignerCheck signers,
    IHttpContextAccessor requests)
{
    public Task<Outcome> SignAsync(string key, SignInput input, ClaimsPrincipal person)
    {
        if (!Enum.TryParse<SignOffDecision>(input.Decision, out var decision) || !Enum.IsDefined(decision))
        {
            return NotChosenAsync(person, input, "Choose what you say of this revision.");
        }

        var conditions = ConditionInput.Drafts(decision == SignOffDecision.Conditional ? input.Conditions : null);
        return ActAsync(person, input, (how, from) => sign.RunAsync(
            key,
            new SignRequest(
                input.Revision, input.Sha256 ?? "", input.Role ?? "", decision, input.Comment, conditions, how)
            { From = from },
            person.AsViewer().By(input.Request)));
    }

    public Task<Outcome> DecideAsync(string key, DecideInput input, ClaimsPrincipal person)
    {
        if (input.Answer is not ("yes" or "no"))
        {
            return NotChosenAsync(person, input, "Choose YES or NO.");
        }

        var yes = input.Answer == "yes";
        ImmutableArray<ConditionDraft> conditions = yes ? ConditionInput.Drafts(input.Conditions) : [];
        return ActAsync(person, input, (how, from) => decide.RunAsync(
            key,
            new DecideRequest(
                input.Revision, input.Sha256 ?? "", yes, input.Comment, conditions, yes ? input.OverrideReason : null,
                [.. input.Shown ?? []], how)
            { From = from },
            person.AsViewer().By(input.Request)));
    }

    public Task<Outcome> ReviewAsync(string key, ReviewInput input, ClaimsPrincipal person) =>
        input.Answer is not ("confirm" or "revoke")
            ? NotChosenAsync(person, input, "Choose whether you confirm or revoke.")
            : ActAsync(person, input, (how, from) => review.RunAsync(
                key,
                new ReviewRequest(
                    input.Revision, input.Answer == "confirm", input.Reason, [.. input.Shown ?? []], how)
                { From = from },
                person.AsViewer().By(input.Request)));

    public Task<Outcome> WithdrawAsync(string key, WithdrawForm.WithdrawInput input, ClaimsPrincipal person) =>
        ActAsync(person, input, (how, from) => withdraw.RunAsync(
            key, new WithdrawRequest(input.SignOff, input.Reason, how) { From = from },
            person.AsViewer().By(input.Request)));

    // Without a proof the use case is asked all the same, as by nobody who proved who they are: it refuses,
    // and the launch's audit has the attempt. What had been signed by the same form before is not taken back.
    private async Task<Outcome> ActAsync(
        ClaimsPrincipal person, SignedInput input, Func<string, SigningCircumstances, Task<Outcome>> act)
    {
        var answer = await signers.ProveAsync(person, input.Proof);
        if (answer.WhyNot is null && await signers.TakeAsync(person, answer))
        {
            var done = await act(answer.By, From(answer.At));
            // Where nobody knows whether it signed, the proof is used up: it must not sign a second time.
            if (done is Outcome.Refused { Refusal: not OutcomeNotKnown })
            {
                await signers.GiveBackAsync(person, answer);
            }

            return done;
        }

        var wrong = answer.WhyNot ?? "What confirmed that it is you was used for another signature. Confirm again.";
        var outcome = await act("", From(null));
        return outcome is Outcome.Refused { Refusal: var why } ? new Outcome.Refused(Named(why, wrong)) : outcome;
    }

    private SigningCircumstances From(DateTimeOffset? authenticatedAt) => new(
        authenticatedAt, requests.HttpContext?.Connection.RemoteIpAddress?.ToString(),
        requests.HttpContext?.Request.Headers.UserAgent.ToString());

    // What else is wrong is said in the same breath.
    private static Refusal Named(Refusal why, string wrong) => why switch
    {
        NotReauthenticated => new NotSignedFor(wrong),
        SeveralProblems several => several with { All = [.. several.All.Select(r => Named(r, wrong))] },
        _ => why,
    };

    private async Task<Outcome> NotChosenAsync(ClaimsPrincipal person, SignedInput input, string what) =>
        new Outcome.Refused((await signers.ProveAsync(person, input.Proof)).WhyNot is { } wrong
            ? new SeveralProblems([new NotSignedFor(what), new NotSignedFor(wrong)])
            : new NotSignedFor(what));
}

/// <summary>The form is not complete, or its sender did not prove who they are.</summary>
internal sealed record NotSignedFor(string What) : Refusal
{
    public override string Text => What;
}
