using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SecondFactors;

/// <summary>A code of an app that is good now.</summary>
/// <param name="Step">The step of time it is of.</param>
/// <param name="Before">The step whose code was taken last.</param>
internal readonly record struct AppCode(Guid Person, long Step, long Before);

/// <summary>Codes of authenticator apps: each is taken once, of two at the same moment too.</summary>
internal sealed class AppCodes(IDbContextFactory<IdentityDb> databases, AppSecret secrets, TimeProvider time)
{
    /// <returns>Null where it is none of now, was taken, or somebody has no app.</returns>
    public async Task<AppCode?> FindAsync(Guid person, string code)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.SecondFactors.AsNoTracking().FirstOrDefaultAsync(f => f.UserId == person) is { } factor
            && AppSecret.StepOf(secrets.Open(factor.Secret), code, time.GetUtcNow()) is { } step
            && factor.LastStep < step ? new(person, step, factor.LastStep) : null;
    }

    /// <returns>Whether it was still there to be taken.</returns>
    public async Task<bool> TakeAsync(AppCode code)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.SecondFactors.Where(f => f.UserId == code.Person && f.LastStep < code.Step)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, code.Step)) == 1;
    }

    /// <summary>Nothing was done with it after all, and it is good for as long as it was.</summary>
    public async Task GiveBackAsync(AppCode code)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.SecondFactors.Where(f => f.UserId == code.Person && f.LastStep == code.Step)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, code.Before));
    }
}
