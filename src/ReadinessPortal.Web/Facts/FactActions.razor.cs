using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Facts;

/// <summary>Moves a fact among its siblings and archives it, as far as the reader may.</summary>
public sealed partial class FactActions
{
    private FactPath _path;
    private bool _mayMove;
    private bool _mayArchive;
    private bool _asks;
    private bool _isSaving;
    private bool _isAsked;
    private ImmutableArray<FieldProblem> _problems = [];
    private Refusal? _refusal;
    private NeedsSecondPerson? _needs;
    private FactChange? _wanted;

    [Parameter, EditorRequired]
    public required string Fact { get; set; }

    /// <summary>Keys of those it is shown among, in their order and separated by spaces; null for all of its
    /// list.</summary>
    [Parameter]
    public string? Among { get; set; }

    [CascadingParameter]
    public required FactEditing Editing { get; set; }

    private string Title => FactText.Title(Editing.Facts, _path);

    private IReadOnlyList<string> All => FactKinds.Siblings(Editing.Facts, _path);

    private List<string> Shown => [.. Among?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? All];

    private string? Before => Shown.IndexOf(_path.Key) is var at and > 0 ? Shown[at - 1] : null;

    private string? Next => Shown.IndexOf(_path.Key) is var at and >= 0 && at < Shown.Count - 1 ? Shown[at + 1] : null;

    protected override void OnParametersSet()
    {
        _path = FactPath.Parse(Fact);
        _mayMove = Editing.May(new FactChange.Move { Fact = _path }) && Shown.Count > 1;
        _mayArchive = Editing.May(new FactChange.Archive { Fact = _path });
    }

    private void Ask()
    {
        _asks = !_asks;
        _problems = EditFacts.Try(Editing.Facts, new FactChange.Archive { Fact = _path });
    }

    private Task ArchiveAsync() => SaveAsync(new FactChange.Archive { Fact = _path });

    private Task MoveAsync(bool up)
    {
        var all = All.Where(k => k != _path.Key).ToList();
        var after = up ? all.IndexOf(Before!) - 1 : all.IndexOf(Next!);
        return SaveAsync(new FactChange.Move { Fact = _path, After = after < 0 ? null : all[after] });
    }

    private async Task SaveAsync(FactChange change)
    {
        _isSaving = true;
        _wanted = change;
        try
        {
            var refusal = (await Editing.SaveAsync(change) as Outcome.Refused)?.Refusal;
            _needs = refusal as NeedsSecondPerson;
            _isAsked = false;
            _refusal = _needs is null ? refusal : null;
        }
        finally
        {
            (_isSaving, _asks) = (false, false);
        }
    }

    private async Task<Refusal?> AskAsync(string? reason)
    {
        if (await Editing.AskAsync([_wanted!], reason) is Outcome.Refused { Refusal: var refusal })
        {
            return refusal;
        }

        (_needs, _isAsked) = (null, true);
        StateHasChanged();
        return null;
    }

    private static string Label(FieldProblem problem) =>
        FactKinds.Get(problem.Fact).Field(problem.Field)?.Label.ToLowerInvariant() ?? problem.Text;
}
