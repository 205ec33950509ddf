using System.Collections.Concurrent;
using Npgsql;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>
/// A database that is lent to one test after the other and set back in between to what its template is. A server that
/// begins a process for each connection takes longer to connect than most tests to run: the connections stay open.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    // What is deleted leaves dead rows behind.
    private const int MostLoans = 40;

    // Whatever shapes the database is noted, by whomever it is done: rows are set back, tables and rights are not. A
    // launch comes back under another id, because a portal that serves on knows what it has seen of the one before.
    private const string Remember = """
        drop event trigger if exists reshaped;
        drop schema if exists prepared cascade;
        create schema prepared;
        create table prepared.reshaped (command text not null);
        create table prepared.tables as
            select format('%I.%I', schemaname, tablename) as original,
                format('prepared.%I', schemaname || '_' || tablename) as copy,
                columns, given
            from pg_tables, lateral (
                select string_agg(quote_ident(attname), ', ' order by attnum) as columns, string_agg(case
                    when attname = 'launch_id' or tablename = 'launches' and attname = 'id'
                    then format('prepared.another(%I)', attname) else quote_ident(attname) end, ', ' order by attnum)
                    as given
                from pg_attribute where attrelid = format('%I.%I', schemaname, tablename)::regclass and attnum > 0
                    and not attisdropped and attgenerated = '') as all_columns
            where schemaname in ('public', 'identity');
        create table prepared.sequences as
            select format('%I.%I', schemaname, sequencename) as name, last_value from pg_sequences;
        do $$
        declare t record;
        begin
            for t in select * from prepared.tables loop
                execute format('create table %s as select %s from %s', t.copy, t.columns, t.original);
            end loop;
        end $$;
        create sequence prepared.loans;
        create function prepared.another(launch uuid) returns uuid stable language sql
            return md5(launch::text || (select last_value from prepared.loans))::uuid;
        create function prepared.set_back() returns boolean language plpgsql as $$
        declare t record;
        begin
            if exists (select from prepared.reshaped) or exists (select from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle') then
                return false;
            end if;
            perform nextval('prepared.loans');
            set local session_replication_role = replica; -- neither triggers nor foreign keys
            for t in select * from prepared.tables loop
                execute format('delete from %s', t.original);
                execute format('insert into %s (%s) overriding system value select %s from %s',
                    t.original, t.columns, t.given, t.copy);
            end loop;
            perform setval(name::regclass, coalesce(last_value, 1), last_value is not null) from prepared.sequences;
            return true;
        end $$;
        create function prepared.note() returns event_trigger language plpgsql security definer as $$
        begin
            insert into prepared.reshaped values (tg_tag);
        end $$;
        create event trigger reshaped on ddl_command_end execute function prepared.note();
        """;

    private const string Forget = "drop event trigger reshaped; drop schema prepared cascade";

    private static readonly ConcurrentDictionary<string, ConcurrentBag<TestDatabase>> _waiting = [];

    private readonly string? _template;
    private readonly NpgsqlDataSource _administration;
    private int _loans;

    private TestDatabase(string name, string? template)
    {
        (Name, _template) = (name, template);
        Connections = PortalConnections.Open(PortalConnection, instances: 1);
        _administration = NpgsqlDataSource.Create(AdministratorConnection);
    }

    public string Name { get; }

    /// <summary>The pool of a portal that serves with it.</summary>
    public NpgsqlDataSource Connections { get; }

    public string PortalConnection => TestServer.Portal(Name).ConnectionString;

    public string OwnerConnection => TestServer.Owner(Name).ConnectionString;

    public string AdministratorConnection => TestServer.Administrator(Name).ConnectionString;

    /// <summary>Prepares a database that others are begun from.</summary>
    /// <param name="template">What it is prepared from; null from an empty one.</param>
    /// <param name="prepare">Leaves nobody connected.</param>
    /// <returns>Its name.</returns>
    public static async Task<string> TemplateAsync(string? template, Func<TestDatabase, Task> prepare)
    {
        var name = template is null
            ? await TestServer.CreateAsync("template")
            : await TestServer.CloneAsync("template", template);
        await using var database = new TestDatabase(name, null);
        await prepare(database);
        await database.AsAdministratorAsync(Remember);
        return name;
    }

    /// <summary>Lends one that is as the template is.</summary>
    public static async Task<TestDatabase> BorrowAsync(string template) =>
        _waiting.GetOrAdd(template, _ => []).TryTake(out var database)
            ? database
            : new(await TestServer.CloneAsync("test", template), template);

    /// <summary>Begins one that is not lent again, and has nothing in it but what a portal puts there.</summary>
    public static async Task<TestDatabase> OwnAsync(string template)
    {
        var database = new TestDatabase(await TestServer.CloneAsync("own", template), null);
        await database.AsAdministratorAsync(Forget);
        return database;
    }

    public async Task<object?> AsAdministratorAsync(string sql)
    {
        await using var command = _administration.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Gives it to the next test, or drops it.</summary>
    public async Task ReturnAsync()
    {
        if (await SetBackAsync())
        {
            _waiting[_template!].Add(this);
        }
        else
        {
            await DropAsync();
        }
    }

    /// <returns>False when it is not to be lent again: not what it was, or somebody is at work in it.</returns>
    public async Task<bool> SetBackAsync() => _template is not null && _loans++ < MostLoans
        && (bool)(await AsAdministratorAsync("select prepared.set_back()"))!;

    public async Task DropAsync()
    {
        await DisposeAsync();
        await TestServer.DropAsync(Name);
    }

    /// <summary>Closes its connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await Connections.DisposeAsync();
        await _administration.DisposeAsync();
    }
}
