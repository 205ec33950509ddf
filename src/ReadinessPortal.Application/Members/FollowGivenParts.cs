using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Members;

/// <summary>Who gives parts in launches to people that come in by them.</summary>
/// <param name="Key">By which it is known for good.</param>
/// <param name="Title">As people know it.</param>
public sealed record PartGiver(string Key, string Title);

/// <summary>Brings the parts that an identity provider gives somebody to what it says of them today.</summary>
public sealed class FollowGivenParts(IDbContextFactory<PortalDb> databases, AddMember add, RemoveMember remove)
{
    /// <summary>Each launch changes by itself, with an entry in its audit. What its rules refuse stays as it is, such
    /// as a launch left without a manager.</summary>
    public async Task FollowAsync(
        Guid person, string name, PartGiver by, IReadOnlyCollection<GivenPart> says, CancellationToken ct = default)
    {
        var (give, take) = await WhatAsync(person, by, says, ct);
        foreach (var (launch, part) in give)
        {
            await add.RunAsync(launch, person, name, part, Viewer.System, by, ct);
        }

        foreach (var (launch, part) in take)
        {
            await remove.RunAsync(launch, person, part, Viewer.System, by, ct);
        }
    }

    private async Task<PartsToFollow> WhatAsync(
        Guid person, PartGiver by, IReadOnlyCollection<GivenPart> says, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var has = await (from member in db.Set<Member>()
                         join launch in db.Set<Launch>() on member.LaunchId equals launch.Id
                         where member.UserId == person
                         select new { launch.Key, member.Part, member.GivenBy }).ToListAsync(ct);
        if (says.Count == 0 && has.All(h => h.GivenBy != by.Key))
        {
            return new([], []);
        }

        var launches = await db.Set<Launch>().Select(l => l.Key).ToListAsync(ct);
        return PartsToFollow.Of([.. has.Select(h => (new PartIn(h.Key, h.Part), h.GivenBy))], by.Key, says, launches);
    }
}
