using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Members;

/// <summary>What a part lets somebody do, in one sentence.</summary>
internal static class PartWords
{
    public static string Of(LaunchPart part) => part switch
    {
        LaunchPart.Viewer => "Reads everything but the audit.",
        LaunchPart.Lead => "Changes what belongs to the categories and criteria of the roles they fill.",
        LaunchPart.Contributor => "Attaches evidence and keeps the rows of registers.",
        LaunchPart.Manager => "Sets the launch up, changes everything but signatures, freezes, lets people in.",
        LaunchPart.Executive => "Answers what needs a second person: waivers, findings, guarded changes.",
        LaunchPart.Auditor => "Reads everything and checks the audit.",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "is no part"),
    };
}
