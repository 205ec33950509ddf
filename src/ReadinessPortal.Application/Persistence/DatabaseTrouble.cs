using Npgsql;

namespace ReadinessPortal.Application.Persistence;

/// <summary>Tells a database that is away, or has no room just now, from a fault of the portal.</summary>
public static class DatabaseTrouble
{
    // Where a primary became a standby, what it refuses to write is written to the new one.
    private static readonly HashSet<string> _passing =
    [
        PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.SerializationFailure, PostgresErrorCodes.DeadlockDetected,
        PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.LockNotAvailable,
    ];

    // Said while a primary is gone and none of its standbys is promoted yet; nothing else in it tells so.
    private const string NoPrimary = "No suitable host was found.";

    /// <summary>Whether the same may succeed a moment later, whatever the failure is wrapped in.</summary>
    public static bool IsPassing(Exception? problem) => problem switch
    {
        null => false,
        PostgresException told => IsPassing(told.SqlState),
        NpgsqlException { IsTransient: true } or NpgsqlException { Message: NoPrimary } => true,
        AggregateException many => many.InnerExceptions.Any(IsPassing),
        _ => IsPassing(problem.InnerException),
    };

    /// <summary>Whether the server answers and has no connection left.</summary>
    public static bool IsFull(Exception problem) => problem is PostgresException
    {
        SqlState: PostgresErrorCodes.TooManyConnections,
    };

    // Classes 08 and 53: connections, and resources such as slots, memory and disk.
    private static bool IsPassing(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
        || _passing.Contains(state);
}
