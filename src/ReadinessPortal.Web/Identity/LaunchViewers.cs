
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;

namespace ReadinessPortal.Web.Identity;

internal static class LaunchViewers
{
    /// <summary>Who looks, for the use cases of a page that already has a view.</summary>
    public static Viewer Viewer(this LaunchView view) => new(view.Me.UserId, view.Me.Name, view.Me.IsAdministrator);
}
