using Npgsql;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Starting;

/// <summary>
/// What has to be true before the portal serves. Several instances may start at once: one prepares, the others wait.
/// </summary>
internal static class Preparation
{
    // Any number will do, as long as every version of the portal uses the same one.
    private const long Lock = 7_232_346_784_223;

    public static async Task RunAsync(IServiceProvider services, PortalSettings settings, CancellationToken ct)
    {
        // Its own session: a pooled one would hand the lock to whoever comes next if releasing failed.
        await using var session = PortalConnections.Beside(settings.PortalOwner);
        await session.OpenAsync(ct);
        await using (var take = new NpgsqlCommand($"select pg_advisory_lock({Lock})", session) { CommandTimeout = 0 })
        {
            await take.ExecuteNonQueryAsync(ct);
        }

        var role = new NpgsqlConnectionStringBuilder(settings.Portal).Username;
        await PortalDatabase.MigrateAsync(settings.PortalOwner, role, ct);
        await IdentityDatabase.MigrateAsync(settings.PortalOwner, role, ct);

        await using (var owner = NpgsqlDataSource.Create(settings.PortalOwner))
        {
            await services.GetRequiredService<ReadStoredEvidence>().RunAsync(owner, ct);
        }

        // Known, and named in the portal's audit, before anybody signs.
        await services.GetRequiredService<SealingKeys>().CurrentAsync(ct);

        if (settings.SingleSignOn is { IsOnly: true, Providers: var providers })
        {
            // Whoever came in by a password before it was switched off comes in anew.
            await services.GetRequiredService<OpenSessions>().EndOthersAsync([.. providers.Select(p => p.Key)], ct);
        }

        if (settings.Demo)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DemoLaunch>().LoadAsync(ct);
        }
    }
}
