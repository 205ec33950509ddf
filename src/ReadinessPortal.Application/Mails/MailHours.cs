using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Mails;

/// <summary>When one person is told what does not have to be told at once.</summary>
/// <param name="Clock">Of their own time zone; of the launch's where they chose none.</param>
internal sealed record MailHours(ZoneClock Clock)
{
    private static readonly TimeOnly _morning = new(7, 0);

    /// <summary>The next morning.</summary>
    public DateTimeOffset Digest(DateTimeOffset now) => Clock.Next(_morning, now);

    /// <summary>The morning of a day, or at once when that is over.</summary>
    /// <param name="day">Of the launch: it began there already, and perhaps not yet where they are.</param>
    /// <returns>Null where that is no working day for them: the next one tells them.</returns>
    public DateTimeOffset? Reminder(DateOnly day, DateTimeOffset now)
    {
        var morning = Clock.At(day, _morning);
        var due = morning > now ? morning : now;
        return Clock.Day(due).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? null : due;
    }
}
