using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting;

/// <param name="Number">Counted from 1 over the whole report.</param>
/// <param name="Criterion">Key.</param>
internal sealed record RecordedOutput(int Number, string Criterion, Validation Validation)
{
    /// <summary>Where it is printed.</summary>
    public string Section => $"output-{Number}";
}

/// <summary>The input as the sections of the report ask for it. Looks things up, derives nothing.</summary>
internal sealed class ReportContent(ReportInput input)
{
    private readonly Dictionary<string, CriterionStanding> _standings =
        input.Revision.Readiness.Criteria.ToDictionary(c => c.Key, StringComparer.Ordinal);

    private readonly Dictionary<string, Criterion> _criteria =
        input.Revision.Facts.Criteria.ToDictionary(c => c.Key, StringComparer.Ordinal);

    private readonly Dictionary<string, Figure> _figures =
        input.Revision.Readiness.Figures.ToDictionary(f => f.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, Claim> _claims =
        input.Revision.Facts.Claims.ToDictionary(c => c.Key, StringComparer.Ordinal);

    public ReportInput Input { get; } = input;

    /// <summary>Every recorded command, in the order of the criteria, counted from 1.</summary>
    public IReadOnlyList<RecordedOutput> Outputs { get; } =
    [
        .. input.Revision.Facts.Criteria.SelectMany(c => c.Validations.Select(v => (c.Key, v)))
            .Select((o, i) => new RecordedOutput(i + 1, o.Key, o.v)),
    ];

    public LaunchFacts Facts => Input.Revision.Facts;

    public Launch Launch => Facts.Launch;

    public Readiness Readiness => Input.Revision.Readiness;

    public DecisionRecord Record => Input.Record;

    public Verdict Verdict => Input.Verdict;

    /// <summary>The registers whose columns say what was spent of what.</summary>
    public IEnumerable<Budget> Budgets =>
        Facts.Registers.Select(Budget.Of).OfType<Budget>().Where(b => b.ShareTotal is not null);

    /// <summary>What was decided on this revision; null while nothing is.</summary>
    public DecisionLine? Decision => Record.Decision is { } decision
        ? DecisionLine.Of(Record, Input.Revision.Day(decision.At))
        : null;

    /// <summary>What the rules say, beside the decision once there is one.</summary>
    public Verdict ByTheRules => Record.Decision is { } decision
        ? Verdict.BesideDecision(Readiness, Record, Input.Revision.Day(decision.At))
        : Verdict;

    /// <summary>The two pages for the board: what they leave out stands in the full report.</summary>
    public bool IsForBoard => Input.Form.Profile == ReportProfile.Board;

    /// <summary>A sheet of Letter has about four lines less than one of A4.</summary>
    public bool IsShort => Input.Form.Paper == ReportPaper.Letter;

    /// <summary>The override stands on the first page, and takes about five lines of it.</summary>
    public bool IsOverridden => Record.Decision?.OverrideReason is not null;

    /// <summary>Color of headings and of the rules under them.</summary>
    public string Accent => Launch.Accent ?? Ink.Black;

    public bool IsFrozen => Input.Revision.Number > 0;

    /// <summary>Why nobody signs this, where people sign something else; null where they can, or could.</summary>
    public string? WhyUnsigned => Input is { Revision.Number: 0, NewestRevision: { } newest }
        ? $"live data, which nobody signs: signatures and decision are on revision {newest}, and in its report"
        : null;

    public string RevisionName => IsFrozen ? $"Revision {Input.Revision.Number}" : "Live data, not frozen";

    /// <summary>First twelve hex digits in groups of four, as people compare them.</summary>
    public string ShortHash => Input.Sha256 is { } hash
        ? $"{hash[..4]}\u00A0{hash[4..8]}\u00A0{hash[8..12]}"
        : "no hash";

    public string Standing => Input.Final ? "FINAL" : "DRAFT";

    /// <summary>Worst first, as a board asks for them; in the order of the matrix where they are alike.</summary>
    public IEnumerable<Gate> CriticalGates => Gates(GateKind.Critical);

    /// <inheritdoc cref="CriticalGates"/>
    public IEnumerable<Gate> NiceGates => Gates(GateKind.NiceToHave);

    public CriterionStanding Of(Criterion criterion) => _standings[criterion.Key];

    public GateStanding Of(Gate gate) => Readiness.Gate(gate.Key);

    public string CriterionTitle(string key) => _criteria.TryGetValue(key, out var found) ? found.Title : key;

    public string RoleTitle(string? key) =>
        key is null ? "not stated" : Facts.Roles.FirstOrDefault(r => r.Key == key)?.Title ?? key;

    /// <summary>The YES on an earlier revision that stands meanwhile; null where there is none.</summary>
    public DecisionLine? Earlier => Input.Earlier is { Decision: { } decision } earlier
        ? DecisionLine.Of(earlier, Launch.Day(decision.At))
        : null;

    /// <summary>What has not been dropped, and what an earlier YES still waits for, soonest due first.</summary>
    public IReadOnlyList<Condition> Conditions { get; } =
    [
        .. input.Record.Promised.Concat(input.Earlier?.Unmet ?? []).OrderBy(c => c.Due),
    ];

    public IReadOnlyList<OutstandingItem> OpenItems { get; } =
        [.. input.Revision.Facts.Items.Where(i => !i.Closed)];

    /// <summary>What the figure is called that a finding is about.</summary>
    public string TitleOf(Finding finding) =>
        finding.About(_figures.GetValueOrDefault(finding.Figure)?.Title);

    public Claim? ClaimOf(Finding finding) => _claims.GetValueOrDefault(finding.Claim);

    public static string Confidence(Gate gate) => gate.Confidence is { } sure ? $"{sure} %" : "not stated";

    /// <summary>Who signed for a role, holds it, or is printed for it.</summary>
    public string NameOf(Role role) =>
        Record.Standing(role.Key)?.PrintedName
        ?? Input.Revision.Holdings.FirstOrDefault(h => h.Role == role.Key)?.Holder
        ?? role.PrintedName ?? "nobody assigned";

    public string Narrative(string key, string text) => Readiness.Narratives.GetValueOrDefault(key, text);

    /// <summary>In the launch's time zone, at the offset that is frozen for that instant.</summary>
    public string At(DateTimeOffset instant) =>
        Format.Instant(instant, Input.Revision.Offset(instant), Launch.TimeZone);

    /// <summary>The day of it in the launch's time zone.</summary>
    public string Day(DateTimeOffset instant) => Format.Day(Input.Revision.Day(instant));

    public int Count(CriterionState state) => Readiness.Criteria.Count(c => c.State == state);

    /// <summary>What has become of a condition; lapsed on the day of the verdict, whatever the day is now.</summary>
    public (StatusMark Mark, string Word) StateOf(Condition condition) =>
        condition.DroppedAt is not null ? (StatusMark.Open, "dropped")
        : condition.MetAt is not null ? (StatusMark.Go, "met")
        : Verdict.Reasons.Any(r => r.Level == ReadinessLevel.NotYet && r.Subject == SubjectOf(condition))
            ? (StatusMark.No, "lapsed")
        : (StatusMark.Hold, "open");

    private static SubjectRef SubjectOf(Condition condition) =>
        new(SubjectKind.Condition, condition.Id.ToString());

    private IEnumerable<Gate> Gates(GateKind kind) =>
        Facts.Gates.Where(g => g.Kind == kind).OrderByDescending(g => Of(g).Colour).ThenBy(g => g.Position);
}
