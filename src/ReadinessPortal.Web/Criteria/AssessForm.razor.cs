using System.Globalization;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Launches;

namespace ReadinessPortal.Web.Criteria;

/// <summary>
/// The lead's form. It edits drafts: a new board moves what is untouched and leaves alone what is being written.
/// </summary>
public sealed partial class AssessForm
{
    private Draft<CriterionResult> _result = new(default);
    private Draft<int?> _progress = new(null);
    private Draft<string?> _rationale = new(null);
    private AssessmentValues? _followed;
    private Refusal? _refusal;
    private bool _isSaving;
    private bool _isSaved;

    /// <summary>As the board has it now.</summary>
    [Parameter, EditorRequired]
    public required AssessmentValues Values { get; set; }

    /// <summary>Where what is typed here is kept until it is saved.</summary>
    [Parameter, EditorRequired]
    public required DraftKey Key { get; set; }

    /// <summary>Gets the values the edit started from and the ones wanted; answers with why not, or null.</summary>
    [Parameter, EditorRequired]
    public required Func<AssessmentValues, AssessmentValues, Task<Refusal?>> Submit { get; set; }

    /// <summary>Finds who set a field, by its name in the package format, and when.</summary>
    [Parameter]
    public Func<string, Task<FieldAuthor?>>? WhoSet { get; set; }

    private bool IsTouched => _result.IsTouched || _progress.IsTouched || _rationale.IsTouched;

    protected override void OnParametersSet()
    {
        if (_followed is null)
        {
            _result = new(Values.Result);
            _progress = new(Values.Progress);
            _rationale = new(Values.Rationale);
        }
        else if (_followed != Values)
        {
            _result.Follow(Values.Result);
            _progress.Follow(Values.Progress);
            _rationale.Follow(Values.Rationale);
        }

        _followed = Values;
    }

    private void Restore(KeptDraft kept)
    {
        kept.Into("result", _result, text => Enum.TryParse<CriterionResult>(text, out var result) ? result : throw new FormatException());
        kept.Into("progress", _progress, text => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture));
        kept.Into("rationale", _rationale);
    }

    private async Task SaveAsync()
    {
        _isSaving = true;
        _isSaved = false;
        var rationale = string.IsNullOrWhiteSpace(_rationale.Mine) ? null : _rationale.Mine.Trim();
        var wanted = new AssessmentValues(_result.Mine, _progress.Mine, rationale);
        try
        {
            _refusal = await Submit(new(_result.Base, _progress.Base, _rationale.Base), wanted);
        }
        finally
        {
            _isSaving = false;
        }

        if (_refusal is null)
        {
            _result = new(wanted.Result);
            _progress = new(wanted.Progress);
            _rationale = new(wanted.Rationale);
            _isSaved = true;
        }
    }

    private void Discard()
    {
        _result = new(Values.Result);
        _progress = new(Values.Progress);
        _rationale = new(Values.Rationale);
        _refusal = null;
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
