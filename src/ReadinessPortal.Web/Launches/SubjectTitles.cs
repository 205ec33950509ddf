using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Launches;

/// <summary>What the things of a launch are called where they are only referred to.</summary>
public static class SubjectTitles
{
    public static IReadOnlyDictionary<SubjectRef, string> Of(LaunchFacts facts) =>
        FactKinds.Named(facts).ToDictionary(s => s.Subject, s => VisibleText.Of(s.Title));
}
