using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using ReadinessPortal.Application;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Starting;

/// <summary>Ready means: the database answers, and nothing is left to migrate. Asked beside the pool, so that a busy
/// portal is not taken for one that cannot work.</summary>
internal sealed class DatabaseReady(PortalSettings settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        try
        {
            return await IdentityDatabase.PendingAsync(settings.Portal, ct) is not []
                || await PortalDatabase.PendingAsync(settings.Portal, ct) is not []
                ? HealthCheckResult.Unhealthy("It is not migrated.")
                : HealthCheckResult.Healthy();
        }
        catch (Exception problem) when (DatabaseTrouble.IsFull(problem))
        {
            return HealthCheckResult.Degraded("It has no free connection.");
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("It does not answer.");
        }
    }
}

/// <summary>What is done in the background works. When it does not, pages are served all the same.</summary>
internal sealed class BackgroundSteady(IEnumerable<IHostedService> services, FollowUpWorkers followUps) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        var failing = services.OfType<SteadyService>().Where(s => s.Trouble is not null)
            .Select(s => $"{s.Work} fails and is tried again.").ToList();
        if (followUps.Failing is > 0 and var launches)
        {
            failing.Add($"Summaries or reports of {Counted.Of(launches, "launch", "launches")} cannot be renewed; "
                + "it is tried again.");
        }

        return Task.FromResult(failing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Join(' ', failing)));
    }
}

internal static class Health
{
    public const string Live = "/healthz/live";
    public const string Ready = "/healthz/ready";

    public static void MapPortalHealth(this WebApplication web)
    {
        web.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().ForAnybody();
        web.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync })
            .AllowAnonymous().ForAnybody();
    }

    // What is away, in words, and no detail: whoever asks has not signed in.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(string.Join('\n', report.Entries
            .Where(e => e.Value.Status != HealthStatus.Healthy)
            .Select(e => $"{e.Key}: {e.Value.Description}").Prepend(report.Status.ToString())));
    }
}
