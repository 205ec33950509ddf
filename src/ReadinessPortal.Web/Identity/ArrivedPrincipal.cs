using System.Security.Claims;
using ReadinessPortal.Application.Members;

namespace ReadinessPortal.Web.Identity;

/// <summary>Who sent a request that only reads, with what was told of its launch in the same breath: so that a page
/// asks the database once.</summary>
internal sealed class ArrivedPrincipal(ClaimsPrincipal person, Arrival arrival) : ClaimsPrincipal(person)
{
    public Arrival Arrival => arrival;
}
