using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Seals;

/// <summary>What a signature did, in a word or two.</summary>
public static class SignatureWords
{
    public static string Of(CertifiedSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return Of(signature.Act, signature.Decision, signature.Proceed);
    }

    public static string Of(SignedAct act, SignOffDecision? decision, bool? proceed) => act switch
    {
        SignedAct.SignedOff => Format.Word(decision ?? SignOffDecision.Approve),
        SignedAct.Withdrew => "sign-off withdrawn",
        SignedAct.Decided => proceed == true ? "YES" : "NO",
        SignedAct.Confirmed => "YES confirmed",
        _ => "YES revoked",
    };
}
