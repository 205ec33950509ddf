using System.Collections.Immutable;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Deliveries;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Criteria;

/// <summary>What whoever posts a run of a validation is told.</summary>
/// <param name="DryRun">Nothing was kept: this is what would happen.</param>
/// <param name="ChangeNumber">Of the launch as it is told here.</param>
/// <param name="Validation">Key.</param>
/// <param name="Outcome">Of this run's output.</param>
/// <param name="Shown">As screens print it: <c>reproduced three times</c>.</param>
/// <param name="Expected">What the output is compared with, in words; null where it is only recorded.</param>
/// <param name="Differs">How it differs; null where it does not.</param>
/// <param name="Times">How often in a row it was reproduced, this run included.</param>
/// <param name="Since">When the first of these ran; null where it is not known.</param>
/// <param name="Counts">It is what the launch goes by from now on; otherwise it is in the history alone.</param>
/// <param name="WhyNot">It does not count.</param>
/// <param name="Criteria">The one that it belongs to, before and after.</param>
/// <param name="Gates">Those whose color it changes.</param>
public sealed record RunAnswer(
    bool DryRun, long ChangeNumber, string Validation, ValidationOutcome Outcome, string Shown, string? Expected,
    string? Differs, int Times, DateTimeOffset? Since, bool Counts, string? WhyNot,
    ImmutableArray<MovedCriterion> Criteria, ImmutableArray<MovedGate> Gates, LevelAnswer ReadinessBefore,
    LevelAnswer ReadinessAfter, string Href)
{
    internal static RunAnswer Of(RecordedRun recorded, PostedRun run)
    {
        var (board, before, after, standing) =
            (recorded.Board!, recorded.Before!, recorded.After!, recorded.Standing!);
        return new(run.IsDryRun, board.ChangeNumber, run.Validation, standing.Outcome, standing.Word,
            standing.Expected, standing.Differs, standing.Times, standing.Since, recorded.WhyOnlyHistory is null,
            recorded.WhyOnlyHistory,
            [
                .. board.Facts.Criteria.Where(c => c.Key == run.Criterion)
                    .Select(c => MovedCriterion.Of(c, before, after)),
            ],
            [
                .. board.Facts.Gates.Select(g => MovedGate.Of(g, before, after)).Where(g => g.Before != g.After),
            ],
            Level(before), Level(after),
            Links.To(board.Launch.Key, new SubjectRef(SubjectKind.Criterion, run.Criterion)));
    }

    private static LevelAnswer Level(Readiness of) => Answers.Level(of.Level, of.Tally.InShort);
}

/// <summary>A gate whose color a run changes.</summary>
public sealed record MovedGate(string Key, string Title, GateColour Before, GateColour After)
{
    internal static MovedGate Of(Gate gate, Readiness before, Readiness after) =>
        new(gate.Key, gate.Title, before.Gate(gate.Key).Colour, after.Gate(gate.Key).Colour);
}
