using System.Collections.Immutable;

namespace ReadinessPortal.Domain.Launches;

/// <summary>How far a part of a launch reaches: nothing, what one answers for, everything.</summary>
public enum Reach { No, Own, All }

/// <summary>What makes something one's own.</summary>
public enum Owning { Roles, Condition, Request }

/// <summary>One line of who may do what. The manager may do all of it.</summary>
/// <param name="What">In words, as a reader of the table knows it.</param>
/// <param name="Viewer">Viewers, and deputies.</param>
public sealed record PermissionLine(
    LaunchAction Action, string What, Reach Lead = Reach.No, Reach Contributor = Reach.No, Reach Executive = Reach.No,
    Reach Auditor = Reach.No, Reach Viewer = Reach.No, Owning By = Owning.Roles)
{
    /// <summary>Everybody who has a part in the launch.</summary>
    public static PermissionLine ForAll(LaunchAction action, string what) =>
        new(action, what, Reach.All, Reach.All, Reach.All, Reach.All, Reach.All);

    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public Reach Of(LaunchPart part) => part switch
    {
        LaunchPart.Manager => Reach.All,
        LaunchPart.Executive => Executive,
        LaunchPart.Lead => Lead,
        LaunchPart.Contributor => Contributor,
        LaunchPart.Auditor => Auditor,
        LaunchPart.Viewer => Viewer,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "is no part"),
    };

    /// <summary>In words: <c>the launch manager or an executive</c>.</summary>
    public string Who
    {
        get
        {
            var all = Executive == Reach.All ? "the launch manager or an executive" : "the launch manager";
            return !(Lead == Reach.Own || Executive == Reach.Own) ? all
                : Executive == Reach.All ? $"{Owner}, {all}"
                : $"{Owner} or {all}";
        }
    }

    private string Owner => By switch
    {
        Owning.Condition => "the owner of the condition",
        Owning.Request => "whoever asked for it",
        _ => "the lead who answers for it",
    };
}

/// <summary>An act that has rules of its own, with whoever may do it in words.</summary>
/// <param name="Action">Null for what is not done in a launch that is there.</param>
public sealed record SigningAct(LaunchAction? Action, string What, string Who);

/// <summary>Who may do what in a launch: <see cref="Permissions"/> goes by it, and the README prints it.</summary>
public static class PermissionTable
{
    public static ImmutableArray<PermissionLine> All { get; } =
    [
        PermissionLine.ForAll(LaunchAction.View, "Read everything, the evidence too"),
        PermissionLine.ForAll(LaunchAction.Export, "Take it along, as package or report"),
        new(LaunchAction.ReadAudit, "Read the audit: every act, and what was refused",
            Lead: Reach.All, Executive: Reach.All, Auditor: Reach.All),
        new(LaunchAction.SetUp, "Set it up: roles, weights, gates, registers, text, figures, claims; add, move, "
            + "archive and restore"),
        new(LaunchAction.MoveTargetDate, "Move the target date, with a reason"),
        new(LaunchAction.ChangeRelease, "Say which release is under test"),
        new(LaunchAction.ChangeStage, "Move it on in its life: launched, postponed, cancelled, archived, taken "
            + "up again"),
        new(LaunchAction.EditFacts, "Change criteria, drills, items, risks and gates, and what a role recommends",
            Lead: Reach.Own),
        new(LaunchAction.EditRows, "Change rows and cells of registers", Lead: Reach.All,
            Contributor: Reach.All),
        new(LaunchAction.AssessCriterion, "Give a criterion's result, progress and rationale", Lead: Reach.Own),
        new(LaunchAction.ScoreCategory, "Score a category", Lead: Reach.Own),
        new(LaunchAction.AttachEvidence, "Attach evidence", Lead: Reach.Own, Contributor: Reach.All),
        new(LaunchAction.RequestWaiver, "Ask for a waiver", Lead: Reach.Own),
        new(LaunchAction.AnswerWaiver, "Answer a waiver that somebody else asked for, unless one answers for the "
            + "criterion", Executive: Reach.All),
        new(LaunchAction.WithdrawWaiver, "Take a waiver back", Lead: Reach.Own, Executive: Reach.All,
            By: Owning.Request),
        new(LaunchAction.AnswerChange, "Answer improvements without proof that somebody else requested after a freeze, "
            + "unless one answers for it", Executive: Reach.All),
        new(LaunchAction.PickLog, "Say which log of a drill counts, unless one answers for the drill",
            Executive: Reach.All),
        new(LaunchAction.AcceptFinding, "Accept a finding; after a freeze, request approval", Executive: Reach.All),
        new(LaunchAction.ReopenFinding, "Take an acceptance back", Executive: Reach.All),
        new(LaunchAction.MeetCondition, "Say how a condition is met", Lead: Reach.Own, Executive: Reach.Own,
            By: Owning.Condition),
        new(LaunchAction.ManageRoles, "Name who holds a role, and make a role not required"),
        new(LaunchAction.ManageMembers, "Let people in and out"),
        new(LaunchAction.InviteColleague, "Invite a colleague who has no account; a lead invites to read only",
            Lead: Reach.All),
        new(LaunchAction.ManageTokens, "Make, list and revoke tokens for pipelines"),
        new(LaunchAction.Freeze, "Freeze a revision"),
        new(LaunchAction.Import, "Bring it to what a package says"),
    ];

    public static ImmutableArray<SigningAct> Signing { get; } =
    [
        new(LaunchAction.NameDeputy, "Name a deputy", "the launch manager, or who holds the role"),
        new(LaunchAction.Sign, "Sign as a role", "who holds it, or the deputy named before the freeze, until the "
            + "deputy's last day; never as a business role whoever froze the revision"),
        new(LaunchAction.WithdrawSignOff, "Take a signature back", "who gave it, until the decision"),
        new(LaunchAction.Decide, "Decide", "who holds the accountable role, or their deputy"),
        new(LaunchAction.ReviewDecision, "Confirm or revoke a YES", "who said it"),
        new(LaunchAction.WithdrawChange, "Withdraw what one asked a second person for", "who asked for it"),
        new(null, "Create a launch, or import one", "an administrator of the portal, who is then its manager"),
    ];

    /// <exception cref="InvalidOperationException">The action has no line, or rules of its own.</exception>
    public static PermissionLine Of(LaunchAction action) => All.Single(p => p.Action == action);

    /// <summary>Both tables as the README prints them.</summary>
    public static string Markdown =>
        $"""
        | what | manager | lead | contributor | executive | auditor | viewer, deputy | not while |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        {string.Join('\n', All.Select(Line))}

        | what | who | not while |
        | --- | --- | --- |
        {string.Join('\n', Signing.Select(a => $"| {a.What} | {a.Who} | {NotWhile(a.Action)} |"))}
        """;

    private static string Line(PermissionLine p) =>
        $"| {p.What} | yes | {Word(p.Lead)} | {Word(p.Contributor)} | {Word(p.Executive)} | {Word(p.Auditor)} "
        + $"| {Word(p.Viewer)} | {NotWhile(p.Action)} |";

    private static string NotWhile(LaunchAction? action) =>
        action is { } act && StageRules.NotWhile(act) is { Length: > 0 } stages ? stages : "–";

    private static string Word(Reach reach) => reach switch
    {
        Reach.All => "yes",
        Reach.Own => "own",
        _ => "no",
    };
}
