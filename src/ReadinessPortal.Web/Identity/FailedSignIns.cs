using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Measures;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Identity;

/// <summary>What of a sign-in was wrong.</summary>
internal enum WrongAt
{
    Password,
    Code,
    Passkey,

    /// <summary>Nothing was looked at: too many were wrong before.</summary>
    Locked,
}

/// <summary>
/// Tells of attempts to sign in that failed: each is counted and logged, and each that was looked at is in the portal's
/// own audit, always with the address it came from. How many are looked at is limited by <see cref="AttemptCounter"/>,
/// so nobody fills the audit with them. What was typed as a name is kept nowhere unless it is somebody's: people type
/// their password there.
/// </summary>
internal sealed class FailedSignIns(SiteAudit audit, ILogger<FailedSignIns> log)
{
    public const string Action = "SignInFailed";

    private const string Nobody = "a name that nobody has";

    /// <param name="user">Null where nobody is known by what was given.</param>
    /// <param name="taken">What it locks; null where nothing counts it.</param>
    public async Task RecordAsync(HttpContext http, WrongAt wrong, PortalUser? user, AttemptTaken? taken = null)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        PortalMeasures.SignInFailed(wrong.ToString());
        log.LogWarning("Sign-in failed at {Wrong} of {UserName} from {Address}", wrong, user?.UserName ?? Nobody,
            address);
        if (taken is null)
        {
            return;
        }

        await audit.RecordAsync(
            new AuditEntry(Action, new SubjectRef(SubjectKind.User, user?.UserName ?? "unknown"),
                $"Wrong {(wrong == WrongAt.Code ? LockWords.Code : "password")} for {user?.UserName ?? Nobody}, "
                    + $"from {address}",
                new() { ["address"] = address }),
            Viewer.System);
        await audit.RecordAsync(taken, user);
    }
}
