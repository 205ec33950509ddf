using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Facts;

/// <summary>What the things of a launch are called where they are only referred to.</summary>
public static class SubjectTitles
{
    public static IReadOnlyDictionary<SubjectRef, string> Of(LaunchFacts facts) =>
        FactKinds.Named(facts).Select(s => (s.Subject, s.Title))
            .Append((Subject: new SubjectRef(SubjectKind.Launch, facts.Launch.Key), facts.Launch.Title))
            .ToDictionary(s => s.Subject, s => VisibleText.Of(Short(s.Title)));

    // A text of the report without a title goes by what it says.
    private static string Short(string title) =>
        title.Length <= TextLimits.Name ? title : $"{title[..TextLimits.Name]}…";
}
