using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.Members;

/// <summary>
/// Whoever gets or loses a role by a change: a role is a part in the launch, as membership is, and they have pages open
/// that do not follow the launch itself.
/// </summary>
internal static class TouchedHolders
{
    /// <param name="rows">What the change is about to save.</param>
    /// <param name="board">As it stands, asked for when a role that stands is changed.</param>
    public static Guid[] Of(ChangeTracker rows, Func<LaunchBoard> board)
    {
        var named = rows.Entries<RoleHolding>().SelectMany(r => new[]
        {
            r.Entity.HolderId, r.Entity.DeputyId,
            r.OriginalValues.GetValue<Guid?>(nameof(RoleHolding.HolderId)),
            r.OriginalValues.GetValue<Guid?>(nameof(RoleHolding.DeputyId)),
        });

        // Archived or restored, perhaps.
        var changed = rows.Entries<Role>().Where(r => r.State == EntityState.Modified)
            .SelectMany(r => board().Holdings.Where(h => h.Role == r.Entity.Key))
            .SelectMany(h => new[] { h.HolderId, h.DeputyId });
        return [.. named.Concat(changed).OfType<Guid>().Distinct()];
    }
}
