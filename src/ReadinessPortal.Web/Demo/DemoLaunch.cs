using Microsoft.AspNetCore.Identity;
using Npgsql;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Demo;

/// <summary>Loads the demo launch and its personas where they are missing; what is there is left alone.</summary>
internal sealed class DemoLaunch(
    UserManager<PortalUser> users, ImportLaunch import, AssignRole assign, AddMember add, NpgsqlDataSource source,
    ILogger<DemoLaunch> log)
{
    public const string Key = "GA-2025-001";

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo", Key);

    public async Task LoadAsync(CancellationToken ct)
    {
        var has = await PresentAsync(ct);
        if (has is (Personas: true, Launch: true))
        {
            return;
        }

        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var persona in DemoPersonas.All)
        {
            ids[persona.UserName] = await UserAsync(persona);
        }

        if (has.Launch)
        {
            return;
        }

        if (await import.RunAsync(await LaunchPackage.ReadAsync(Folder, ct), update: false, Viewer.System, ct)
            is Outcome.Refused { Refusal: not LaunchExists and var refusal })
        {
            throw new RefusedException(refusal);
        }

        foreach (var persona in DemoPersonas.All.OrderBy(p => p.Part == LaunchPart.Manager))
        {
            var id = ids[persona.UserName];
            Tell(persona.Signs
                ? await assign.RunAsync(Key, persona.UserName, id, persona.Name, Viewer.System, ct: ct)
                : await add.RunAsync(Key, id, persona.Name, persona.Part, Viewer.System, ct: ct));
        }
    }

    // The manager is added last: a launch that has its manager is complete, and whoever changed it since stays.
    // In SQL, because what the portal looks with takes longer to get ready than the rest of a start.
    private async Task<(bool Personas, bool Launch)> PresentAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand($"""
            select not exists (select from unnest($1) as persona(login) where not exists (
                select from {IdentityDb.Schema}.users where user_name = login)),
            exists (select from members join launches on launches.id = members.launch_id
                where launches.key = $2 and members.part = $3 and members.removed_at is null)
            """);
        command.Parameters.Add(new() { Value = DemoPersonas.All.Select(p => p.UserName).ToArray() });
        command.Parameters.Add(new() { Value = Key });
        command.Parameters.Add(new() { Value = nameof(LaunchPart.Manager) });
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetBoolean(0), row.GetBoolean(1));
    }

    private async Task<Guid> UserAsync(DemoPersona persona)
    {
        if (await users.FindByNameAsync(persona.UserName) is { } known)
        {
            return known.Id;
        }

        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(), UserName = persona.UserName, Name = persona.Name, IsDemo = true,
            IsAdministrator = persona.Administers,
        };
        var made = await users.CreateAsync(user, DemoPersonas.Password);
        return made.Succeeded
            ? user.Id
            : throw new InvalidOperationException(string.Join(" ", made.Errors.Select(e => e.Description)));
    }

    // What somebody made of the demo may leave no place for a persona, and is no reason not to serve.
    private void Tell(Outcome outcome)
    {
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            log.LogWarning("The demo launch {Key} is not set up again: {Reason}", Key, refusal.Text);
        }
    }
}
