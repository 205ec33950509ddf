using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Members;

/// <summary>Each person chooses the language of their mails and their own time zone.</summary>
public sealed class ChoosePreferences(IDbContextFactory<PortalDb> databases)
{
    /// <param name="language">Null where what was sent names none.</param>
    /// <param name="timeZone">IANA name; empty for none of their own.</param>
    public async Task<Outcome> RunAsync(
        MailLanguage? language, string? timeZone, Viewer viewer, CancellationToken ct = default)
    {
        if (WhyNot(language, timeZone, viewer) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var zone = string.IsNullOrEmpty(timeZone) ? null : timeZone;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlAsync($"""
            insert into preferences (user_id, language, time_zone)
            values ({viewer.UserId}, {language.ToString()}, {zone})
            on conflict (user_id) do update set language = excluded.language, time_zone = excluded.time_zone
            """, ct);
        return new Outcome.Done(0);
    }

    /// <returns>What they chose; English and no zone of their own where they chose nothing.</returns>
    public async Task<Preferences> FindAsync(Guid person, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Preferences>().FirstOrDefaultAsync(p => p.UserId == person, ct)
            ?? new() { UserId = person };
    }

    private static Refusal? WhyNot(MailLanguage? language, string? timeZone, Viewer viewer) =>
        viewer.Token is not null ? new TokensPreferNothing()
        : language is not { } known || !Enum.IsDefined(known) ? new NoSuchLanguage()
        : string.IsNullOrEmpty(timeZone) ? null
        : timeZone.Length > Preferences.ZoneLength || ZoneClock.Find(timeZone) is null ? new NoSuchTimeZone(timeZone)
        : null;
}
