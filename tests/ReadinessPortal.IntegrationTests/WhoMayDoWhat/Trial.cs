using System.Collections;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Reports;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

/// <summary>One use case, to be tried by everybody.</summary>
/// <param name="Name">Of the use case, and of what of it is tried where that differs.</param>
/// <param name="Act">What a person does, on the portal as <paramref name="Ready"/> leaves it.</param>
/// <param name="Expected">The outcome for each person, in the words of <see cref="OutcomeOf"/>.</param>
internal sealed record Trial(
    string Name, Type UseCase, Func<Who, string> Expected, Func<Cast, Viewer, Task<object?>> Act,
    Func<Cast, Task> Ready)
{
    public const string Done = "done";

    public const string Nothing = "nothing";

    // An auditor comes a year later; people come and go; and somebody has to be able to open it again.
    private static readonly string[] _whenClosed =
    [
        nameof(AskOutcome), nameof(ReadAudit), nameof(VerifyLaunch), nameof(ExportAudit), nameof(ExportSignatures),
        nameof(ExportEvidence), nameof(ExportLaunch), nameof(ExportWithRecord), nameof(StoreFinalReport),
        nameof(AddMember),
        nameof(InviteColleague),
        nameof(ChangeMember), nameof(RemoveMember), nameof(CreateToken), nameof(RevokeToken), nameof(ListTokens),
        nameof(CreateLaunch), $"{nameof(ImportLaunch)}: new", nameof(ChangeStage), nameof(ListMails),
        nameof(SendMailAgain), nameof(ChooseMails), nameof(ChoosePreferences),
    ];

    /// <summary>It reads, or it is one of the few acts that a cancelled launch admits.</summary>
    public bool IsPossibleWhenClosed => Expected == Reading || _whenClosed.Contains(Name);

    public static string OutcomeOf(object? answer) => answer switch
    {
        null => Nothing,
        Outcome.Refused refused => refused.Refusal.Name,
        Refusal refusal => refusal.Name,
        Outcome or string => Done,
        IEnumerable many => many.Cast<object>().Any() ? Done : Nothing,
        _ => Done,
    };

    /// <summary>What the table of permissions says of it.</summary>
    public static Func<Who, string> AsTheTableSays(LaunchAction action) => who =>
    {
        var line = PermissionTable.Of(action);
        return who switch
        {
            Who.Stranger => nameof(NoSuchLaunch),
            Who.Manager => Done,
            Who.Administrator => line.Viewer == Reach.All ? Done : nameof(NotAMember),
            Who.Lead => line.Lead != Reach.No ? Done : nameof(NotYours),
            Who.OtherLead => line.Lead == Reach.All ? Done
                : line is { Lead: Reach.Own, By: Owning.Roles } ? nameof(NotYourCategory)
                : nameof(NotYours),
            Who.Executive or Who.Chief => line.Executive == Reach.All ? Done : nameof(NotYours),
            Who.Contributor => line.Contributor == Reach.All ? Done : nameof(NotYours),
            Who.Auditor => line.Auditor == Reach.All ? Done : nameof(MayOnlyRead),
            _ => line.Viewer == Reach.All ? Done : nameof(MayOnlyRead),
        };
    };

    /// <summary>Everybody who sees the launch reads it; for others there is nothing.</summary>
    public static Func<Who, string> Reading { get; } = who => who == Who.Stranger ? Nothing : Done;

    /// <summary>An administrator of the portal and nobody else, in whatever launch they have a part.</summary>
    public static Func<Who, string> Administering { get; } =
        who => who == Who.Administrator ? Done : nameof(NotAnAdministrator);

    /// <summary>Some may; the others who see the launch get one refusal, and strangers see none.</summary>
    public static Func<Who, string> Only(string refusal, params Who[] may) =>
        who => who == Who.Stranger ? nameof(NoSuchLaunch) : may.Contains(who) ? Done : refusal;
}
