using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Accounts;

/// <summary>What somebody chooses who opened a link.</summary>
/// <param name="Password">Empty with a passkey.</param>
/// <param name="UserName">With <see cref="LinkPurpose.SetUp"/> alone.</param>
/// <param name="Name">With <see cref="LinkPurpose.SetUp"/> alone.</param>
/// <param name="Passkey">With <see cref="LinkPurpose.Invite"/> alone: in place of a password.</param>
internal sealed record LinkAnswer(
    string Password, string? UserName = null, string? Name = null, IdentityUserPasskey<Guid>? Passkey = null);

/// <summary>A link that works, and whose account it opens.</summary>
/// <param name="Person">Null where it makes an account.</param>
internal sealed record OpenLink(LinkPurpose Purpose, DateTimeOffset ExpiresAt, string? UserName, string? Person);

/// <summary>Makes the links by which somebody chooses a password, and takes what they chose.</summary>
internal sealed class AccountLinks(
    IDbContextFactory<IdentityDb> databases, IPasswordHasher<PortalUser> hasher, ILookupNormalizer normalizer,
    SiteAudit audit, TimeProvider time, SingleSignOnSettings settings)
{
    /// <summary>What stands before the secret in the address of a link.</summary>
    public const string Address = "/account/link/";

    // A hash is of the password alone.
    private static readonly PortalUser _anybody = new() { Name = "" };

    /// <summary>A link to make the first administrator, as long as there is no account.</summary>
    /// <returns>Its address on this portal; null where somebody can sign in already, and where nobody does by a
    /// password.</returns>
    public async Task<string?> SetUpAsync(CancellationToken ct = default)
    {
        if (settings.IsOnly)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Users.AnyAsync(ct))
        {
            return null;
        }

        var address = Add(db, LinkPurpose.SetUp, null, time.GetUtcNow() + AccountLink.AtTheConsole);
        await db.SaveChangesAsync(ct);
        return address;
    }

    /// <summary>Adds a link to an account, in place of those made before.</summary>
    /// <returns>Its address on this portal.</returns>
    internal static async Task<string> AddAsync(
        IdentityDb db, LinkPurpose purpose, PortalUser user, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        await db.Links.Where(l => l.UserId == user.Id && l.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now));
        return Add(db, purpose, user.Id, expiresAt);
    }

    /// <summary>What a link opens now; null where it does not work any more.</summary>
    public async Task<OpenLink?> FindAsync(string secret, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await StandingAsync(db, secret, time.GetUtcNow(), ct) is not { } link)
        {
            return null;
        }

        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == link.UserId, ct);
        return new(link.Purpose, link.ExpiresAt, user?.UserName, user?.Name);
    }

    /// <returns>Whom an invitation is for; null where the link is none, or over.</returns>
    public async Task<PortalUser?> InvitedAsync(string secret, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await StandingAsync(db, secret, time.GetUtcNow(), ct) is { Purpose: LinkPurpose.Invite, UserId: { } id }
            ? await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct) : null;
    }

    /// <summary>Sets the password, or keeps the passkey of whoever was invited, and uses the link up: of two at once
    /// one does. Sessions of the account end.</summary>
    public async Task<Refusal?> UseAsync(string secret, LinkAnswer answer, CancellationToken ct = default)
    {
        if (settings.IsOnly)
        {
            return new PasswordsAreOff();
        }

        if (await FindAsync(secret, ct) is null)
        {
            return new LinkIsOver();
        }

        // Which takes a while, and nobody is to wait for it.
        var hash = answer.Passkey is null ? hasher.HashPassword(_anybody, answer.Password) : null;
        return await audit.RecordingAsync<Refusal?>(async (transaction, now) =>
        {
            await using var db = IdentityDb.In(transaction);
            if (await TakeAsync(db, secret, now, ct) is not { } link
                || (answer.Passkey is { } made && (link.Purpose != LinkPurpose.Invite || link.UserId != made.UserId)))
            {
                return (new LinkIsOver(), null);
            }

            var user = link.Purpose == LinkPurpose.SetUp
                ? Accounts.Fresh(answer.UserName ?? "", answer.Name ?? "", null, normalizer)
                : await db.Users.SingleAsync(u => u.Id == link.UserId, ct);
            var refusal = SeveralProblems.Of(
            [
                link.Purpose == LinkPurpose.SetUp ? AccountRules.WhyNot(user.UserName!, user.Name) : null,
                answer.Passkey is null && PasswordRules.WhyNot(answer.Password, user.UserName!, user.Name) is { } why
                    ? new PasswordWillNotDo(why) : null,
            ]);
            if (refusal is not null)
            {
                return (refusal, null);
            }

            if (link.Purpose == LinkPurpose.SetUp)
            {
                user.IsAdministrator = true;
                db.Add(user);
            }

            if (answer.Passkey is { } passkey)
            {
                db.Add(passkey);
            }

            user.PasswordHash = hash;
            user.SecurityStamp = Guid.NewGuid().ToString("N");
            await db.SaveChangesAsync(ct);
            return (null, new AuditEntry(Action(link.Purpose), new SubjectRef(SubjectKind.User, user.UserName!),
                $"{user.Name} {(answer.Passkey is null ? Words(link.Purpose) : "made a passkey, by an invitation")}"));
        }, Viewer.System, ct);
    }

    private static async Task<AccountLink?> StandingAsync(
        IdentityDb db, string secret, DateTimeOffset now, CancellationToken ct)
    {
        var hash = TokenSecret.Hash(secret);
        var link = await db.Links.AsNoTracking()
            .FirstOrDefaultAsync(l => l.Hash == hash && l.UsedAt == null && l.ExpiresAt > now, ct);
        var opens = link is not null && (link.UserId is { } id
            ? await db.Users.AnyAsync(u => u.Id == id && u.DisabledAt == null, ct)
            : !await db.Users.AnyAsync(ct));
        return opens ? link : null;
    }

    // Whoever comes second waits for the row, and finds it used. Of set-up links one makes the first administrator.
    internal static async Task<AccountLink?> TakeAsync(
        IdentityDb db, string secret, DateTimeOffset now, CancellationToken ct)
    {
        if (await StandingAsync(db, secret, now, ct) is not { } link)
        {
            return null;
        }

        var taken = await db.Links
            .Where(l => l.UsedAt == null
                && (l.Hash == link.Hash || (link.UserId == null && l.Purpose == LinkPurpose.SetUp)))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), ct);
        return taken > 0 ? await db.Links.AsNoTracking().SingleAsync(l => l.Hash == link.Hash, ct) : null;
    }

    private static string Add(IdentityDb db, LinkPurpose purpose, Guid? user, DateTimeOffset expiresAt)
    {
        var secret = TokenSecret.Random();
        db.Add(new AccountLink
        {
            Hash = TokenSecret.Hash(secret), Purpose = purpose, UserId = user, ExpiresAt = expiresAt,
        });
        return Address + secret;
    }

    private static string Action(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.SetUp => "UserCreated",
        LinkPurpose.Invite => "InvitationAccepted",
        _ => "PasswordReset",
    };

    private static string Words(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.SetUp => "is the first administrator, by the set-up link",
        LinkPurpose.Invite => "chose a password, by an invitation",
        _ => "chose another password, by a reset link",
    };
}
