using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Web.Facts;

namespace ReadinessPortal.Web.Criteria;

/// <summary>One criterion with all that speaks for and against it, and what the reader may do about it.</summary>
public sealed partial class CriterionView
{
    private CriterionStanding _standing = default!;
    private string _path = "";
    private string? _among;
    private SubjectRef _subject;
    private Category? _category;
    private string? _owner;
    private IReadOnlyList<Gate> _gates = [];
    private IReadOnlyList<Drill> _drills = [];

    [Parameter, EditorRequired]
    public required LaunchView View { get; set; }

    [Parameter, EditorRequired]
    public required Criterion Criterion { get; set; }

    [CascadingParameter]
    public FactEditing? Editing { get; set; }

    private string Key => View.Launch.Key;

    private bool MayAssess => Permissions.WhyNot(LaunchAction.AssessCriterion, View.Me, View.Board, _subject) is null;

    private bool MayAttach => Permissions.WhyNot(LaunchAction.AttachEvidence, View.Me, View.Board, _subject) is null;

    protected override void OnParametersSet()
    {
        var facts = View.Board.Facts;
        _path = FactPath.Of("criteria", Criterion.Key).ToString();
        _among = string.Join(' ', facts.Criteria.Where(c => c.Category == Criterion.Category).Select(c => c.Key));
        _subject = new(SubjectKind.Criterion, Criterion.Key);
        _standing = View.Readiness.Criterion(Criterion.Key);
        _category = facts.Categories.FirstOrDefault(c => c.Key == Criterion.Category);
        _owner = facts.Roles.FirstOrDefault(r => r.Key == _standing.Lead)?.Title;
        _gates = [.. facts.Gates.Where(g => g.Criteria.Contains(Criterion.Key))];
        _drills = [.. facts.Drills.Where(d => Criterion.Drills.Contains(d.Key))];
    }

    private bool MayAdd(string parts) => Editing?.MayAdd($"{_path}/{parts}") == true;
}
