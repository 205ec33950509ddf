using System.Collections.Immutable;
using System.Security.Claims;
using ReadinessPortal.Application;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SignOffs;

/// <summary>
/// Takes what a signing form sent, asks the signer for the password, and hands it to the use case.
/// </summary>
internal sealed class SigningDesk(
    SignLaunch sign, DecideLaunch decide, ReviewDecision review, WithdrawSignOff withdraw, PasswordCheck passwords)
{
    public Task<Outcome> SignAsync(string key, SignInput input, ClaimsPrincipal person)
    {
        if (!Enum.TryParse<SignOffDecision>(input.Decision, out var decision) || !Enum.IsDefined(decision))
        {
            return NotChosen("Choose what you say of this revision.");
        }

        var conditions = ConditionInput.Drafts(decision == SignOffDecision.Conditional ? input.Conditions : null);
        return ActAsync(person, input.Password, () => sign.RunAsync(
            key,
            new SignRequest(
                input.Revision, input.Sha256 ?? "", input.Role ?? "", decision, input.Comment, conditions,
                PasswordCheck.Authentication),
            person.AsViewer().By(input.Request)));
    }

    public Task<Outcome> DecideAsync(string key, DecideInput input, ClaimsPrincipal person)
    {
        if (input.Answer is not ("yes" or "no"))
        {
            return NotChosen("Choose YES or NO.");
        }

        var yes = input.Answer == "yes";
        ImmutableArray<ConditionDraft> conditions = yes ? ConditionInput.Drafts(input.Conditions) : [];
        return ActAsync(person, input.Password, () => decide.RunAsync(
            key,
            new DecideRequest(
                input.Revision, input.Sha256 ?? "", yes, input.Comment, conditions, yes ? input.OverrideReason : null,
                [.. input.Shown ?? []], PasswordCheck.Authentication),
            person.AsViewer().By(input.Request)));
    }

    public Task<Outcome> ReviewAsync(string key, ReviewInput input, ClaimsPrincipal person) =>
        input.Answer is not ("confirm" or "revoke")
            ? NotChosen("Choose whether you confirm or revoke.")
            : ActAsync(person, input.Password, () => review.RunAsync(
                key,
                new ReviewRequest(
                    input.Revision, input.Answer == "confirm", input.Reason, [.. input.Shown ?? []],
                    PasswordCheck.Authentication),
                person.AsViewer().By(input.Request)));

    public Task<Outcome> WithdrawAsync(string key, WithdrawForm.WithdrawInput input, ClaimsPrincipal person) =>
        ActAsync(person, input.Password, () => withdraw.RunAsync(
            key, new WithdrawRequest(input.SignOff, input.Reason, PasswordCheck.Authentication),
            person.AsViewer().By(input.Request)));

    private async Task<Outcome> ActAsync(ClaimsPrincipal person, string? password, Func<Task<Outcome>> act) =>
        await passwords.WhyNotAsync(person, password) is { } wrong
            ? new Outcome.Refused(new NotSignedFor(wrong))
            : await act();

    private static Task<Outcome> NotChosen(string what) =>
        Task.FromResult<Outcome>(new Outcome.Refused(new NotSignedFor(what)));
}

/// <summary>The form is not complete, or its sender did not prove who they are.</summary>
internal sealed record NotSignedFor(string What) : Refusal
{
    public override string Text => What;
}
