using System.Collections.Immutable;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Demo;

/// <summary>Somebody to sign in as while trying the portal out.</summary>
/// <param name="UserName">Also the key of the role that this persona fills, if any.</param>
/// <param name="Title">What this persona is in the launch: <c>CFO</c>.</param>
/// <param name="Part">What this persona is in the demo launch.</param>
/// <param name="Signs">Fills the role of the same key.</param>
/// <param name="Administers">May create launches.</param>
public sealed record DemoPersona(string UserName, string Title, LaunchPart Part, bool Signs, bool Administers = false)
{
    /// <summary>As signatures show it: nobody takes it for a person.</summary>
    public string Name => $"{Title} (demo)";
}

/// <summary>The demo's personas. They exist in Development, on a loopback address, and nowhere else.</summary>
public static class DemoPersonas
{
    public const string Password = "readiness-demo";

    public static ImmutableArray<DemoPersona> All { get; } =
    [
        new("manager", "Launch manager", LaunchPart.Manager, Signs: false, Administers: true),
        new("platform-lead", "Platform lead", LaunchPart.Lead, Signs: true),
        new("security-lead", "Security lead", LaunchPart.Lead, Signs: true),
        new("database-lead", "Database lead", LaunchPart.Lead, Signs: true),
        new("qa-lead", "QA lead", LaunchPart.Lead, Signs: true),
        new("cto", "CTO", LaunchPart.Executive, Signs: true),
        new("cfo", "CFO", LaunchPart.Executive, Signs: true),
        new("ceo", "CEO", LaunchPart.Executive, Signs: true),
        new("auditor", "Auditor", LaunchPart.Auditor, Signs: false),
    ];
}
