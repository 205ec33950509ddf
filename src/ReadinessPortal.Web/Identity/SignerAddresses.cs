using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Seals;

namespace ReadinessPortal.Web.Identity;

internal sealed class SignerAddresses : IMailAddresses
{
    public Task<string?> OfAsync(DbContext db, Guid person, CancellationToken ct) => db.Database
        .SqlQuery<string?>($"""select email as "Value" from identity.users where id = {person}""")
        .FirstOrDefaultAsync(ct);
}
