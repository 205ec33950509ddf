using Microsoft.EntityFrameworkCore;
using MimeKit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Mails;

/// <summary>Who a mail goes to.</summary>
/// <param name="Address">Null where none is known.</param>
public sealed record MailRecipient(Viewer Person, MailboxAddress? Address);

/// <summary>The addresses of those who can sign in. They are kept with the accounts and said nowhere else.</summary>
public sealed class MailAddresses(IDbContextFactory<IdentityDb> users)
{
    /// <summary>Longest address, as SMTP has it.</summary>
    public const int Length = 254;

    /// <returns>Null where it is not exactly one address that a mail can be sent to.</returns>
    public static MailboxAddress? Read(string? text) =>
        text is { Length: > 0 and <= Length } && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            && MailboxAddress.TryParse(text, out var address) && address.Address == text
            && address.LocalPart.Length > 0 && address.Domain is { Length: > 0 } domain
            && Uri.CheckHostName(domain) != UriHostNameType.Unknown
            ? address
            : null;

    /// <returns>Null where nobody has that id, or can sign in with it any more.</returns>
    public async Task<MailRecipient?> FindAsync(Guid user, CancellationToken ct = default)
    {
        await using var db = await users.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().Where(u => u.DisabledAt == null).FirstOrDefaultAsync(u => u.Id == user, ct)
            is { } known ? new(new(known.Id, known.Name, known.IsAdministrator),
                Read(known.Email) is { } address ? new MailboxAddress(known.Name, address.Address) : null)
            : null;
    }

    /// <summary>By name, of those who are asked for.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> people, CancellationToken ct = default)
    {
        await using var db = await users.CreateDbContextAsync(ct);
        return await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
    }

    /// <param name="address">Null forgets it.</param>
    public async Task SetAsync(Guid user, MailboxAddress? address, CancellationToken ct = default)
    {
        await using var db = await users.CreateDbContextAsync(ct);
        var (text, normal) = (address?.Address, address?.Address.ToUpperInvariant());
        // Not through the manager's own way, which would end the person's sessions.
        await db.Users.Where(u => u.Id == user).ExecuteUpdateAsync(u =>
            u.SetProperty(p => p.Email, text).SetProperty(p => p.NormalizedEmail, normal), ct);
    }
}
