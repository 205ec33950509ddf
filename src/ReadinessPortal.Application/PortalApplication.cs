using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application;

/// <summary>Everything a person or a program can do, on one database.</summary>
public static class PortalApplication
{
    /// <param name="connectionString">Of the portal's own role, which owns nothing.</param>
    public static IServiceCollection AddPortalApplication(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddSingleton(s => new WritingDbs(s.GetRequiredService<NpgsqlDataSource>()));
        services.AddDbContextFactory<PortalDb>((s, options) =>
            options.UseNpgsql(s.GetRequiredService<NpgsqlDataSource>()).UseSnakeCaseNamingConvention());
        services.AddSingleton<LaunchBoards>();
        services.AddSingleton<LaunchChanges>();
        services.AddHostedService(s => new BoardListener(connectionString, s.GetRequiredService<LaunchBoards>(),
            s.GetRequiredService<IDbContextFactory<PortalDb>>(), s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<BoardListener>>()));
        services.AddSingleton<SiteAudit>();
        services.AddSingleton<ReadAudit>();
        services.AddSingleton<ReadHistory>();
        services.AddSingleton<ImportLaunch>();
        return services;
    }
}
