using Microsoft.EntityFrameworkCore;

namespace ReadinessPortal.Application.Members;

/// <summary>Who may make launches, asked at the moment they make one: what an open page knows of its reader may be
/// over. Answered by whoever keeps the accounts.</summary>
public interface IAdministrators
{
    /// <param name="db">The change's own connection: nothing waits for a second one.</param>
    Task<bool> IsAsync(DbContext db, Guid userId, CancellationToken ct);
}
