using System.Text;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Web.Brief;

/// <summary>The brief as text, for a mail or a chat.</summary>
public static class BriefText
{
    public static string Of(LaunchView view)
    {
        var (launch, standing, readiness) = (view.Launch, view.Standing, view.StandingReadiness);
        var text = new StringBuilder();
        text.Append(launch.Key).Append(' ').AppendLine(launch.Title);
        text.Append("Launch on ").Append(Format.LongDay(launch.TargetDate));
        text.AppendLine(launch.AsOf is { } day
            ? $", as of {Format.LongDay(day)}{(launch.IsDemo ? " (demo)" : "")}"
            : "").AppendLine();
        if (view.Decision is { } decision)
        {
            text.Append("Decided: ").Append(decision.Sentence).AppendLine(".");
            text.Append(view.StandingOf).Append(": ");
        }

        text.Append(Format.Word(standing.Level)).Append(", ").Append(standing.Criteria.InShort).Append(". ")
            .AppendLine(standing.Summary);
        if (view.SinceDecision is { } since)
        {
            text.AppendLine(since.Sentence);
        }

        foreach (var (index, reason) in standing.Reasons.Index())
        {
            text.Append(index + 1).Append(". ").AppendLine(reason.InShort);
            text.Append("   ").Append(reason.Owner ?? "no owner assigned").Append(": ").AppendLine(reason.Action.Text);
        }

        text.AppendLine().Append(Score(readiness)).Append("; ").Append(readiness.Tally.Sentence).Append('.');
        return text.ToString();
    }

    private static string Score(Readiness readiness) => readiness.Score switch
    {
        { Value: { } value, Band: var band } score =>
            $"{value} of 100, {band}, as scored by {Assessors.Name(score)}",
        var score => $"No overall score: {score.WhyNone}",
    };
}
