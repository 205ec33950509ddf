using Npgsql;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Boards;

/// <summary>What one request or open page wants to know of now; what is null is not asked.</summary>
/// <param name="LaunchKey">Of the launch that is about to be looked at.</param>
/// <param name="Session">The person's sign-in.</param>
public sealed record FreshnessQuestion(string? LaunchKey = null, Guid? Person = null, string? Session = null)
{
    internal (string Key, Guid Person)? Visit =>
        LaunchKey is { } key && Person is { } person ? (key, person) : null;

    /// <summary>Without a key that no launch can have: a text that the database does not take would fail everybody who
    /// waits.</summary>
    internal FreshnessQuestion Askable =>
        LaunchKey is { } key && (key.Length > Launch.KeyLength || !key.All(c => char.IsAscii(c) && !char.IsControl(c)))
            ? this with { LaunchKey = null }
            : this;
}

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

/// <summary>When a person last looked at a launch. Looks within half an hour are one visit.</summary>
/// <param name="SinceNumber">The last change they had seen before that visit.</param>
/// <param name="Number">The last change they saw.</param>
public sealed record VisitNow(long SinceNumber, long Number, DateTimeOffset At)
{
    internal static TimeSpan One { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The last change that somebody who looks now had seen before.</summary>
    public long SeenBefore(DateTimeOffset now) => At < now - One ? Number : SinceNumber;
}

/// <summary>Where accounts and ended sign-ins are kept, with their schema; a database without them asks for none.
/// </summary>
public sealed record AccountTables(string Users, string EndedSessions);

/// <summary>
/// Says what is committed now. Whoever asks waits for the next statement that starts after they came, and one statement
/// answers everybody who waits: nobody sees less than what was committed before they asked, and the database is asked
/// no more often when more people look.
/// </summary>
public sealed class Freshness
{
    private const int MostAtOnce = 2000;
    private const int Launches = 0;
    private const int People = 1;
    private const int Ended = 2;
    private const int Visits = 3;

    private readonly NpgsqlDataSource _source;
    private readonly AccountTables? _accounts;
    private readonly string _sql;
    private readonly Coalescer<FreshnessQuestion, Answers> _questions;

    public Freshness(NpgsqlDataSource source, AccountTables? accounts = null)
    {
        (_source, _accounts, _sql) = (source, accounts, Sql(accounts));
        _questions = new(ReadAsync, MostAtOnce);
    }

    /// <exception cref="NpgsqlException">The database does not answer; everybody who waited is told so.</exception>
    public async Task<FreshnessAnswer> AskAsync(FreshnessQuestion question, CancellationToken ct = default) =>
        (await _questions.AddAsync(question.Askable, ct)).To(question);

    private async Task<Answers> ReadAsync(IReadOnlyList<FreshnessQuestion> questions)
    {
        var visits = questions.Select(q => q.Visit).OfType<(string, Guid)>().Distinct().ToList();
        await using var command = _source.CreateCommand(_sql);
        command.Parameters.Add(new() { Value = Distinct(questions.Select(q => q.LaunchKey).OfType<string>()) });
        command.Parameters.Add(new() { Value = visits.Select(v => v.Item1).ToArray() });
        command.Parameters.Add(new() { Value = visits.Select(v => v.Item2).ToArray() });
        if (_accounts is not null)
        {
            command.Parameters.Add(new() { Value = Distinct(questions.Select(q => q.Person).OfType<Guid>()) });
            command.Parameters.Add(new() { Value = Distinct(questions.Select(q => q.Session).OfType<string>()) });
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
                        rows.GetInt64(3), rows.GetInt64(7), rows.GetFieldValue<DateTimeOffset>(6));
                    break;
                default:
                    answers.Ended.Add(rows.GetString(1));
                    break;
            }
        }

        return answers;
    }

    private static T[] Distinct<T>(IEnumerable<T> all) => [.. all.Distinct()];

    // One statement: at rest, too, a request is one question.
    private static string Sql(AccountTables? accounts) =>
        $"""
        select {Launches}, key, id, change_number, null::text, false, null::timestamptz, 0::bigint from launches
        where key = any($1)
        union all select {Visits}, launches.key, visits.user_id, visits.since_number, null, false, visits.at,
            visits.change_number
        from unnest($2, $3) as visit(key, person) join launches on launches.key = visit.key
        join visits on visits.launch_id = launches.id and visits.user_id = visit.person
        """
        + (accounts is null ? "" : $"""

            union all select {People}, security_stamp, id, 0, name, is_administrator, null, 0 from {accounts.Users}
            where id = any($4)
            union all select {Ended}, session, null, 0, null, true, null, 0 from {accounts.EndedSessions}
            where session = any($5)
            """);

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
            question.Visit is { } visit ? Visits.GetValueOrDefault(visit) : null);
    }
}
