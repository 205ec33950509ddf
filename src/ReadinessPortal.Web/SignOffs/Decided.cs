using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.SignOffs;

/// <summary>Sign-off decisions as pages say and draw them.</summary>
internal static class Decided
{
    public static string Past(SignOffDecision decision) => decision switch
    {
        SignOffDecision.Conditional => "approved with conditions",
        SignOffDecision.Reject => "rejected",
        SignOffDecision.Abstain => "abstained",
        _ => "approved",
    };

    public static MarkupString Shape(SignOffDecision decision) => decision switch
    {
        SignOffDecision.Conditional => Mark.Hold,
        SignOffDecision.Reject => Mark.No,
        SignOffDecision.Abstain => Mark.Part,
        _ => Mark.Go,
    };
}
