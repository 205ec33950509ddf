using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers.Sheets;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Facts;

namespace ReadinessPortal.Web.Registers;

/// <summary>Blocks from a spreadsheet: looked at first, then saved as a whole.</summary>
public sealed partial class RegisterEditor
{
    private readonly ChangesKey _pasteName = new();
    private Pasted? _pasted;
    private bool _isPasting;
    private bool _isSavingPaste;
    private PastePlace _pasteAt;

    private DraftKey PasteDraft => DraftKey.Of(View, new(SubjectKind.Register, Register.Key), "paste");

    /// <summary>A block was pasted into the grid.</summary>
    [JSInvokable]
    public async Task PasteAsync(string? row, string? column, IJSStreamReference block)
    {
        var text = await Streamed.TextAsync(block, BlockBox.Most);
        _pasteAt = PlaceOf(row, column);
        await PasteTextAsync(text);
    }

    private EditorAnswer OpenPaste(string? row, string? column)
    {
        _pasteAt = PlaceOf(row, column);
        (_isPasting, _pasted) = (true, null);
        return new(null, null, "#paste-text");
    }

    private async Task PasteTextAsync(string text)
    {
        _isPasting = false;
        _pasted = Pasted.Of(Register, text, _pasteAt);
        StateHasChanged();
        await FocusAsync("#paste-preview");
    }

    private void ChangePaste(Pasted pasted)
    {
        _pasted = pasted.Over(Register);
        StateHasChanged();
    }

    private async Task SavePasteAsync()
    {
        if (_isSavingPaste || _pasted is not { Plan: { CanBeSaved: true } plan } pasted)
        {
            return;
        }

        _isSavingPaste = true;
        await FocusGridAsync();
        var changes = plan.Changes();
        var outcome = await Save(changes, _pasteName.Of(changes));
        _isSavingPaste = false;
        if (outcome is not Outcome.Refused refused)
        {
            _pasted = null;
            await Drafts.ClearAsync(PasteDraft);
            await CaughtUpAsync(outcome);
            await SayAsync($"Pasted: {PasteWords.Does(plan)}. Ctrl+Z takes that back.");
            return;
        }

        _pasted = refused.Refusal switch
        {
            FieldsChangedMeanwhile meanwhile => pasted with { Conflicts = meanwhile.Conflicts, Refusal = null },
            FactGone => pasted.Over(Register) with
            {
                Refusal = "A row was archived meanwhile, so the block goes elsewhere now. Look at it once more.",
            },
            var refusal => pasted with { Refusal = refusal.Text, Conflicts = [] },
        };
        await FocusAsync("#paste-preview");
    }

    private async Task ClosePasteAsync()
    {
        (_pasted, _isPasting) = (null, false);
        StateHasChanged();
        await Drafts.ClearAsync(PasteDraft);
        await FocusGridAsync();
    }

    private PastePlace PlaceOf(string? row, string? column) =>
        row is not null && Rows.KeyOf(row) is var key && !GridRows.IsNew(key) ? new(key, column) : new(null, column);
}
