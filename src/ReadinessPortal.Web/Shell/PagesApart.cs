using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace ReadinessPortal.Web.Shell;

/// <summary>Pages that no circuit draws: each visit of one is a request of its own.</summary>
public static partial class PagesApart
{
    /// <summary>Regular expression of their addresses, for the script that has to load them whole.</summary>
    public static string Pattern { get; } = string.Join('|',
        from page in typeof(PagesApart).Assembly.GetTypes()
        where page.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is not null
        from route in page.GetCustomAttributes<RouteAttribute>()
        let path = Parameter().Replace(route.Template, "[^/]+")
        orderby path
        select $"^{path}$");

    [GeneratedRegex(@"\{[^/}]+\}")]
    private static partial Regex Parameter();
}
