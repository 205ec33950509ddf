using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Mails;

/// <summary>Each person says what they want to be told by mail. It counts for what comes after it.</summary>
public sealed class ChooseMails(IDbContextFactory<PortalDb> databases)
{
    /// <param name="wanted">Whatever is not among them is not sent.</param>
    public async Task<Outcome> RunAsync(
        IReadOnlyCollection<MailKind> wanted, bool isDigest, Viewer viewer, CancellationToken ct = default)
    {
        if (viewer.Token is not null)
        {
            return new Outcome.Refused(new TokensGetNoMail());
        }

        var off = MailKinds.ToChoose.Except(wanted).Select(k => k.ToString()).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlAsync($"""
            insert into mail_choices (user_id, off, is_digest) values ({viewer.UserId}, {off}, {isDigest})
            on conflict (user_id) do update set off = excluded.off, is_digest = excluded.is_digest
            """, ct);
        return new Outcome.Done(0);
    }

    /// <returns>What they chose; everything, at once, where they chose nothing.</returns>
    public async Task<MailChoice> FindAsync(Viewer viewer, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<MailChoice>().FirstOrDefaultAsync(c => c.UserId == viewer.UserId, ct)
            ?? new() { UserId = viewer.UserId };
    }
}
