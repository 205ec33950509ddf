using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Tokens;

namespace ReadinessPortal.Application.Tokens;

/// <summary>Tokens of a launch that nobody has revoked, by name, for whoever may make and revoke them.</summary>
public sealed class ListTokens(LaunchBoards boards, IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null where there is no such launch, or its tokens are not this person's to see.</returns>
    /// <param name="key">Of the launch.</param>
    /// <param name="viewer">Whoever asks.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task<ImmutableArray<ApiToken>?> RunAsync(string key, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view
            || Permissions.WhyNot(LaunchAction.ManageTokens, view.Me, view.Board) is not null)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var all = await db.Set<ApiToken>().Where(t => t.LaunchId == view.Launch.Id && t.RevokedAt == null)
            .ToListAsync(ct);
        return [.. all.OrderBy(t => t.Name, StringComparer.Ordinal)];
    }
}
