using System.Globalization;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Work;

namespace ReadinessPortal.Web.Shell;

/// <summary>
/// Where things stand in the portal: one place that knows the addresses of pages and the names of anchors.
/// </summary>
public static class Links
{
    /// <summary>Where whoever has a report or a package checks it.</summary>
    public const string Verify = "/verify";

    /// <summary>The page that makes a launch.</summary>
    public const string NewLaunch = "/launches/new";

    public static string Launch(string launchKey) => $"/launches/{Esc(launchKey)}";

    /// <summary>A page of a launch, such as <c>criteria</c> or <c>sign-off</c>.</summary>
    public static string Page(string launchKey, string page) => $"{Launch(launchKey)}/{page}";

    public static string To(string launchKey, SubjectRef subject) => Page(launchKey, subject.Kind switch
    {
        SubjectKind.Launch => "",
        SubjectKind.Condition => "sign-off#conditions",
        SubjectKind.Revision => $"revisions#{Anchor("revision", subject.Key)}",
        SubjectKind.Waiver => $"criteria/{Esc(subject.Key)}#waiver",
        SubjectKind.User => "settings",
        SubjectKind.SealingKey => "revisions",
        var kind => OfFact(FactKinds.Of(kind)?.Link
            ?? throw new ArgumentOutOfRangeException(nameof(subject), kind, "has no page"), subject.Key),
    }).TrimEnd('/');

    /// <summary>Everybody who has an account.</summary>
    public const string People = "/people";

    /// <summary>The reader's own account.</summary>
    public const string Account = "/account";

    /// <summary>Where the reader chooses the language of their mails, and their time zone.</summary>
    public const string Preferences = $"{Account}#preferences";

    /// <summary>The reader's own authenticator app.</summary>
    public const string SecondFactor = "/account/second-factor";

    /// <summary>The reader's own passkeys.</summary>
    public const string Passkeys = "/account/passkeys";

    /// <param name="next">Where to go then: an address of this portal.</param>
    public static string SignIn(string next) => $"/sign-in?returnUrl={Esc(next)}";

    /// <summary>Where the second factor is asked for.</summary>
    /// <param name="next">Where to go then: an address of this portal.</param>
    public static string SignInCode(string next) => $"/sign-in/code?returnUrl={Esc(next)}";

    /// <summary>The account of somebody, for administrators.</summary>
    public static string Person(Guid id) => $"{People}/{id}";

    /// <summary>What waits for the reader, over all launches.</summary>
    public const string Work = "/work";

    /// <summary>What the reader is told by mail.</summary>
    public const string Mail = "/mail";

    /// <summary>What was sent to whom, for administrators.</summary>
    public const string Outbox = "/mail/outbox";

    /// <summary>One of those, as it would be read.</summary>
    public static string MailAt(Guid id) => $"{Outbox}/{id}";

    /// <summary>The report of a revision, for whoever follows a link and has to sign in first.</summary>
    public static string ReportPage(string launchKey, int revision) =>
        Page(launchKey, $"revisions/{revision}/report");

    /// <summary>Exactly where a line of work is done.</summary>
    public static string ToWork(string launchKey, WorkLine line) => line.Kind switch
    {
        WorkKind.Review => Page(launchKey, "sign-off#since"),
        WorkKind.Decide or WorkKind.Sign => Page(launchKey, "sign-off#mine-title"),
        WorkKind.Guarded => Page(launchKey, "changes"),
        WorkKind.Rerun => RerunPlan(launchKey),
        WorkKind.Freeze => Page(launchKey, "revisions/freeze"),
        _ => To(launchKey, line.At),
    };

    public static string Evidence(string launchKey, string evidenceKey) =>
        Page(launchKey, $"evidence/{Esc(evidenceKey)}");

    /// <summary>Where a file is attached to the subject; the evidence page's own form where none is named.</summary>
    public static string Attach(string launchKey, SubjectRef? subject = null) =>
        Page(launchKey, subject is { } to ? $"attach?to={Esc(to.ToString())}" : "attach");

    /// <summary>What was done to the subject, and to the evidence behind it.</summary>
    public static string History(string launchKey, SubjectRef subject) =>
        Page(launchKey, $"audit?about={Esc(subject.ToString())}");

