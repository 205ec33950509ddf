using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Starting;
using Serilog.Core;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>The whole portal with the demo launch, on Kestrel and on a database of its own.</summary>
public sealed partial class DemoPortal : IAsyncDisposable
{
    public const string Launch = "GA-2025-001";

    private const int EnoughSignIns = 1_000_000;

    private static readonly Lazy<Task<string>> _template = new(() => TestDatabase.TemplateAsync(null, PrepareAsync));
    private static readonly ConcurrentBag<DemoPortal> _waiting = [];

    private readonly PortalStart _start;
    private readonly TestDatabase? _database;

    private readonly LogWatch _log = new();

    private DemoPortal(PortalStart start, TestDatabase? database)
    {
        var services = start.Services;
        (_start, _database) = (start, database);
        App = PortalApp.Create(start with
        {
            Services = s =>
            {
                s.AddSingleton<ILogEventSink>(_log);
                services?.Invoke(s);
            },
        });
    }

    public PortalApp App { get; }

    public Uri Address => new(App.Addresses.First());

    /// <summary>It serves other tests after this one.</summary>
    public bool IsLent { get; private init; }

    /// <summary>For a process of its own on the same database.</summary>
    public IReadOnlyDictionary<string, string?> Variables => _start.Settings
        .Append(new("ASPNETCORE_ENVIRONMENT", "Development"))
        .ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value);

    /// <summary>What the database says, asked as its administrator.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        if (_database is not null)
        {
            return await _database.AsAdministratorAsync(sql);
        }

        await using var connection = PortalConnections.Beside(App.Settings.PortalOwner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>One that has served tests before, with a database that is as new.</summary>
    public static async Task<DemoPortal> StartAsync() =>
        _waiting.TryTake(out var portal) ? portal : await StartAsync(_ => { }, isLent: true);

    /// <summary>One that no other test sees.</summary>
    /// <param name="services">Replaces services.</param>
    /// <param name="signInsPerMinute">As few as a test can send.</param>
    public static Task<DemoPortal> StartAsync(
        Action<IServiceCollection> services, int signInsPerMinute = EnoughSignIns) =>
        StartAsync(services, isLent: false, signInsPerMinute);

    /// <summary>With further settings.</summary>
    public static async Task<DemoPortal> StartAsync(
        IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? services = null)
    {
        var database = await TestDatabase.BorrowAsync(await _template.Value);
        var start = Start(database);
        return await StartAsync(database, isLent: false, start with
        {
            Services = s =>
            {
                s.AddSingleton(database.Connections);
                services?.Invoke(s);
            },
            Settings = start.Settings.Concat(settings).ToDictionary(),
        });
    }

    /// <summary>With connections of its own, for tests that use them all, or start processes beside it.</summary>
    /// <param name="poolSize">Fewer connections than usual, and little patience.</param>
    public static async Task<DemoPortal> ApartAsync(int? poolSize = null)
    {
        var database = await TestDatabase.OwnAsync(await _template.Value);
        var pool = TestServer.Portal(database.Name);
        if (poolSize is { } fewer)
        {
            (pool.MaxPoolSize, pool.Timeout) = (fewer, 1);
        }

        return await StartAsync(database, isLent: false, Start(pool.ConnectionString, database.OwnerConnection));
    }

    private static async Task<DemoPortal> StartAsync(
        Action<IServiceCollection> services, bool isLent, int signInsPerMinute = EnoughSignIns)
    {
        var database = await TestDatabase.BorrowAsync(await _template.Value);
        return await StartAsync(database, isLent, Start(database, signInsPerMinute) with
        {
            Services = s => services(s.AddSingleton(database.Connections)),
        });
    }

    private static async Task<DemoPortal> StartAsync(TestDatabase database, bool isLent, PortalStart start)
    {
        var portal = new DemoPortal(start, database) { IsLent = isLent };
        await portal.App.StartAsync();
        return portal;
    }

    /// <summary>On a server that the test may stop; what is in its database goes with it.</summary>
    public static async Task<DemoPortal> OnAsync(
        string portal, string owner, Action<IServiceCollection>? services = null)
    {
        var demo = new DemoPortal(Start(portal, owner) with { Services = services }, null);
        await demo.App.StartAsync();
        return demo;
    }

    /// <summary>Another instance on the same database, as a second server would be.</summary>
    /// <param name="settings">That it differs in.</param>
    public async Task<PortalApp> AnotherInstanceAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var app = settings is null ? NotStarted() : PortalApp.Create(_start with
        {
            Services = null,
            Settings = settings.Concat(_start.Settings).DistinctBy(s => s.Key).ToDictionary(),
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Another instance on the same database, to be started.</summary>
    public PortalApp NotStarted() => PortalApp.Create(_start with { Services = null });

    /// <summary>A client that keeps cookies and follows no redirect.</summary>
    public HttpClient Anonymous(CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() })
        {
            BaseAddress = Address,
        };

    /// <summary>A client that has signed in as one of the demo's personas.</summary>
    public async Task<HttpClient> SignedInAsync(
        string persona, CookieContainer? cookies = null, string password = DemoPersonas.Password)
    {
        var client = Anonymous(cookies);
        using var answer = await client.PostFormAsync("/sign-in", "sign-in", new()
        {
            ["Form.UserName"] = persona,
            ["Form.Password"] = password,
        });
        return answer.StatusCode == HttpStatusCode.Redirect
            ? client
            : throw new InvalidOperationException($"{persona} could not sign in: {answer.StatusCode}");
    }

    /// <summary>The persona as use cases know it.</summary>
    public async Task<Viewer> ViewerAsync(string persona)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByNameAsync(persona)
            ?? throw new InvalidOperationException($"There is no {persona}.");
        return new Viewer(user.Id, user.Name, user.IsAdministrator);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _log.Check();
    }

    private async Task EndAsync()
    {
        if (IsLent)
        {
            await Get<FollowUpWorkers>().WhenIdleAsync();
            if (await _database!.SetBackAsync())
            {
                _waiting.Add(this);
                return;
            }
        }

        await App.StopAsync();
        await App.DisposeAsync();
        await (IsLent ? _database!.DropAsync() : _database?.ReturnAsync() ?? Task.CompletedTask);
    }

    private static PortalStart Start(string portal, string owner, int signInsPerMinute = EnoughSignIns) => new()
    {
        Environment = "Development",
        Urls = "http://127.0.0.1:0",
        Serving = false, // quiet: errors only
        Settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = portal,
            ["ConnectionStrings:PortalOwner"] = owner,
            ["Demo:Enabled"] = "true",
            ["Identity:HashIterations"] = "1",
            ["Identity:SignInsPerMinute"] = $"{signInsPerMinute}",
        },
    };

    private static PortalStart Start(TestDatabase database, int signInsPerMinute = EnoughSignIns) =>
        Start(database.PortalConnection, database.OwnerConnection, signInsPerMinute);

    private static async Task PrepareAsync(TestDatabase database)
    {
        await using var app = PortalApp.Create(Start(database) with
        {
            Services = s => s.AddSingleton(database.Connections),
        });
        await app.PrepareAsync();
    }
}

/// <summary>What a browser does with a form: fetches it with its token, then sends it.</summary>
public static partial class Forms
{
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string path, string form, Dictionary<string, string> fields)
    {
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        fields["_handler"] = form;
        fields["__RequestVerificationToken"] = TokenIn(page);
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Sends a form that the page does not have, with the token of another one.</summary>
    /// <returns>What the page says then.</returns>
    public static async Task<string> PostWithAsync(
        this HttpClient client, string path, string page, string form, Dictionary<string, string> fields)
    {
        fields["_handler"] = form;
        fields["__RequestVerificationToken"] = TokenIn(page);
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
