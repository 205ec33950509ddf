using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ReadinessPortal.Web.Drafts;

public static class DraftSetup
{
    /// <summary>What forms need to get back what was typed into them and not saved.</summary>
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddScoped<DraftKeeper>()
        .AddScoped<CircuitReturns>()
        .AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitReturns>());
}
