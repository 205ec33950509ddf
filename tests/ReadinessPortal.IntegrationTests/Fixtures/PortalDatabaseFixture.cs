using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>
/// A database for each test, as one is that is migrated once. The portal in it runs as the portal's own role, so that
/// its grants are tried with everything else.
/// </summary>
public static class PortalDatabaseFixture
{
    private static readonly Lazy<Task<string>> _migrated = new(() => TestDatabase.TemplateAsync(null, database =>
        PortalDatabase.MigrateAsync(database.OwnerConnection, TestServer.Portal("").Username!)));

    private static readonly Lazy<Task<string>> _staffed = new(() => TemplateAsync(async portal =>
    {
        await portal.StaffedAsync();
        await portal.FollowedUpAsync();
    }));

    /// <summary>Keeps the database and says its name when <paramref name="test"/> fails.</summary>
    public static async Task InAPortal(Func<TestPortal, Task> test) => await InAPortal(await _migrated.Value, test);

    /// <summary>The same with the small launch in it, and somebody in each of its roles.</summary>
    public static async Task InALaunch(Func<TestPortal, Task> test) => await InAPortal(await _staffed.Value, test);

    /// <summary>The same on a copy of another template.</summary>
    public static async Task InAPortal(string template, Func<TestPortal, Task> test)
    {
        var database = await TestDatabase.BorrowAsync(template);
        try
        {
            await using var portal = new TestPortal(database);
            await test(portal);
        }
        catch (Exception)
        {
            Console.Error.WriteLine($"Kept for a look: database {database.Name}");
            TestServer.Keep(database.Name);
            throw;
        }

        await database.ReturnAsync();
    }

    /// <summary>A template that is prepared once for many tests.</summary>
    public static async Task<string> TemplateAsync(Func<TestPortal, Task> prepare) =>
        await TestDatabase.TemplateAsync(await _migrated.Value, async database =>
        {
            await using var portal = new TestPortal(database);
            await prepare(portal);
        });
}
