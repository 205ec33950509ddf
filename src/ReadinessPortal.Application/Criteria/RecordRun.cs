using System.Text.Json.Nodes;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Deliveries;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Criteria;

/// <summary>
/// Takes in what a command printed and compares it with what is expected. The newest run is the validation's output;
/// every run is in the audit, also one that came late and changes nothing. It is proof as a file is: nobody else has to
/// agree to what it improves. The portal runs nothing itself.
/// </summary>
public sealed class RecordRun(LaunchChanges launches, LaunchBoards boards)
{
    private const string Recorded = "ValidationRun";

    private static readonly DateTimeOffset _earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="key">Of the launch.</param>
    /// <param name="run">What was posted.</param>
    /// <param name="viewer">Whoever posts it; their request names it.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task<RecordedRun> RunAsync(
        string key, PostedRun run, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return RecordedRun.Not(new NoSuchLaunch(key));
        }

        if (run.IsDryRun)
        {
            return WhyNot(run, view.Board, view.Me, view.At) is { } refusal
                ? RecordedRun.Not(refusal)
                : Ended(Placed.Of(run, view.Board, view.Me, view.At), view, view.At);
        }

        Placed? placed = null;
        var outcome = await launches.RunAsync(key, viewer, Act(run), async change =>
        {
            if (WhyNot(run, change.Board, change.Actor, change.Now) is { } refusal)
            {
                return await change.RefuseAsync(
                    refusal, Recorded, new(SubjectKind.Criterion, run.Criterion), ct);
            }

            placed = Placed.Of(run, change.Board, change.Actor, change.Now);
            if (placed.WhyOnlyHistory is null)
            {
                change.Change(placed.Was, placed.Becomes);
            }

            return await change.CommitAsync(placed.Entry, ct, run.Validation, placed.Board);
        }, ct);
        if (outcome is Outcome.Refused refused)
        {
            return RecordedRun.Not(refused.Refusal);
        }

        var after = await boards.ViewAsync(key, viewer, ct) ?? view;
        return placed is null
            ? Repeated(run, after)
            : Ended(placed with { Board = after.Board }, view, after.At);
    }

    // It was placed the first time: all there is to say of it now is how it compares, and whether it still counts.
    private static RecordedRun Repeated(PostedRun run, LaunchView view)
    {
        if (Find(run, view.Board).Validation is not { } stands)
        {
            return RecordedRun.Not(new NoSuchValidation(run.Criterion, run.Validation));
        }

        var output = PrintedOutput.Plain(run.Output);
        var counts = ValidationStanding.RunOf(stands) is { } known && known.Output == ValidationStanding.Hash(output);
        var standing = counts ? ValidationStanding.Of(stands)
            : ValidationStanding.Of(stands with { Output = output, ExitCode = run.ExitCode, Run = null });
        return new(view.Board, view.Readiness, view.Readiness, standing, counts ? null : "a newer run is there",
            null);
    }

    private static RecordedRun Ended(Placed placed, LaunchView view, DateTimeOffset at) => new(
        placed.Board, view.Readiness, Readiness.At(placed.Board, at), placed.Standing, placed.WhyOnlyHistory, null);

    private static Refusal? WhyNot(PostedRun run, LaunchBoard board, Actor actor, DateTimeOffset now)
    {
        var output = PrintedOutput.Plain(run.Output);
        Refusal? refusal = Permissions.WhyNot(
                LaunchAction.AttachEvidence, actor, board, new SubjectRef(SubjectKind.Criterion, run.Criterion))
            ?? (Find(run, board).Validation is null ? new NoSuchValidation(run.Criterion, run.Validation) : null);
        return refusal
            ?? (run.RanAt > now + ReceivedBytes.ClocksDiffer
                ? new CapturedInTheFuture(board.Launch.Day(run.RanAt.Value)) : null)
            ?? (run.RanAt < _earliest ? new CapturedTooEarly(DateOnly.FromDateTime(_earliest.DateTime)) : null)
            ?? (run.ExitCode is null or 0 && !VisibleText.CanBeRead(output) ? new OutputIsEmpty() : null)
            ?? TextLimits.WhyNot("The output", output, TextLimits.Fact)
            ?? KeptText.WhyNot(output, mayTurn: false)
            ?? TextLimits.WhyNot("The source", run.Source?.AbsoluteUri)
            ?? TextLimits.WhyNot("The release", DeliveredRelease.Of(run.Version, run.Commit, null), TextLimits.Name);
    }

    private static (Criterion? Criterion, Validation? Validation) Find(PostedRun run, LaunchBoard board)
    {
        var criterion = board.Facts.Criteria.FirstOrDefault(c => c.Key == run.Criterion);
        return (criterion, criterion?.Validations.FirstOrDefault(v => v.Key == run.Validation));
    }

    private static LaunchAct Act(PostedRun run) => LaunchAction.AttachEvidence.Of(
        Recorded, run.Criterion, run.Validation, run.Output, run.ExitCode, run.RanAt, run.Version, run.Commit,
        run.Source?.AbsoluteUri);

    /// <param name="Board">The launch with it.</param>
    /// <param name="Becomes">The validation with it, whether or not it counts.</param>
    private sealed record Placed(
        LaunchBoard Board, Criterion Criterion, Validation Was, Validation Becomes, string? WhyOnlyHistory)
    {
        public ValidationStanding Standing => ValidationStanding.Of(Becomes);

        public AuditEntry Entry => new(
            Recorded, new(SubjectKind.Criterion, Criterion.Key),
            $"{Criterion.Title}, {ProofRules.TitleOf(Was)}: {Standing.Word}"
                + (Standing.Differs is { } differs ? $", {differs}" : "")
                + (WhyOnlyHistory is { } why ? $"; only for the history, {why}" : ""),
            new JsonObject
            {
                ["run"] = new JsonObject
                {
                    ["validation"] = Was.Key,
                    ["ranAt"] = Becomes.Run!.At.ToUniversalTime().ToString("O"),
                    ["outcome"] = Format.Word(Standing.Outcome),
                    ["exitCode"] = Becomes.ExitCode,
                    ["release"] = Becomes.Release,
                    ["source"] = Becomes.Run.Source,
                    ["sha256"] = Becomes.Run.Output,
                },
            });

        public static Placed Of(PostedRun run, LaunchBoard board, Actor actor, DateTimeOffset now)
        {
            var (criterion, stands) = Find(run, board);
            var launch = board.Launch;
            var at = (run.RanAt ?? now).ToMicroseconds();
            var release = DeliveredRelease.Of(run.Version, run.Commit, launch.Release);
            var becomes = ValidationStanding.After(stands!,
                stands! with { ExitCode = run.ExitCode, RecordedOn = launch.Day(at), Release = release },
                PrintedOutput.Plain(run.Output),
                new() { At = at, By = actor.Name, Source = run.Source?.AbsoluteUri });
            var why = RunRules.WhyOnlyHistory(
                stands!, at, release, launch, ProofTerms.Of(launch, launch.Today(now)));
            return new(why is null ? board.Proven(criterion!, stands!, becomes) : board, criterion!, stands!, becomes,
                why);
        }
    }
}
