using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Members;

namespace ReadinessPortal.Web.Identity;

internal sealed class Administrators : IAdministrators
{
    public Task<bool> IsAsync(DbContext db, Guid userId, CancellationToken ct) => db.Database
        .SqlQuery<bool>($"""select is_administrator as "Value" from identity.users where id = {userId}""")
        .FirstOrDefaultAsync(ct);
}
