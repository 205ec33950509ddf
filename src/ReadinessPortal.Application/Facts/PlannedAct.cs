using System.Collections.Immutable;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>An act of its own, planned: another release, another target date, an acceptance.</summary>
internal abstract record PlannedAct : PlannedChange
{
    private PlannedAct()
    {
    }

    public override ImmutableArray<SubjectRef> Subjects => [Subject];

    /// <summary>For whoever makes the change, if they may.</summary>
    public static PlannedAct Of(GuardedAct act, LaunchChange change)
    {
        var planned = Of(act, change.Board, change.Actor, change.Now);
        return planned with
        {
            Refusal = Permissions.WhyNot(act.Action, change.Actor, change.Board) ?? planned.Refusal,
        };
    }

    /// <summary>Does it at once, or says why not.</summary>
    /// <param name="action">Name of the act in the audit.</param>
    /// <param name="end">Between what was done and why.</param>
    public static async Task<Outcome> DoAsync(
        GuardedAct act, LaunchChange change, string action, string key, CancellationToken ct, string end = ": ")
    {
        var planned = Of(act, change);
        if (planned.Refusal is { } refusal)
        {
            return await change.RefuseAsync(refusal, action, planned.Subject, ct);
        }

        planned.Write(change);
        return await change.CommitAsync(
            new AuditEntry(action, planned.Subject, $"{planned.Summary}{end}{act.Reason!.Trim()}"), ct, key);
    }

    /// <param name="by">Whoever asked for it; may they, was asked before.</param>
    public static PlannedAct Of(GuardedAct act, LaunchBoard board, Actor by, DateTimeOffset now)
    {
        var planned = Plan(act, board, by, now);
        return planned with { Refusal = StageRules.WhyNot(act.Action, board.Launch) ?? planned.Refusal };
    }

    private static PlannedAct Plan(GuardedAct act, LaunchBoard board, Actor by, DateTimeOffset now) => act switch
    {
        GuardedAct.ChangeRelease(var request) => Release.Of(request, board),
        GuardedAct.MoveTargetDate(var request) => TargetDate.Of(request, board, by, now),
        GuardedAct.AcceptFinding(var request) => Acceptance.Of(request, board, by, now),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "is no act that can be asked for"),
    };

    private static SubjectRef Launch(LaunchBoard board) => new(SubjectKind.Launch, board.Launch.Key);

    private sealed record Release(Domain.Launches.Release? Next) : PlannedAct
    {
        public static Release Of(ReleaseRequest request, LaunchBoard board)
        {
            var next = ReleaseRules.Clean(request.To);
            return new(next)
            {
                Refusal = ReleaseRules.WhyNot(board, request),
                Subject = Launch(board),
                Summary = $"Release under test: {board.Launch.Release?.Name ?? "none"} to {next?.Name ?? "none"}",
            };
        }

        public override LaunchBoard On(LaunchBoard board) => board.With(board.Launch with { Release = Next });

        public override bool Write(LaunchChange change) =>
            change.Change(change.Board.Launch, change.Board.Launch with { Release = Next });
    }

    private sealed record TargetDate(TargetMove? Move) : PlannedAct
    {
        public static TargetDate Of(MoveRequest request, LaunchBoard board, Actor by, DateTimeOffset now)
        {
            var refusal = TargetDateRules.WhyNot(board, request);
            var move = refusal is null ? TargetDateRules.Move(board, request, by, now) : null;
            return new(move)
            {
                Refusal = refusal,
                Subject = Launch(board),
                Summary = move is null ? ""
                    : $"Target date moved from {Format.Day(move.From)} to {Format.Day(move.To)}",
            };
        }

        public override LaunchBoard On(LaunchBoard board) => board.With(board.Launch with { TargetDate = Move!.To });

        public override bool Write(LaunchChange change)
        {
            change.Add(Move!);
            return change.Change(change.Board.Launch, change.Board.Launch with { TargetDate = Move!.To });
        }
    }

    private sealed record Acceptance(FindingAcceptance? Accepted) : PlannedAct
    {
        public static Acceptance Of(FindingToAccept request, LaunchBoard board, Actor by, DateTimeOffset now)
        {
            var refusal = AcceptanceRules.WhyNotAccept(board, request, now);
            var accepted = refusal is null ? AcceptanceRules.Accept(board, request, by, now) : null;
            return new(accepted)
            {
                Refusal = refusal,
                Subject = request.Finding.Claim(),
                Summary = $"{request.StatedAt}: {request.Stated} stated, {request.Derived} derived, accepted",
            };
        }

        public override LaunchBoard On(LaunchBoard board) =>
            board with { Acceptances = board.Acceptances.Add(Accepted!) };

        public override bool Write(LaunchChange change)
        {
            change.Add(Accepted!);
            return true;
        }
    }
}
