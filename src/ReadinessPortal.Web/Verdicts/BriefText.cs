using System.Text;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Web.Verdicts;

/// <summary>The brief as text, for a mail or a chat.</summary>
public static class BriefText
{
    public static string Of(Launch launch, Verdict verdict, Readiness readiness, SinceDecision? since = null)
    {
        var text = new StringBuilder();
        text.Append(launch.Key).Append(' ').AppendLine(launch.Title);
        text.Append("Launch on ").Append(Format.LongDay(launch.TargetDate));
        text.AppendLine(launch.AsOf is { } day
            ? $", as of {Format.LongDay(day)}{(launch.IsDemo ? " (demo)" : "")}"
            : "");
        text.AppendLine().Append(Format.Word(verdict.Level)).Append(". ").AppendLine(verdict.Summary);
        if (since is not null)
        {
            text.AppendLine(since.Sentence);
        }

        foreach (var (reason, index) in verdict.Reasons.Select((reason, index) => (reason, index)))
        {
            text.Append(index + 1).Append(". ").AppendLine(reason.Text);
            text.Append("   ").Append(reason.Owner ?? "nobody named").Append(": ").AppendLine(reason.Action.Text);
        }

        text.AppendLine().Append(Score(readiness)).Append("; ").Append(CriteriaTally.Of(readiness).Sentence)
            .Append('.');
        return text.ToString();
    }

    private static string Score(Readiness readiness) => readiness.Score switch
    {
        { Value: { } value, Band: var band } => $"{value} of 100, {band}, as scored by the leads",
        var score => $"No overall score: {score.Scored} of {score.Of} categories scored",
    };
}
