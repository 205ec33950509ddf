using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Mails;
using ReadinessPortal.Web.SingleSignOn;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Lets a person sign in, and gives them a part or a role in a launch.</summary>
internal sealed class UserVerb : Verb
{
    private const string Add = "add";
    private const string Disable = "disable";
    private const string Enable = "enable";
    private const string Reset = "reset";
    private const string Forget = "forget";

    public override string Name => "user";

    public override string Usage =>
        "[add] USER [--name NAME] [--mail ADDRESS] [--administrator yes|no] [--launch KEY [--part PART] "
        + "[--role ROLE]] | disable|enable|reset|forget USER";

    public override string Purpose =>
        "with --name, create a user (the password is read from standard input); with --mail, say where "
        + "their mail goes; with --administrator, let them create launches or not; with --launch, give a part or a "
        + "role; disable ends an account, enable takes that back, reset prints a link to choose another password, "
        + "once, forget takes away the authenticator app and passkeys of somebody who lost them";

    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var (name, launch) = (arguments.Value("--name"), arguments.Value("--launch"));
        var (part, role) = (Part(arguments), arguments.Value("--role"));
        var administrator = YesOrNo(arguments);
        var mail = Mail(arguments);
        var userName = arguments.Next("USER");
        if (userName is Add or Disable or Enable or Reset or Forget)
        {
            var act = userName;
            userName = arguments.Next("USER");
            if (act != Add)
            {
                arguments.Done();
                return (name, launch, part, role, mail) is (null, null, null, null, null) && administrator is null
                    ? await LookAfterAsync(act, userName, ct)
                    : throw arguments.Wrong($"{act} goes with the user name alone.");
            }
        }

        arguments.Done();
        if (name is null && launch is null && administrator is null && mail is null)
        {
            throw arguments.Wrong("Nothing to do: give --name, --mail, --administrator or --launch.");
        }

        if (launch is null != (part is null && role is null))
        {
            throw arguments.Wrong("--launch goes with --part or --role, and they with it.");
        }

        await using var portal = await PreparedAsync(ct);
        await using var scope = portal.Services.CreateAsyncScope();
        var user = name is null
            ? await KnownAsync(scope.ServiceProvider, userName)
            : portal.Settings.SingleSignOn.IsOnly ? await InviteAsync(portal, scope.ServiceProvider, userName, name, ct)
            : await CreateAsync(scope.ServiceProvider, userName, name, ct);
        if (mail is not null)
        {
            await scope.ServiceProvider.GetRequiredService<MailAddresses>().SetAsync(user.Id, mail, ct);
            Console.WriteLine($"Mail for {userName} goes to {mail.Address}.");
        }

        if (administrator is { } may)
        {
            await AdministerAsync(scope.ServiceProvider, user, may, ct);
        }

        if (launch is not null && part is { } given)
        {
            Must(await scope.ServiceProvider.GetRequiredService<AddMember>()
                .RunAsync(launch, user.Id, user.Name, given, Viewer.System, ct: ct));
            Console.WriteLine($"{userName} is {Format.Word(given)} of {launch}.");
        }

        if (launch is not null && role is not null)
        {
            Must(await scope.ServiceProvider.GetRequiredService<AssignRole>()
                .RunAsync(launch, role, user.Id, user.Name, Viewer.System, ct: ct));
            Console.WriteLine($"{userName} fills {role} of {launch}.");
        }

