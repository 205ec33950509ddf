using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Facts;
using ReadinessPortal.Web.Typing;

namespace ReadinessPortal.Web.Registers;

/// <summary>
/// Adds or changes a column. What that makes of its cells, of formulas and of figures is shown while it is typed; all
/// of it is saved together or nothing.
/// </summary>
public sealed partial class ColumnForm
{
    private readonly ChangesKey _name = new();
    private DraftKey _draftKey = null!;
    private ColumnDraft _draft = new();
    private RegisterColumn? _base;
    private RegisterColumn? _after;
    private ColumnChange? _change;
    private RegisterPreview? _preview;
    private ImmutableArray<FieldProblem> _problems = [];
    private TextInput? _first;
    private string? _key;
    private string? _refusal;
    private string? _reason;
    private NeedsSecondPerson? _needsSecond;
    private Register? _seen;
    private bool _isContested;
    private bool _isSaving;
    private bool _mayBlank;
    private bool _isAsked;

    [Parameter, EditorRequired]
    public required LaunchView View { get; set; }

    [Parameter, EditorRequired]
    public required Register Register { get; set; }

    /// <summary>The column as it stands; null where one is added.</summary>
    [Parameter]
    public RegisterColumn? Column { get; set; }

    [Parameter, EditorRequired]
    public required SavingRegister Save { get; set; }

    /// <summary>Asks a second person for them, with a reason.</summary>
    [Parameter, EditorRequired]
    public required Func<ImmutableArray<FactChange>, string, Task<Outcome>> Ask { get; set; }

    [Parameter]
    public EventCallback Closed { get; set; }

    [Inject]
    public required DraftKeeper Drafts { get; init; }

    private string Key => Column?.Key ?? (string.IsNullOrWhiteSpace(_key)
        ? FactKey.Of(_draft.Title, Register.Columns.Select(c => c.Key).ToHashSet(StringComparer.Ordinal), "column")
        : _key.Trim());

    private bool IsTouched => Column is null || !SaysSame(_after!, _base!);

    private bool IsTyped => Column is null
        ? !string.IsNullOrWhiteSpace(_draft.Title) || _key is not null || _draft.Formula is not null
        : IsTouched || _reason is not null;

    private bool CanSave => IsTouched && !_isSaving && !_isContested && _problems.IsEmpty
        && (_mayBlank || _change is null || _change.Count(CellFate.DoesNotFit) == 0);

    private IEnumerable<string> Elsewhere => _problems.Where(p => p.Fact != Path || p.Field.Length == 0)
        .Select(p => $"{FactText.Title(View.Board.Facts, p.Fact)}: {p.Text}").Distinct(StringComparer.Ordinal).Take(5);

    private FactPath Path => RegisterFacts.Column(Register.Key, Key);

    // What the edit of a field starts from, which a kept draft is compared with.
    private string From(string field) => (_base is null ? null : ColumnDraft.Of(_base)[field]) ?? "";

    /// <summary>Names what is typed into the form of a column, or of a new one.</summary>
    internal static DraftKey DraftOf(LaunchView view, Register register, string? column) => DraftKey.Of(
        view, new(SubjectKind.Register, register.Key), column is null ? "column" : $"column {column}");

    protected override void OnParametersSet()
    {
        _draftKey = DraftOf(View, Register, Column?.Key);
        if (_base is null && Column is not null)
        {
            (_base, _draft) = (Column, ColumnDraft.Of(Column));
        }

        _isContested = Column is not null && Column != _base;
        if (!ReferenceEquals(_seen, Register))
        {
            _seen = Register;
            Look();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _first!.FocusFirstAsync();
        }
    }

    private void Restore(KeptDraft kept)
    {
        var started = Column is null ? new ColumnDraft() : ColumnDraft.Of(Column);
        foreach (var (name, (from, typed)) in kept.Fields)
        {
            started[name] = from.Length == 0 ? null : from;
            _draft[name] = typed.Length == 0 ? null : typed;
        }

        (_key, _reason) = (kept.Text("key") ?? _key, kept.Text("reason") ?? _reason);
        if (Column is not null)
        {
            // What was changed elsewhere since it was typed is chosen between, as while it is typed.
            var was = started.Column(Column.Key);
            _base = SaysSame(was, Column) ? Column : was;
            _isContested = Column != _base;
        }

        Look();
    }

    private void Discard()
    {
        (_draft, _base) = Column is null ? (new(), null) : (ColumnDraft.Of(Column), Column);
        (_key, _reason, _isContested) = (null, null, false);
        Look();
    }

    private async Task CloseAsync()
    {
        await Drafts.ClearAsync(_draftKey);
        await Closed.InvokeAsync();
    }

    private static bool SaysSame(RegisterColumn one, RegisterColumn other) =>
        RegisterFacts.Values(one).SequenceEqual(RegisterFacts.Values(other));

    private void Take() => (_base, _draft) = (Column, ColumnDraft.Of(Column!));

    private void Keep() => (_base, _isContested) = (Column, false);

    private void Look()
    {
        (_refusal, _needsSecond, _isAsked) = (null, null, false);
        _after = _draft.Column(Key);
        _change = Column is null ? null : ColumnChange.Of(Register, Column, _after);
        _after = _change?.After ?? _after;
        var next = _change?.Applied(Register) ?? Register with { Columns = Register.Columns.Add(_after) };
        _problems = IsTouched && (Column is not null || !string.IsNullOrWhiteSpace(_draft.Title))
            ? [.. EditFacts.Try(View.Board.Facts, [.. Changes()]).Select(AtField)] : [];
        _preview = IsTouched && _problems.IsEmpty
            ? RegisterPreview.Of(View.Board, View.Readiness, next, View.At)
            : null;
    }

    private ImmutableArray<FactChange> Changes() =>
        _change?.Changes(Register.Key) ?? [RegisterFacts.Adding(Register.Key, _after!)];

    // What is said of the column as a whole stands at the field that mends it.
    private FieldProblem AtField(FieldProblem problem) =>
        problem.Fact != Path || problem.Field.Length > 0 ? problem
        : problem.Text.Contains("'unit'", StringComparison.Ordinal) ? problem with { Field = "unit" }
        : problem.Text.Contains("'totalFormula'", StringComparison.Ordinal) ? problem with { Field = "totalFormula" }
        : problem.Text.Contains("target", StringComparison.Ordinal) ? problem with { Field = "target" }
        : problem;

    private RenderFragment Problem(string field) => builder =>
    {
        if (_problems.FirstOrDefault(p => p.Fact == Path && p.Field == field) is { } problem)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", "bad");
            builder.AddAttribute(2, "role", "alert");
            builder.AddContent(3, problem.Text);
            builder.CloseElement();
        }
    };

    private async Task SaveAsync()
    {
        Look();
        if (!CanSave)
        {
            return;
        }

        _isSaving = true;
        var changes = Changes();
        var outcome = await Save(changes, _name.Of(changes));
        _isSaving = false;
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            _needsSecond = refusal as NeedsSecondPerson;
            _refusal = refusal is FieldsChangedMeanwhile
                ? $"{refusal.Text} What it would make of the cells is shown anew." : refusal.Text;
            return;
        }

        await CloseAsync();
    }

    private async Task AskAsync()
    {
        _isSaving = true;
        var outcome = await Ask(Changes(), _reason ?? "");
        _isSaving = false;
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            _refusal = refusal.Text;
            return;
        }

        Discard();
        await Drafts.ClearAsync(_draftKey);
        _isAsked = true;
    }
}
