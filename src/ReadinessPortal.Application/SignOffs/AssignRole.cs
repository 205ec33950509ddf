using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.SignOffs;

/// <summary>Names who fills a role, or nobody.</summary>
public sealed class AssignRole(LaunchChanges launches)
{
    internal const string Assigned = "RoleAssigned";

    /// <param name="userId">Null takes the role from its holder.</param>
    /// <param name="shown">See <see cref="RoleRules.Shown"/>; null where nobody looked.</param>
    public Task<Outcome> RunAsync(
        string key, string role, Guid? userId, string? name, Viewer viewer, string? shown = null,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ManageRoles.Of(Assigned, role, userId, shown), change =>
            change.HoldAsync(role, Assigned,
            RoleRules.WhyNotAssign(change.Board, role, userId, name, change.Actor)
                ?? RoleRules.WhyMoved(change.Board, role, shown),
            holding => holding with { HolderId = userId, Holder = userId is null ? null : name },
            title => userId is null ? $"{title}: nobody" : $"{title}: {name}", ct), ct);
}

/// <summary>Names who may sign in a role's holder's stead, until a day.</summary>
public sealed class NameDeputy(LaunchChanges launches)
{
    internal const string Named = "DeputyNamed";

    /// <param name="deputyId">Null ends the deputising.</param>
    public Task<Outcome> RunAsync(
        string key, string role, Guid? deputyId, string? name, DateOnly? until, Viewer viewer, string? shown = null,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.NameDeputy.Of(role, deputyId, until, shown), change =>
            change.HoldAsync(role, Named,
            RoleRules.WhyNotNameDeputy(change.Board, role, deputyId, name, until, change.Actor, change.Now)
                ?? RoleRules.WhyMoved(change.Board, role, shown),
            holding => holding with
            {
                DeputyId = deputyId,
                Deputy = deputyId is null ? null : name,
                DeputyUntil = deputyId is null ? null : until,
            },
            title => deputyId is null ? $"{title}: no deputy"
                : $"{title}: {name} is deputy until {Format.Day(until!.Value)}",
            ct), ct);
}

/// <summary>Makes a role not required, with a reason that is printed; before the first freeze only.</summary>
public sealed class MakeRoleNotRequired(LaunchChanges launches)
{
    internal const string Relieved = "RoleNotRequired";

    /// <param name="reason">Null makes the role required again.</param>
    public Task<Outcome> RunAsync(
        string key, string role, string? reason, Viewer viewer, string? shown = null,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ManageRoles.Of(Relieved, role, reason, shown), change =>
            change.HoldAsync(role, Relieved,
            RoleRules.WhyNotNotRequire(change.Board, role, reason, change.Actor)
                ?? RoleRules.WhyMoved(change.Board, role, shown),
            holding => holding with { NotRequiredReason = reason?.Trim() },
            title => reason is null ? $"{title}: required again" : $"{title}: not required, {reason.Trim()}", ct), ct);
}

internal static class Holdings
{
    /// <summary>Changes who holds a role, unless it is refused or is so already.</summary>
    public static async Task<Outcome> HoldAsync(
        this LaunchChange change, string role, string action, Refusal? refusal, Func<RoleHolding, RoleHolding> next,
        Func<string, string> words, CancellationToken ct)
    {
        var subject = new SubjectRef(SubjectKind.Role, role);
        if (refusal is not null)
        {
            return await change.RefuseAsync(refusal, action, subject, ct);
        }

        var was = change.Board.Holdings.FirstOrDefault(h => h.Role == role);
        var now = next(was ?? new RoleHolding { Role = role, LaunchId = change.LaunchId });
        if (was is null)
        {
            change.Add(now);
        }
        else if (!change.Change(was, now))
        {
            return new Outcome.Done(change.Board.ChangeNumber, role);
        }

        var title = change.Board.Facts.Roles.First(r => r.Key == role).Title;
        return await change.CommitAsync(new AuditEntry(action, subject, words(title)), ct, role);
    }
}
