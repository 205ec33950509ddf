using System.Collections.Immutable;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Facts;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Evidence;

/// <summary>Subjects of one kind, and what evidence does for them.</summary>
public sealed record SubjectGroup(
    string Title, string Worth, ImmutableArray<(SubjectRef Subject, string Title)> Subjects);

/// <summary>What the forms for attaching offer a person.</summary>
public sealed record AttachChoices
{
    private static readonly ImmutableArray<(SubjectKind Kind, string Title, string Worth)> _kinds =
    [
        (SubjectKind.Criterion, "Criteria", "what proves them"),
        (SubjectKind.Drill, "Drills", "proves the criteria that depend on them"),
        (SubjectKind.Gate, "Gates", "only informs: a gate has the color of its criteria"),
        (SubjectKind.Item, "Outstanding items", "only informs"),
        (SubjectKind.Risk, "Risks", "only informs"),
        (SubjectKind.RegisterRow, "Rows of registers", "only informs"),
        (SubjectKind.Launch, "The launch itself", "its logo; proves nothing"),
    ];

    public required string LaunchKey { get; init; }

    /// <summary>What the form was opened for; null where nothing is chosen yet.</summary>
    public SubjectRef? To { get; init; }

    /// <summary>Everything this person may attach to.</summary>
    public required ImmutableArray<SubjectGroup> Groups { get; init; }

    /// <summary>Evidence that is cited and not in hand, and that this person may bring.</summary>
    public required ImmutableArray<EvidenceItem> Cited { get; init; }

    /// <summary>The cited evidence that the form was opened for, as a key.</summary>
    public string? Bringing { get; init; }

    /// <summary>The file in hand that the form was opened for, which the new one follows.</summary>
    public EvidenceItem? Replacing { get; init; }

    /// <summary>What the form was opened to do with one file and no other; null where any number can be attached.
    /// </summary>
    public string? ForOne => Replacing is { } older ? $"Replace {VisibleText.Of(older.Title)}"
        : Cited.FirstOrDefault(e => e.Key == Bringing) is { } cited ? $"Upload {VisibleText.Of(cited.Title)}"
        : null;

    /// <summary>What is chosen when the form opens.</summary>
    public bool IsChosen(SubjectRef subject) => subject == To || Replacing?.Supports.Contains(subject) == true;

    /// <summary>The criterion it was opened for, whose values may go beside the file.</summary>
    public Criterion? Criterion { get; init; }

    /// <summary>Something is frozen: a typed value that reads better waits for a second person.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Last day that can be a date of capture.</summary>
    public required DateOnly Latest { get; init; }

    /// <summary>Name of the release under test.</summary>
    public string? Release { get; init; }

    /// <summary>Days that evidence is valid for here; null for the standard ones.</summary>
    public EvidenceValidity? Validity { get; init; }

    /// <summary>Where what is typed is kept until it is sent.</summary>
    public required DraftKey Draft { get; init; }

    public required EvidenceLimits Limits { get; init; }

    /// <summary>Where a form leads back to.</summary>
    public string Back => (Bringing ?? Replacing?.Key) is { } evidence ? Links.Evidence(LaunchKey, evidence)
        : To is { Kind: SubjectKind.Launch } ? Links.Page(LaunchKey, "settings")
        : To is { } subject ? Links.To(LaunchKey, subject)
        : Links.Page(LaunchKey, "evidence");

    public static AttachChoices Of(LaunchView view, SubjectRef? to, EvidenceLimits limits)
    {
        var facts = view.Board.Facts;
        var mine = AttachRights.Of(view, [.. _kinds.Select(k => k.Kind)]);
        var titles = SubjectTitles.Of(facts);
        var cited = facts.Evidence.Where(e => !e.IsInHand && e.Supports.All(mine.Contains) && e.Supports.Length > 0)
            .ToImmutableArray();
        SubjectRef? subject = to is { } asked && mine.Contains(asked) ? asked : null;
        return new()
        {
            LaunchKey = view.Launch.Key,
            Draft = DraftKey.Of(view, to ?? new(SubjectKind.Launch, view.Launch.Key), "attach"),
            To = subject,
            Bringing = to is { Kind: SubjectKind.Evidence } wanted && cited.Any(e => e.Key == wanted.Key)
                ? wanted.Key
                : null,
            Replacing = to is { Kind: SubjectKind.Evidence } older ? facts.Evidence.FirstOrDefault(
                e => e.Key == older.Key && e.IsInHand && AttachRights.MayBring(view, e)) : null,
            Groups =
            [
                .. _kinds.Select(k => new SubjectGroup(k.Title, k.Worth,
                        [.. titles.Where(t => t.Key.Kind == k.Kind && mine.Contains(t.Key)).Select(
                            t => (t.Key, t.Value))]))
                    .Where(g => g.Subjects.Length > 0),
            ],
            Cited = cited,
            Criterion = subject is { Kind: SubjectKind.Criterion } criterion
                ? facts.Criteria.First(c => c.Key == criterion.Key)
                : null,
            IsFrozen = view.Board.NewestRevision is not null,
            Latest = view.Readiness.Today > view.Launch.Day(view.At) ? view.Readiness.Today : view.Launch.Day(view.At),
            Release = view.Launch.Release?.Name,
            Validity = view.Launch.Validity,
            Limits = limits,
        };
    }
}
