using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.Members;

/// <summary>What a person is in a launch: from its members, and from the roles they hold or stand in for.</summary>
internal static class Access
{
    /// <summary>Channel on which a person is named whose parts, rights or sign-ins changed.</summary>
    internal const string Changed = "access_changed";

    /// <returns>Null when the launch is not theirs to see.</returns>
    public static Actor? Of(Viewer viewer, LaunchBoard board)
    {
        if (viewer.IsSystem)
        {
            return Actor.System;
        }

        if (viewer.Token is { } token)
        {
            return token.LaunchId == board.Launch.Id
                ? new Actor(viewer.UserId, viewer.Name, [LaunchPart.Viewer], IsAdministrator: false) { Token = token }
                : null;
        }

        var all = board.Members.Where(m => m.UserId == viewer.UserId).Select(m => m.Part).ToHashSet();
        foreach (var role in board.Facts.Roles)
        {
            var holding = board.Holdings.FirstOrDefault(h => h.Role == role.Key);
            if (holding?.HolderId == viewer.UserId)
            {
                all.Add(role.Kind == RoleKind.Technical ? LaunchPart.Lead : LaunchPart.Executive);
            }
            else if (holding?.DeputyId == viewer.UserId)
            {
                all.Add(LaunchPart.Viewer);
            }
        }

        return all.Count > 0 || viewer.IsAdministrator
            ? new Actor(viewer.UserId, viewer.Name, [.. all.Order()], viewer.IsAdministrator)
            : null;
    }
}
