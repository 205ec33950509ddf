using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Accounts;

/// <summary>
/// Leaves vacant what disabled accounts still hold. Whoever disables one does so at once; this finds what was left
/// because the portal ended in between, or a launch could not be changed at that moment.
/// </summary>
internal sealed class RolesOfWhoLeft(
    IDbContextFactory<IdentityDb> databases, WhatSomebodyHolds holds, TimeProvider time, ILogger<RolesOfWhoLeft> log)
    : SteadyService(time, log)
{
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time = time;

    /// <inheritdoc/>
    public override string Work => "Vacating the roles of disabled accounts";

    /// <summary>Looks once.</summary>
    /// <returns>The roles that are vacant now.</returns>
    public async Task<IReadOnlyList<HeldPart>> VacateAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var left = await db.Users.Where(u => u.DisabledAt != null).Select(u => u.Id).ToListAsync(ct);
        var vacated = new List<HeldPart>();
        foreach (var person in await holds.WhoHoldAsync(left, ct))
        {
            vacated.AddRange(await holds.VacateAsync(person, ct));
        }

        foreach (var (launch, _, what, _) in vacated)
        {
            log.LogInformation("{Role} of {Launch} is vacant: its account is disabled", what, launch);
        }

        return vacated;
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stopping)
    {
        await VacateAsync(stopping);
        Works();
        await Task.Delay(_every, _time, stopping);
    }
}
