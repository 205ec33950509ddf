using Npgsql;

namespace ReadinessPortal.Application.Persistence;

/// <summary>
/// How one portal connects: everything it does shares one pool, no larger than what the server leaves to it. Who finds
/// no free connection waits a few seconds, in order, and is then asked to come again.
/// </summary>
public static class PortalConnections
{
    private const int WaitSeconds = 5;
    private const int KeepAliveSeconds = 10;
    private const int RecheckSeconds = 2;
    private const int MostPrepared = 100;

    private const string AskLimits = """
        select current_setting('max_connections')::int,
            current_setting('superuser_reserved_connections')::int
                + coalesce(current_setting('reserved_connections', true)::int, 0),
            (select rolconnlimit from pg_roles where rolname = current_user),
            (select datconnlimit from pg_database where datname = current_database())
        """;

    /// <summary>Opens the pool. Asks the server once how large it may be.</summary>
    /// <param name="connectionString">A Maximum Pool Size in it may make the pool smaller, never larger.</param>
    /// <param name="instances">Portals that share the server.</param>
    /// <exception cref="InvalidOperationException">The server leaves too few connections.</exception>
    public static NpgsqlDataSource Open(string connectionString, int instances)
    {
        var settings = Settled(connectionString);
        var room = Ask(connectionString).RoomFor(instances);
        settings.MaxPoolSize = settings.ShouldSerialize("Maximum Pool Size") && settings.MaxPoolSize < room
            ? settings.MaxPoolSize
            : room;
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, settings.MaxPoolSize);
        if (!HasSeveralHosts(settings))
        {
            return Pool(settings).Build();
        }

        // The source says which of the hosts it wants; the string may not.
        settings.Remove("Target Session Attributes");
        return Pool(settings).BuildMultiHost()
            .WithTargetSession(TargetSessionAttributes.Primary);
    }

    // By this name it is measured: without one, by all of the connection string but the password.
    private static NpgsqlDataSourceBuilder Pool(NpgsqlConnectionStringBuilder settings) =>
        new(settings.ConnectionString) { Name = "portal" };

    /// <summary>A connection beside the pool: for listening, for migrating, and for asking whether the server
    /// answers.</summary>
    public static NpgsqlConnection Beside(string connectionString) => new(BesideText(connectionString));

    internal static string BesideText(string connectionString)
    {
        var settings = Settled(connectionString);
        settings.Pooling = false;
        settings.KeepAlive = KeepAliveSeconds; // a listener is silent, and would not notice that nobody is there
        return settings.ConnectionString;
    }

    private static ConnectionLimits Ask(string connectionString)
    {
        using var connection = Beside(connectionString);
        connection.Open();
        using var ask = new NpgsqlCommand(AskLimits, connection);
        using var answer = ask.ExecuteReader();
        answer.Read();
        return new(answer.GetInt32(0), answer.GetInt32(1), answer.GetInt32(2), answer.GetInt32(3));
    }

    private static NpgsqlConnectionStringBuilder Settled(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Timeout"))
        {
            settings.Timeout = WaitSeconds;
        }

        // Nothing is set for a session: what a transaction sets ends with it, and who listens or locks for longer has a
        // connection beside the pool. Statements that come again stay prepared.
        settings.NoResetOnClose = true;
        settings.MaxAutoPrepare = MostPrepared;
        if (HasSeveralHosts(settings))
        {
            settings.TargetSessionAttributes = "primary"; // a standby takes no change, and knows the newest one late
            if (!settings.ShouldSerialize("Host Recheck Seconds"))
            {
                settings.HostRecheckSeconds = RecheckSeconds;
            }
        }

        return settings;
    }

    private static bool HasSeveralHosts(NpgsqlConnectionStringBuilder settings) =>
        settings.Host?.Contains(',', StringComparison.Ordinal) == true;
}

/// <summary>How many connections a server takes.</summary>
/// <param name="Reserved">Kept by the server for its administrators.</param>
/// <param name="Role">Of the portal's role; negative means no limit.</param>
/// <param name="Database">Of the portal's database; negative means no limit.</param>
public sealed record ConnectionLimits(int Server, int Reserved, int Role = -1, int Database = -1)
{
    /// <summary>More make no portal faster.</summary>
    public const int Most = 64;

    /// <summary>With fewer, what the portal does in the background leaves nothing to people.</summary>
    public const int Least = 8;

    /// <summary>Left on the server for verbs, backups and whoever looks after it.</summary>
    public const int Others = 6;

    /// <summary>Each portal opens so many beside its pool: it listens on one and asks for health on another.</summary>
    public const int Beside = 2;

    /// <summary>Largest pool of one portal.</summary>
    /// <exception cref="InvalidOperationException">It would be too small; says what to change.</exception>
    public int RoomFor(int instances)
    {
        var all = new[] { Server - Reserved, Role, Database }.Where(limit => limit >= 0).Min();
        var room = Math.Min(Most, ((all - Others) / instances) - Beside);
        return room >= Least ? room : throw new InvalidOperationException(
            $"PostgreSQL takes {all} connections, and {instances} portal{(instances == 1 ? "" : "s")} would need "
            + $"{((Least + Beside) * instances) + Others}: raise max_connections (or the limit of the role or the "
            + "database), or lower Database:Instances if fewer portals run.");
    }
}
