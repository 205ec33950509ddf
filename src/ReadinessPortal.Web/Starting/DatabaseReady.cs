using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Starting;

/// <summary>Ready means: the database answers, and nothing is left to migrate.</summary>
internal sealed class DatabaseReady(PortalSettings settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        try
        {
            return await IdentityDatabase.PendingAsync(settings.Portal, ct) is not []
                || await PortalDatabase.PendingAsync(settings.Portal, ct) is not []
                ? HealthCheckResult.Unhealthy("The database is not migrated.")
                : HealthCheckResult.Healthy();
        }
        catch (Npgsql.NpgsqlException problem)
        {
            return HealthCheckResult.Unhealthy("The database cannot be reached.", problem);
        }
    }
}

internal static class Health
{
    public const string Live = "/healthz/live";
    public const string Ready = "/healthz/ready";

    public static void MapPortalHealth(this WebApplication web)
    {
        web.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        web.MapHealthChecks(Ready).AllowAnonymous();
    }
}
