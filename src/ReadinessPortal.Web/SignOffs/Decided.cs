using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.SignOffs;

/// <summary>Sign-off decisions as pages draw them.</summary>
internal static class Decided
{
    public static MarkupString Shape(SignOffDecision decision) => decision switch
    {
        SignOffDecision.Conditional => Mark.Hold,
        SignOffDecision.Reject => Mark.No,
        SignOffDecision.Abstain => Mark.Part,
        _ => Mark.Go,
    };
}
