using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Criteria;

/// <param name="Progress">0 to 100, or null.</param>
public sealed record AssessmentValues(CriterionResult Result, int? Progress, string? Rationale)
{
    public static AssessmentValues Of(Criterion criterion) =>
        new(criterion.Result, criterion.Progress, criterion.Rationale);
}

/// <summary>What a lead says of a criterion.</summary>
/// <param name="From">As shown when editing began: a field that was not touched follows whoever changed it
/// meanwhile.</param>
public sealed record Assessment(AssessmentValues From, AssessmentValues To);

/// <summary>Sets result, progress and rationale of a criterion.</summary>
public sealed class AssessCriterion(LaunchChanges launches)
{
    private const string Assessed = "CriterionAssessed";
    private const int MaxRationale = 4000;

    public Task<Outcome> RunAsync(
        string key, string criterionKey, Assessment assessment, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, async change =>
        {
            var subject = new SubjectRef(SubjectKind.Criterion, criterionKey);
            if ((Permissions.WhyNot(LaunchAction.AssessCriterion, change.Actor, change.Board, subject)
                ?? WhyNotAcceptable(assessment.To)) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Assessed, subject, ct);
            }

            var criterion = change.Board.Facts.Criteria.First(c => c.Key == criterionKey);
            var merge = new Merge();
            var next = criterion with
            {
                Result = merge.Field("result", assessment.From.Result, assessment.To.Result, criterion.Result, r =>
                    Format.Word(r)),
                Progress = merge.Field("progress", assessment.From.Progress, assessment.To.Progress, criterion.Progress,
                    p => p is { } percent ? $"{percent} %" : "not stated"),
                Rationale = merge.Field("rationale", Clean(assessment.From.Rationale), Clean(assessment.To.Rationale),
                    Clean(criterion.Rationale), r => r is null ? "none" : $"\u201c{r}\u201d"),
            };
            if (merge.Conflict is var (field, now, yours))
            {
                return await change.RefuseAsync(await ByWhomAsync(change, subject, field, now, yours, ct), Assessed,
                    subject, ct);
            }

            return change.Change(criterion, next)
                ? await change.CommitAsync(
                    new AuditEntry(Assessed, subject, $"{criterion.Title}: {string.Join(", ", merge.Words)}"), ct,
                    criterionKey)
                : new Outcome.Done(change.Board.ChangeNumber, criterionKey);
        }, ct);

    private static NotAcceptable? WhyNotAcceptable(AssessmentValues to) =>
        to.Progress is < 0 or > 100 ? new("Progress is a percentage from 0 to 100.")
        : to.Rationale?.Length > MaxRationale ? new($"A rationale has at most {MaxRationale} characters.")
        : null;

    private static async Task<ChangedMeanwhile> ByWhomAsync(
        LaunchChange change, SubjectRef subject, string field, string now, string yours, CancellationToken ct)
    {
        var about = subject.ToString();
        var last = await change.Db.Set<AuditRow>()
            .Where(a => a.LaunchId == change.LaunchId && a.TouchesFacts && a.Subject == about)
            .OrderByDescending(a => a.Seq).FirstOrDefaultAsync(ct);
        var line = last is null ? null : AuditLine.Of(last);
        return new(field, line?.Actor ?? "Somebody", line?.At ?? change.Now, now, yours);
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed class Merge
    {
        public List<string> Words { get; } = [];

        public (string Field, string Now, string Yours)? Conflict { get; private set; }

        public T Field<T>(string name, T from, T to, T now, Func<T, string> shown)
        {
            var same = EqualityComparer<T>.Default;
            if (same.Equals(to, from) || same.Equals(to, now))
            {
                return now;
            }

            if (!same.Equals(from, now))
            {
                Conflict ??= (name, shown(now), shown(to));
                return now;
            }

            Words.Add($"{name} {shown(now)} to {shown(to)}");
            return to;
        }
    }
}
