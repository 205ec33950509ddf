using System.Collections.Immutable;
using System.Security.Claims;
using ReadinessPortal.Application;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SignOffs;

/// <summary>
/// Takes what a signing form sent, asks the signer for the password, and hands it to the use case. Each answer says why
/// nothing was signed, or is null when it was.
/// </summary>
internal sealed class SigningDesk(
    SignLaunch sign, DecideLaunch decide, ReviewDecision review, WithdrawSignOff withdraw, PasswordCheck passwords,
    Reports.LaunchReports reports)
{
    public async Task<string?> SignAsync(string key, SignInput input, ClaimsPrincipal person)
    {
        if (!Enum.TryParse<SignOffDecision>(input.Decision, out var decision) || !Enum.IsDefined(decision))
        {
            return "Choose what you say of this revision.";
        }

        if (await passwords.WhyNotAsync(person, input.Password) is { } wrong)
        {
            return wrong;
        }

        var conditions = ConditionInput.Drafts(decision == SignOffDecision.Conditional ? input.Conditions : null);
        return Refusal(await sign.RunAsync(
            key,
            new SignRequest(
                input.Revision, input.Sha256 ?? "", input.Role ?? "", decision, input.Comment, conditions,
                PasswordCheck.Authentication),
            person.AsViewer()));
    }

    public async Task<string?> DecideAsync(
        string key, DecideInput input, ClaimsPrincipal person, CancellationToken ct = default)
    {
        if (input.Answer is not ("yes" or "no"))
        {
            return "Choose YES or NO.";
        }

        if (await passwords.WhyNotAsync(person, input.Password) is { } wrong)
        {
            return wrong;
        }

        var yes = input.Answer == "yes";
        ImmutableArray<ConditionDraft> conditions = yes ? ConditionInput.Drafts(input.Conditions) : [];
        var refusal = Refusal(await decide.RunAsync(
            key,
            new DecideRequest(
                input.Revision, input.Sha256 ?? "", yes, input.Comment, conditions, yes ? input.OverrideReason : null,
                PasswordCheck.Authentication),
            person.AsViewer(), ct));
        if (refusal is null)
        {
            await reports.KeepFinalAsync(key, input.Revision, person.AsViewer(), ct);
        }

        return refusal;
    }

    public async Task<string?> ReviewAsync(string key, ReviewInput input, ClaimsPrincipal person)
    {
        if (input.Answer is not ("confirm" or "revoke"))
        {
            return "Choose whether you confirm or revoke.";
        }

        return await passwords.WhyNotAsync(person, input.Password)
            ?? Refusal(await review.RunAsync(
                key,
                new ReviewRequest(
                    input.Revision, input.Answer == "confirm", input.Reason, [.. input.Shown ?? []],
                    PasswordCheck.Authentication),
                person.AsViewer()));
    }

    public async Task<string?> WithdrawAsync(string key, WithdrawForm.WithdrawInput input, ClaimsPrincipal person) =>
        await passwords.WhyNotAsync(person, input.Password)
        ?? Refusal(await withdraw.RunAsync(
            key, new WithdrawRequest(input.Role ?? "", input.Reason, PasswordCheck.Authentication), person.AsViewer()));

    private static string? Refusal(Outcome outcome) => (outcome as Outcome.Refused)?.Refusal.Text;
}
