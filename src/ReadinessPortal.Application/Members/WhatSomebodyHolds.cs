using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.Members;

/// <summary>Something that a person is, or fills, in a launch.</summary>
/// <param name="What">In words: <c>lead</c>, <c>CFO</c>, <c>deputy of the CFO until 1 Dec 2025</c>.</param>
/// <param name="StandsIn">Who acts in their place; null where nobody does.</param>
public sealed record HeldPart(string LaunchKey, string Launch, string What, string? StandsIn = null);

/// <summary>Says what somebody holds in all launches, and takes their roles from them when they leave.</summary>
public sealed class WhatSomebodyHolds(IDbContextFactory<PortalDb> databases, AssignRole assign, NameDeputy deputies)
{
    /// <summary>Parts and roles of a person, by launch.</summary>
    public async Task<IReadOnlyList<HeldPart>> ListAsync(Guid person, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var parts = await (from member in db.Set<Member>()
                           join launch in db.Set<Launch>() on member.LaunchId equals launch.Id
                           where member.UserId == person
                           select new { launch.Key, launch.Title, member.Part }).ToListAsync(ct);
        var roles = await RolesAsync(db, person, ct);
        return
        [
            .. parts.Select(p => new HeldPart(p.Key, p.Title, Format.Word(p.Part)))
                .Concat(roles.Select(r => r.Holding.HolderId == person
                    ? new HeldPart(r.Key, r.Launch, r.Title, r.Holding.Deputy)
                    : new HeldPart(r.Key, r.Launch, $"deputy of {r.Title}"
                        + (r.Holding.DeputyUntil is { } until ? $" until {Format.Day(until)}" : ""))))
                .OrderBy(h => h.LaunchKey, StringComparer.Ordinal),
        ];
    }

    /// <summary>Leaves their roles vacant, and ends their deputising, where launches can still change. What they signed
    /// stays, and so do their parts: an account that is enabled again has them.</summary>
    /// <returns>The roles that are vacant now.</returns>
    public async Task<IReadOnlyList<HeldPart>> VacateAsync(Guid person, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var vacated = new List<HeldPart>();
        var open = (await RolesAsync(db, person, ct)).Where(r => !r.IsClosed);
        foreach (var (key, launch, title, holding, _) in open)
        {
            var outcome = holding.HolderId == person
                ? await assign.RunAsync(key, holding.Role, null, null, Viewer.System, ct: ct)
                : await deputies.RunAsync(key, holding.Role, null, null, null, Viewer.System, ct: ct);
            if (outcome is Outcome.Done)
            {
                vacated.Add(new(key, launch, title));
            }
        }

        return vacated;
    }

    /// <summary>Which of these people fill a role, or stand in for who does, where launches can still change.</summary>
    public async Task<IReadOnlyList<Guid>> WhoHoldAsync(
        IReadOnlyCollection<Guid> people, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var held = await (from holding in db.Set<RoleHolding>()
                          join launch in db.Set<Launch>() on holding.LaunchId equals launch.Id
                          join role in db.Set<Role>() on new { holding.LaunchId, holding.Role }
                              equals new { role.LaunchId, Role = role.Key }
                          where role.ArchivedAt == null
                              && launch.Stage != LaunchStage.Cancelled && launch.Stage != LaunchStage.Archived
                              && (people.Contains(holding.HolderId!.Value) || people.Contains(holding.DeputyId!.Value))
                          select new { holding.HolderId, holding.DeputyId }).ToListAsync(ct);
        return [.. held.SelectMany(h => new[] { h.HolderId, h.DeputyId }).OfType<Guid>().Intersect(people)];
    }

    private static async Task<List<(string Key, string Launch, string Title, RoleHolding Holding, bool IsClosed)>>
        RolesAsync(PortalDb db, Guid person, CancellationToken ct)
    {
        var held = await (from holding in db.Set<RoleHolding>()
                          join launch in db.Set<Launch>() on holding.LaunchId equals launch.Id
                          join role in db.Set<Role>() on new { holding.LaunchId, holding.Role }
                              equals new { role.LaunchId, Role = role.Key }
                          where (holding.HolderId == person || holding.DeputyId == person) && role.ArchivedAt == null
                          orderby launch.Key, role.Position
                          select new { launch.Key, Launch = launch.Title, launch.Stage, role.Title, Holding = holding })
            .ToListAsync(ct);
        return [.. held.Select(h => (h.Key, h.Launch, h.Title, h.Holding, LifeRules.IsClosed(h.Stage)))];
    }
}
