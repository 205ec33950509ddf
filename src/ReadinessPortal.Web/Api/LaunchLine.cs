using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Api;

/// <summary>A launch in a list.</summary>
/// <param name="Verdict">Null while its first board has not been built.</param>
/// <param name="Decision">What was decided, in one line; null while nothing is.</param>
/// <param name="Live">What the live facts say beside it.</param>
/// <param name="IsFresh">False while what is said here is being renewed.</param>
/// <param name="WaitsForMe">It is your turn to sign the newest revision, or to decide on it.</param>
public sealed record LaunchLine(
    string Key, string Title, LaunchStage Stage, DateOnly TargetDate, bool IsDemo, LevelAnswer? Verdict,
    string? VerdictSummary, string? Decision, LevelAnswer? Live, int? Score, int? Revision, bool IsFresh,
    bool WaitsForMe, string Href)
{
    public static LaunchLine Of(LaunchRow row) => new(
        row.Key, row.Title, row.Stage, row.TargetDate, row.IsDemo,
        row.Summary is { } summary ? Answers.Level(summary.Verdict, summary.VerdictProven) : null,
        row.Summary?.VerdictSummary, row.Summary?.Decision?.Sentence,
        row.Summary is { } said ? Answers.Level(said.Live, said.LiveProven) : null, row.Summary?.Score,
        row.Summary?.Revision, row.IsFresh, row.WaitsForMe, Links.Api(row.Key));
}
