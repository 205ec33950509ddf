using Npgsql;

namespace ReadinessPortal.Application.Launches;

/// <summary>What one request or open page wants to know of now; what is null is not asked.</summary>
/// <param name="LaunchKey">Of the launch that is about to be looked at.</param>
/// <param name="Session">The person's sign-in.</param>
public sealed record FreshnessQuestion(string? LaunchKey = null, Guid? Person = null, string? Session = null);

/// <param name="Launch">Null when there is no such launch, or none was asked for.</param>
/// <param name="Person">Null when there is no such account, or none was asked for.</param>
/// <param name="IsEnded">The sign-in was ended.</param>
/// <param name="Visit">Null when the person was never there, or not both were asked for.</param>
public sealed record FreshnessAnswer(LaunchNow? Launch, PersonNow? Person, bool IsEnded, VisitNow? Visit);

/// <summary>A launch by its key, and the number of its last committed change.</summary>
public sealed record LaunchNow(Guid Id, long Number);

/// <summary>An account as it is now.</summary>
/// <param name="Stamp">Changes with the password.</param>
public sealed record PersonNow(string? Stamp, string Name, bool IsAdministrator);

/// <summary>When a person last looked at a launch.</summary>
/// <param name="SinceNumber">The last change they had seen before.</param>
public sealed record VisitNow(long SinceNumber, DateTimeOffset At);

/// <summary>Where accounts and ended sign-ins are kept, with their schema; a database without them asks for none.
/// </summary>
public sealed record AccountTables(string Users, string EndedSessions);

/// <summary>
/// Says what is committed now. Whoever asks waits for the next statement that starts after they came, and one statement
/// answers everybody who waits: nobody sees less than what was committed before they asked, and the database is asked
/// no more often when more people look.
/// </summary>
public sealed class Freshness(NpgsqlDataSource source, AccountTables? accounts = null)
{
    /// <summary>Asked at once; the others wait for the statement after it.</summary>
    private const int MostAtOnce = 2000;

    private readonly string _sql = Sql(accounts);
    private readonly Lock _lock = new();
    private readonly Queue<Round> _rounds = new();
    private Round? _last;
    private bool _isAsking;

    /// <exception cref="NpgsqlException">The database does not answer; everybody who waited is told so.</exception>
    public async Task<FreshnessAnswer> AskAsync(FreshnessQuestion question, CancellationToken ct = default)
    {
        Round round;
        lock (_lock)
        {
            if (_last is not { Count: < MostAtOnce })
            {
                _last = new Round();
                _rounds.Enqueue(_last);
            }

            round = _last;
            round.Add(question);
            if (!_isAsking)
            {
                _isAsking = true;
                _ = Task.Run(AskAllAsync, CancellationToken.None);
            }
        }

        return (await round.Told.WaitAsync(ct)).To(question);
    }

    private async Task AskAllAsync()
    {
        while (Next() is { } round)
        {
            try
            {
                round.Tell(await ReadAsync(round));
            }
            catch (Exception problem)
            {
                round.Fail(problem); // to each who asked; the next round asks anew
            }
        }
    }

    // From here on nobody joins it: its statement may see less than they have to.
    private Round? Next()
    {
        lock (_lock)
        {
            _isAsking = _rounds.TryDequeue(out var round);
            if (round == _last)
            {
                _last = null;
            }

            return round;
        }
    }

    private async Task<Answers> ReadAsync(Round round)
    {
        await using var command = source.CreateCommand(_sql);
        command.Parameters.Add(new() { Value = round.Keys });
        command.Parameters.Add(new() { Value = round.Visited });
        command.Parameters.Add(new() { Value = round.Visitors });
        if (accounts is not null)
        {
            command.Parameters.Add(new() { Value = round.People });
            command.Parameters.Add(new() { Value = round.Sessions });
        }

        var answers = new Answers();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            switch (rows.GetInt32(0))
            {
                case Launches:
                    answers.Launches[rows.GetString(1)] = new(rows.GetGuid(2), rows.GetInt64(3));
                    break;
                case People:
                    answers.People[rows.GetGuid(2)] = new(
                        rows.IsDBNull(1) ? null : rows.GetString(1), rows.GetString(4), rows.GetBoolean(5));
                    break;
                case Visits:
                    answers.Visits[(rows.GetString(1), rows.GetGuid(2))] = new(
                        rows.GetInt64(3), rows.GetFieldValue<DateTimeOffset>(6));
                    break;
                default:
                    answers.Ended.Add(rows.GetString(1));
                    break;
            }
        }

        return answers;
    }

    private const int Launches = 0;
    private const int People = 1;
    private const int Ended = 2;
    private const int Visits = 3;

    // One statement: at rest, too, a request is one question.
    private static string Sql(AccountTables? accounts) =>
        $"""
        select {Launches}, key, id, change_number, null::text, false, null::timestamptz from launches
        where key = any($1)
        union all select {Visits}, launches.key, visits.user_id, visits.since_number, null, false, visits.at
        from unnest($2, $3) as visit(key, person) join launches on launches.key = visit.key
        join visits on visits.launch_id = launches.id and visits.user_id = visit.person
        """
        + (accounts is null ? "" : $"""

            union all select {People}, security_stamp, id, 0, name, is_administrator, null from {accounts.Users}
            where id = any($4)
            union all select {Ended}, session, null, 0, null, true, null from {accounts.EndedSessions}
            where session = any($5)
            """);

    private sealed class Round
    {
        private readonly TaskCompletionSource<Answers> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
        private readonly HashSet<Guid> _people = [];
        private readonly HashSet<string> _sessions = new(StringComparer.Ordinal);
        private readonly HashSet<(string Key, Guid Person)> _visits = [];

        public int Count { get; private set; }

        public Task<Answers> Told => _told.Task;

        public string[] Keys => [.. _keys];

        public Guid[] People => [.. _people];

        public string[] Sessions => [.. _sessions];

        public string[] Visited => [.. _visits.Select(v => v.Key)];

        public Guid[] Visitors => [.. _visits.Select(v => v.Person)];

        public void Add(FreshnessQuestion question)
        {
            Count++;
            if (question.LaunchKey is { } key)
            {
                _keys.Add(key);
            }

            if (question.Person is { } person)
            {
                _people.Add(person);
            }

            if (question.Session is { } session)
            {
                _sessions.Add(session);
            }

            if (question is { LaunchKey: { } launch, Person: { } visitor })
            {
                _visits.Add((launch, visitor));
            }
        }

        public void Tell(Answers answers) => _told.SetResult(answers);

        public void Fail(Exception problem) => _told.SetException(problem);
    }

    private sealed class Answers
    {
        public Dictionary<string, LaunchNow> Launches { get; } = new(StringComparer.Ordinal);

        public Dictionary<Guid, PersonNow> People { get; } = [];

        public HashSet<string> Ended { get; } = new(StringComparer.Ordinal);

        public Dictionary<(string Key, Guid Person), VisitNow> Visits { get; } = [];

        public FreshnessAnswer To(FreshnessQuestion question) => new(
            question.LaunchKey is { } key ? Launches.GetValueOrDefault(key) : null,
            question.Person is { } person ? People.GetValueOrDefault(person) : null,
            question.Session is { } session && Ended.Contains(session),
            question is { LaunchKey: { } launch, Person: { } visitor }
                ? Visits.GetValueOrDefault((launch, visitor))
                : null);
    }
}
