using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Accounts;

/// <inheritdoc/>
internal sealed class Colleagues(IServiceScopeFactory scopes) : IColleagues
{
    public async Task<MadeAccount> MakeAsync(DbContext db, Colleague who, DateTimeOffset now, CancellationToken ct)
    {
        // Whoever invites to one launch makes no second somebody who signs elsewhere.
        await using var identity = IdentityDb.In(db.Database.CurrentTransaction!.GetDbTransaction());
        var name = who.Name.Trim();
        if (!name.Contains('\0') && await identity.Users
            .FromSql($"select * from identity.users where upper(name) = upper({name})").AnyAsync(ct))
        {
            return MadeAccount.Refused(new NameIsTaken(name));
        }

        await using var scope = scopes.CreateAsyncScope();
        var ((refusal, link, mailedTo), user) = await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(
            db.Database.CurrentTransaction!.GetDbTransaction(), who.UserName, who.Name, who.Mail, now, ct);
        return refusal is not null ? MadeAccount.Refused(refusal) : new(null, user!.Id, user.Name, link, mailedTo);
    }
}
