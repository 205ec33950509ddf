using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Web.Launches;

/// <summary>What waits for the reader on a launch, in one sentence, and where it is done.</summary>
public sealed record WaitingFor(string Text, string? Action = null, string? Href = null)
{
    public static WaitingFor In(LaunchView view)
    {
        var board = view.Board;
        var launch = board.Launch.Key;
        var held = board.Holdings.Where(h => h.HolderId == view.Me.UserId || h.DeputyId == view.Me.UserId)
            .Select(h => board.Facts.Roles.FirstOrDefault(r => r.Key == h.Role)).OfType<Role>().ToList();
        var record = board.NewestRevision is { } newest ? board.RecordOf(newest.Number) : null;
        if (record is not null && held.FirstOrDefault(r => record.Standing(r.Key) is null) is { } unsigned)
        {
            return WhatComesFirst(board, record, unsigned) is { } before
                ? new($"nothing yet. You sign as {unsigned.Title} {before}.")
                : new(
                    $"your {(unsigned.Accountable ? "final decision" : "sign-off")} as {unsigned.Title} on revision {record.Revision}.",
                    unsigned.Accountable ? "Decide" : "Sign", Links.Page(launch, "sign-off"));
        }

        if (view.SinceDecision is { IsOpen: true } since && since.Record.Decider?.UserId == view.Me.UserId)
        {
            return new(
                $"your word on what got worse since you decided on revision {since.Record.Revision}.",
                "Confirm or revoke", $"{Links.Page(launch, "sign-off")}#since");
        }

        if (board.Waivers.FirstOrDefault(w => WaiverRules.WhyNotAnswer(board, w.Id, view.Me) is null) is { } waiver)
        {
            return new(
                $"your answer to the waiver that {waiver.RequestedBy} asked for.", "Answer",
                Links.To(launch, new(SubjectKind.Waiver, waiver.Criterion)));
        }

        var mine = view.Readiness.Criteria.Where(c => !c.IsProven && held.Any(r => r.Key == c.Lead)).ToList();
        if (mine.Count > 0)
        {
            return new(
                mine.Count == 1 ? "1 of your criteria is not proven." : $"{mine.Count} of your criteria are not proven.",
                "Show", Links.Page(launch, "criteria?show=mine"));
        }

        if (view.Me.Is(LaunchPart.Manager) && (record is null || view.ChangesSince > 0))
        {
            return new(
                record is null
                    ? "no revision is frozen, so nobody can sign."
                    : $"{view.ChangesSince} changes since revision {record.Revision} was frozen.",
                "Freeze a revision", Links.Page(launch, "revisions/freeze"));
        }

        return held.FirstOrDefault() is { } role && record is null
            ? new($"nothing yet. You sign as {role.Title} once a revision is frozen.")
            : new("nothing.");
    }

    private static string? WhatComesFirst(LaunchBoard board, DecisionRecord record, Role role)
    {
        var before = board.Facts.Roles.Count(r => record.Standing(r.Key) is null
            && !board.Holdings.Any(h => h.Role == r.Key && h.NotRequiredReason is not null)
            && (role.Accountable ? !r.Accountable : role.Kind == RoleKind.Business && r.Kind == RoleKind.Technical));
        return role.Accountable || before == 0 ? null
            : before == 1 ? "after one more technical sign-off"
            : $"after {before} technical sign-offs";
    }
}
