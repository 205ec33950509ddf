using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Web.Launches;

namespace ReadinessPortal.Web.Criteria;

/// <summary>One criterion with all that speaks for and against it, and what the reader may do about it.</summary>
public sealed partial class CriterionView
{
    private CriterionStanding _standing = default!;
    private SubjectRef _subject;
    private Category? _category;
    private string? _owner;
    private IReadOnlyList<Gate> _gates = [];
    private IReadOnlyList<Drill> _drills = [];

    [Parameter, EditorRequired]
    public required LaunchView View { get; set; }

    [Parameter, EditorRequired]
    public required Criterion Criterion { get; set; }

    [Inject]
    public required AssessCriterion Assess { get; init; }

    private string Key => View.Launch.Key;

    private bool MayAssess => Permissions.WhyNot(LaunchAction.AssessCriterion, View.Me, View.Board, _subject) is null;

    private bool MayAttach => Permissions.WhyNot(LaunchAction.AttachEvidence, View.Me, View.Board, _subject) is null;

    protected override void OnParametersSet()
    {
        var facts = View.Board.Facts;
        _subject = new(SubjectKind.Criterion, Criterion.Key);
        _standing = View.Readiness.Criterion(Criterion.Key);
        _category = facts.Categories.FirstOrDefault(c => c.Key == Criterion.Category);
        _owner = facts.Roles.FirstOrDefault(r => r.Key == _standing.Lead)?.Title;
        _gates = [.. facts.Gates.Where(g => g.Criteria.Contains(Criterion.Key))];
        _drills = [.. facts.Drills.Where(d => Criterion.Drills.Contains(d.Key))];
    }

    private async Task<Refusal?> AssessAsync(AssessmentValues from, AssessmentValues to)
    {
        var outcome = await Assess.RunAsync(Key, Criterion.Key, new(from, to), View.Viewer());
        return (outcome as Outcome.Refused)?.Refusal;
    }
}
