using System.Globalization;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Identity;

/// <summary>How a lock is told to whoever meets it, and to the audit.</summary>
internal static class LockWords
{
    private const string Password = "password";

    /// <summary>What is asked for as a second factor.</summary>
    public const string Code = "code";

    /// <param name="what">What was wrong.</param>
    public static string Of(DateTimeOffset until, string what = Password) => string.Create(
        CultureInfo.InvariantCulture,
        $"Too many wrong {what}s: no more are looked at until {until.UtcDateTime.AddSeconds(59):HH:mm} UTC.");

    /// <summary>Once for each lock, not for each attempt that meets it or lengthens it.</summary>
    /// <param name="user">Null where the name is nobody's; then what was typed is not kept.</param>
    public static async Task RecordAsync(
        this SiteAudit audit, AttemptTaken taken, PortalUser? user, CancellationToken ct = default)
    {
        var who = user?.UserName ?? "a name that nobody has";
        foreach (var kind in taken.Locked)
        {
            var what = kind switch
            {
                AttemptClass.Name => $"signing in as {who}, in browsers that did not before",
                AttemptClass.Device => $"signing in as {who}, in a browser that did before",
                AttemptClass.Address => "signing in from one address, with any name",
                AttemptClass.Factor => $"the second factor of {who}",
                _ => $"signing by {who}",
            };
            var limit = AttemptRule.LimitOf(kind);
            await audit.RecordAsync(
                new AuditEntry(
                    kind == AttemptClass.Person ? "SigningLocked" : "SignInLocked",
                    new SubjectRef(SubjectKind.User, user?.UserName ?? "unknown"),
                    $"{limit} wrong {(kind == AttemptClass.Factor ? Code : Password)}s locked {what}"),
                Viewer.System, ct);
        }
    }
}
