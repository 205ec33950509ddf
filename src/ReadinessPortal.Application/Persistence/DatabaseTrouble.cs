using Npgsql;

namespace ReadinessPortal.Application.Persistence;

/// <summary>Tells a database that is away, or has no room just now, from a fault of the portal.</summary>
public static class DatabaseTrouble
{
    // Where a primary became a standby, what it refuses to write is written to the new one.
    private static readonly HashSet<string> _away =
    [
        PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.ReadOnlySqlTransaction,
    ];

    // The server is well, and others were in the way.
    private static readonly HashSet<string> _busy =
    [
        PostgresErrorCodes.SerializationFailure, PostgresErrorCodes.DeadlockDetected,
        PostgresErrorCodes.LockNotAvailable, PostgresErrorCodes.QueryCanceled,
    ];

    // Where the server says that a prepared statement met a table which another version has just altered.
    private const string MeetsAlteredTable = "RevalidateCachedQuery";

    // Said while a primary is gone and none of its standbys is promoted yet; nothing else in it tells so.
    private const string NoPrimary = "No suitable host was found.";

    /// <summary>Whether the same may succeed a moment later, whatever the failure is wrapped in.</summary>
    public static bool IsPassing(Exception? problem) => IsAway(problem) || Is(problem, _busy.Contains, false);

    /// <summary>Whether that is because the server is away or has no room, and not because others were in the way.
    /// </summary>
    public static bool IsAway(Exception? problem) => Is(problem, IsAway, true);

    /// <summary>Whether the server answers and has no connection left.</summary>
    public static bool IsFull(Exception problem) => problem is PostgresException
    {
        SqlState: PostgresErrorCodes.TooManyConnections,
    };

    // Classes 08 and 53: connections, and resources such as slots, memory and disk.
    private static bool IsAway(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
        || _away.Contains(state);

    private static bool Is(Exception? problem, Func<string, bool> state, bool isLost) => problem switch
    {
        null => false,
        PostgresException { Routine: MeetsAlteredTable } => !isLost,
        PostgresException told => state(told.SqlState),
        NpgsqlException { IsTransient: true } or NpgsqlException { Message: NoPrimary } => isLost,
        AggregateException many => many.InnerExceptions.Any(p => Is(p, state, isLost)),
        _ => Is(problem.InnerException, state, isLost),
    };
}
