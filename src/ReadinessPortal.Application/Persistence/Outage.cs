using Microsoft.Extensions.Logging;

namespace ReadinessPortal.Application.Persistence;

/// <summary>Says once in the log that the database is away, whoever notices it first, and once that it is back.
/// </summary>
public sealed class Outage(ILogger<Outage> log)
{
    private int _isOn;

    /// <summary>Whether something failed because the database is away, or others were in the way; then there is nothing
    /// more to log of it.</summary>
    public bool Explains(Exception problem)
    {
        if (!DatabaseTrouble.IsPassing(problem))
        {
            return false;
        }

        if (DatabaseTrouble.IsAway(problem) && Interlocked.Exchange(ref _isOn, 1) == 0)
        {
            log.LogError(problem, "The database does not answer, or has no room. What needs it is asked to come again");
        }

        return true;
    }

    /// <summary>Something worked again.</summary>
    public void IsOver()
    {
        if (Volatile.Read(ref _isOn) == 1 && Interlocked.Exchange(ref _isOn, 0) == 1)
        {
            log.LogWarning("The database answers again");
        }
    }
}
