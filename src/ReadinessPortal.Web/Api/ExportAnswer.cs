using System.Collections.Immutable;

namespace ReadinessPortal.Web.Api;

/// <summary>Everything the API says of a launch, in one document.</summary>
public sealed record ExportAnswer(
    LaunchAnswer Summary, VerdictAnswer Verdict, ImmutableArray<CriterionAnswer> Criteria,
    ImmutableArray<GateAnswer> Gates, ImmutableArray<FigureAnswer> Figures, ImmutableArray<FindingAnswer> Findings)
{
    public static ExportAnswer Of(LaunchPicture picture) => new(
        Answers.Summary(picture), Answers.Verdict(picture), Answers.Criteria(picture), Answers.Gates(picture),
        Answers.Figures(picture), Answers.Findings(picture));
}
