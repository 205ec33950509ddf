using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Web.Mails.Words;

/// <summary>Somebody's turn to sign or to decide.</summary>
/// <param name="Launch">Its key, here and below.</param>
/// <param name="DeputyOf">Who holds the role, where they sign as the deputy.</param>
/// <param name="Proven">Criteria that were proven then; null where they were not counted.</param>
/// <param name="Before">The revision they signed before; null where they signed none.</param>
/// <param name="Changes">Since then, as the portal words it.</param>
public sealed record TurnFacts(
    string Launch, int Revision, string Role, string? DeputyOf, bool Decides, string FrozenBy, DateOnly FrozenOn,
    ReadinessLevel Readiness, int? Proven, int? Criteria, int? Before, IReadOnlyList<string> Changes);

/// <summary>A waiver that waits for an answer.</summary>
/// <param name="Criterion">Its title.</param>
/// <param name="Accepts">What fails now, as the portal words it.</param>
public sealed record WaiverFacts(
    string Launch, string RequestedBy, string Criterion, DateOnly ExpiresOn, string Reason, string Control,
    IReadOnlyList<string> Accepts);

/// <summary>A change of a frozen launch that waits for an answer.</summary>
/// <param name="Summary">As the portal words it, and so are <paramref name="Improves"/>.</param>
public sealed record ChangeFacts(
    string Launch, string RequestedBy, string Summary, string Reason, IReadOnlyList<string> Improves);

/// <summary>Who signed, perhaps for somebody else.</summary>
public sealed record SignerFacts(string Name, string? DeputyFor)
{
    public static SignerFacts Of(SignOff signOff) => new(signOff.Name, signOff.DeputyFor);
}

/// <summary>A rejection, or a sign-off that was withdrawn.</summary>
/// <param name="Role">Its title.</param>
/// <param name="Decision">What was signed.</param>
public sealed record SetbackFacts(
    string Launch, int Revision, string Role, SignerFacts Signer, SignOffDecision Decision, bool IsWithdrawn,
    string? Reason);

/// <summary>What a sign-off asks for.</summary>
public sealed record PromiseFacts(string Text, string Owner, DateOnly Due);

/// <summary>A final decision, or the end of a YES.</summary>
/// <param name="By">Null where nobody knows any more.</param>
/// <param name="Overridden">Points that it overrides.</param>
/// <param name="Comment">Of whoever decided.</param>
/// <param name="Reason">Of the override, or of the end.</param>
public sealed record DecisionFacts(
    string Launch, int Revision, bool IsYes, bool IsRevoked, SignerFacts? By, DateOnly On, int Overridden,
    string? Comment, string? Reason, IReadOnlyList<PromiseFacts> Conditions);

/// <summary>A condition that falls due, or has lapsed.</summary>
/// <param name="Today">The day in the launch's time zone.</param>
public sealed record ConditionFacts(
    string Launch, int Revision, string Text, string Owner, DateOnly Due, DateOnly Today, bool HasLapsed);

/// <summary>Something to run again.</summary>
/// <param name="ValidUntil">Last day on which it proves.</param>
/// <param name="By">Last day for the run.</param>
public sealed record RunFacts(string Title, DateOnly ValidUntil, DateOnly By);

/// <summary>Evidence that runs out before the target date.</summary>
public sealed record ProofFacts(string Launch, DateOnly Target, IReadOnlyList<RunFacts> Runs);

/// <summary>An account that was made for somebody, or a way back into one.</summary>
/// <param name="Until">When the link ends.</param>
/// <param name="Clock">Of the recipient.</param>
public sealed record AccountFacts(string Name, string UserName, DateTimeOffset Until, ZoneClock Clock);
