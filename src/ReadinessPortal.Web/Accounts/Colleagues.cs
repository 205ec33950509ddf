using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ReadinessPortal.Application.Members;

namespace ReadinessPortal.Web.Accounts;

/// <inheritdoc/>
internal sealed class Colleagues(IServiceScopeFactory scopes) : IColleagues
{
    public async Task<MadeAccount> MakeAsync(DbContext db, Colleague who, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ((refusal, link, mailedTo), user) = await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(
            db.Database.CurrentTransaction!.GetDbTransaction(), who.UserName, who.Name, who.Mail, now, ct);
        return refusal is not null ? MadeAccount.Refused(refusal) : new(null, user!.Id, user.Name, link, mailedTo);
    }
}