    /// <summary>Where a launch is checked against its record.</summary>
    public static string VerifyLaunch(string launchKey) => Page(launchKey, "audit/verify");

    /// <summary>Of one page of the audit, or of a file of it where <paramref name="file"/> names one.</summary>
    public static string Audit(string launchKey, AuditFilter filter, int page = 1, string? file = null)
    {
        var asked = new (string Name, string? Value)[]
        {
            ("person", filter.Person), ("act", filter.Act),
            ("subject", filter.Kind is { } kind ? AuditFilter.Word(kind) : filter.Subject?.ToString()),
            ("from", filter.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("until", filter.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        }.Where(a => a.Value is not null).Select(a => $"{a.Name}={Esc(a.Value!)}");
        var address = file is null ? Page(launchKey, "audit") : $"{Api(launchKey)}/{file}";
        return string.Join('?', new[] { address, string.Join('&', asked) }.Where(p => p.Length > 0));
    }

    /// <summary>The bytes, as a download.</summary>
    public static string Content(string launchKey, string evidenceKey) => $"{Evidence(launchKey, evidenceKey)}/content";

    /// <summary>Where a second person is asked for a value that was typed beside the file.</summary>
    public static string Value(string launchKey, string evidenceKey) => $"{Evidence(launchKey, evidenceKey)}/value";

    /// <summary>A page of a register's rows.</summary>
    /// <param name="page">From 1.</param>
    public static string Rows(string launchKey, string register, int page) =>
        Page(launchKey, $"registers/{Esc(register)}?page={page}");

    /// <summary>A register as comma-separated text, with the mark by which spreadsheets know it is UTF-8.</summary>
    public static string RegisterCsv(string launchKey, string register) =>
        Page(launchKey, $"registers/{Esc(register)}/cells.csv?bom=true");

    /// <summary>The executive report of a revision; where none is named, of the facts as they are.</summary>
    public static string Report(string launchKey, int? revision, bool forBoard = false)
    {
        var of = revision is { } number ? $"revision={number}" : "live=true";
        return $"{Api(launchKey)}/report.pdf?{of}{(forBoard ? "&profile=board" : "")}";
    }

    /// <summary>The canonical JSON of a revision: what its hash is of.</summary>
    public static string RevisionJson(string launchKey, int revision) =>
        $"{Api(launchKey)}/revisions/{revision}.json";

    /// <summary>The launch as a package.</summary>
    public static string Package(string launchKey) => $"{Api(launchKey)}/package.zip";

    /// <summary>What has to be run again before the target date, and why.</summary>
    public static string RerunPlan(string launchKey) => Page(launchKey, "rerun-plan");

    /// <summary>The same for programs.</summary>
    public static string RerunPlanJson(string launchKey) => $"{Api(launchKey)}/rerun-plan";

    /// <summary>The evidence in hand, as one zip.</summary>
    public static string EvidenceBundle(string launchKey) => $"{Api(launchKey)}/evidence.zip";

    /// <summary>The launch for programs.</summary>
    public static string Api(string launchKey) => $"/api/v1/launches/{Esc(launchKey)}";

    /// <summary>Name of the element a link to the subject points at.</summary>
    public static string Anchor(string kind, string key) =>
        $"{kind}-{string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-'))}";

    // As FactKind.Link has it; of a part that is named without its whole, the whole.
    private static string OfFact(string link, string key)
    {
        var isPart = link.Contains("{whole}", StringComparison.Ordinal);
        var (whole, part) = isPart && key.Split('/', 2) is [var of, var one] ? (of, one) : (key, null);
        if (isPart && part is null)
        {
            link = link[..link.IndexOfAny(['?', '#'])];
        }

        var (page, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        page = page.Replace("{whole}", Esc(whole), StringComparison.Ordinal)
            .Replace("{key}", Esc(part ?? key), StringComparison.Ordinal);
        return anchor is null ? page
            : $"{page}#{Anchor(anchor[..anchor.IndexOf('-', StringComparison.Ordinal)], part ?? key)}";
    }

    private static string Esc(string key) => Uri.EscapeDataString(key);
}