        return Fine;
    }

    private static async Task<int> LookAfterAsync(string act, string userName, CancellationToken ct)
    {
        await using var portal = await PreparedAsync(ct);
        await using var scope = portal.Services.CreateAsyncScope();
        var user = await KnownAsync(scope.ServiceProvider, userName);
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts.Accounts>();
        var (refusal, link, _) = act switch
        {
            Disable => await accounts.DisableAsync(user.Id, Viewer.System, ct),
            Enable => await accounts.EnableAsync(user.Id, Viewer.System, ct),
            Forget => await accounts.ForgetDevicesAsync(user.Id, Viewer.System, ct),
            _ => await accounts.ResetAsync(user.Id, Viewer.System, AccountLink.AtTheConsole, ct: ct),
        };
        if (refusal is not null)
        {
            throw new UsageException(refusal.Text);
        }

        if (act == Disable)
        {
            foreach (var vacated in await scope.ServiceProvider.GetRequiredService<WhatSomebodyHolds>()
                .VacateAsync(user.Id, ct))
            {
                Console.WriteLine($"{vacated.What} of {vacated.LaunchKey} is vacant.");
            }
        }

        if (link is null)
        {
            Console.WriteLine($"{userName} {Done(act)}.");
            return Fine;
        }

        Tell(portal, link, userName, AccountLink.AtTheConsole);
        return Fine;
    }

    private static void Tell(PortalApp portal, string link, string userName, TimeSpan lasts)
    {
        var opens = portal.Settings.SingleSignOn.IsOnly
            ? $"signs in to the account of {userName} by an identity provider"
            : $"chooses the password of {userName}";
        var time = lasts.TotalHours > 1 ? $"{lasts.TotalDays:0} days" : $"{lasts.TotalMinutes:0} minutes";
        Progress($"whoever opens this link {opens}; it works once, for {time}");
        Console.WriteLine(portal.Settings.Absolute(link));
    }

    private static string Done(string act) => act switch
    {
        Disable => "cannot sign in any more",
        Forget => "has no authenticator app and no passkey any more",
        _ => "may sign in",
    };

    private static LaunchPart? Part(Arguments arguments) =>
        arguments.Value("--part") is not { } text ? null
        : Enum.TryParse<LaunchPart>(text, ignoreCase: true, out var part) && Enum.IsDefined(part) ? part
        : throw arguments.Wrong(
            $"--part is '{text}': give one of {string.Join(", ", Enum.GetNames<LaunchPart>()).ToLowerInvariant()}.");

    private static MailboxAddress? Mail(Arguments arguments) =>
        arguments.Value("--mail") is not { } text ? null
        : MailAddresses.Read(text)
            ?? throw arguments.Wrong($"--mail is '{text}': give one address, such as ana@example.org.");

    private static bool? YesOrNo(Arguments arguments) => arguments.Value("--administrator") switch
    {
        null => null,
        "yes" => true,
        "no" => false,
        var text => throw arguments.Wrong($"--administrator is '{text}': give yes or no."),
    };

    // The database tells every portal, and pages that are open follow at once.
    private static async Task AdministerAsync(
        IServiceProvider services, PortalUser user, bool may, CancellationToken ct)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<IdentityDb>>()
            .CreateDbContextAsync(ct))
        {
            await ProviderAccounts.ForgetGivenAsync(db, user.Id, ct);
        }

        var words = may ? "may create launches" : "may not create launches";
        if (user.IsAdministrator == may)
        {
            Console.WriteLine($"{user.UserName} {words} already.");
            return;
        }

        user.IsAdministrator = may;
        var saved = await services.GetRequiredService<UserManager<PortalUser>>().UpdateAsync(user);
        if (!saved.Succeeded)
        {
            throw new UsageException(string.Join(" ", saved.Errors.Select(e => e.Description)));
        }

        await services.GetRequiredService<SiteAudit>().RecordAsync(
            new AuditEntry(
                "AdministratorSet", new SubjectRef(SubjectKind.User, user.UserName!), $"{user.Name} {words}"),
            Viewer.System, ct);
        Console.WriteLine($"{user.UserName} {words}.");
    }

    private static async Task<PortalUser> KnownAsync(IServiceProvider services, string userName) =>
        await services.GetRequiredService<UserManager<PortalUser>>().FindByNameAsync(userName)
            ?? throw new UsageException($"there is no user '{userName}': create one with --name.");

    // Where no password lets anybody in, none is asked for.
    private static async Task<PortalUser> InviteAsync(
        PortalApp portal, IServiceProvider services, string userName, string name, CancellationToken ct)
    {
        var (refusal, link, _) = await services.GetRequiredService<Accounts.Accounts>()
            .InviteAsync(userName, name, null, Viewer.System, ct);
        if (refusal is not null)
        {
            throw new UsageException(refusal.Text);
        }

        Tell(portal, link!, userName, AccountLink.Lasts(LinkPurpose.Invite));
        return await KnownAsync(services, userName);
    }

    private static async Task<PortalUser> CreateAsync(
        IServiceProvider services, string userName, string name, CancellationToken ct)
    {
        Progress("reading the password from standard input");
        var password = await Console.In.ReadLineAsync(ct)
            ?? throw new UsageException("no password came on standard input: pipe it in, one line.");
        if (AccountRules.WhyNot(userName, name) is { } refusal)
        {
            throw new UsageException(refusal.Text);
        }

        var user = new PortalUser { Id = Guid.CreateVersion7(), UserName = userName, Name = name };
        var made = await services.GetRequiredService<UserManager<PortalUser>>().CreateAsync(user, password);
        if (!made.Succeeded)
        {
            throw new UsageException(string.Join(" ", made.Errors.Select(e => e.Description)));
        }

        await services.GetRequiredService<SiteAudit>().RecordAsync(
            new AuditEntry(
                "UserCreated", new SubjectRef(SubjectKind.User, userName), $"{name} may sign in as {userName}"),
            Viewer.System, ct);
        Console.WriteLine($"{userName} may sign in.");
        return user;
    }

    private static void Must(Outcome outcome)
    {
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            throw new UsageException(refusal.Text);
        }
    }
}
