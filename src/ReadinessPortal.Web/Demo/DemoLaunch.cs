using Microsoft.AspNetCore.Identity;
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
    UserManager<PortalUser> users, ImportLaunch import, AssignRole assign, AddMember add, LaunchBoards boards)
{
    public const string Key = "GA-2025-001";

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo", Key);

    public async Task LoadAsync(CancellationToken ct)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var persona in DemoPersonas.All)
        {
            ids[persona.UserName] = await UserAsync(persona);
        }

        // The manager is added last: a launch that has its manager is complete, and whoever changed it since stays.
        if (await boards.ViewAsync(Key, Viewer.System, ct) is { } known
            && known.Board.Members.Any(m => m.Part == LaunchPart.Manager))
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
            Must(persona.Signs
                ? await assign.RunAsync(Key, persona.UserName, id, persona.Name, Viewer.System, ct: ct)
                : await add.RunAsync(Key, id, persona.Name, persona.Part, Viewer.System, ct));
        }
    }

    private async Task<Guid> UserAsync(DemoPersona persona)
    {
        if (await users.FindByNameAsync(persona.UserName) is { } known)
        {
            if (known.IsAdministrator != persona.Administers)
            {
                known.IsAdministrator = persona.Administers;
                await users.UpdateAsync(known);
            }

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

    private static void Must(Outcome outcome)
    {
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            throw new RefusedException(refusal);
        }
    }
}
