using System.Text;
using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;

namespace ReadinessPortal.Web.Registers;

/// <summary>Blocks from a spreadsheet: looked at first, then saved as a whole.</summary>
public sealed partial class RegisterDesk
{
    /// <summary>Largest block, in bytes.</summary>
    private const long MostBytes = 4 << 20;

    private Pasted? _pasted;
    private bool _isPasting;
    private (string? Row, string? Column) _pasteAt;

    /// <summary>A block was pasted into the grid.</summary>
    [JSInvokable]
    public async Task<string?> PasteAsync(string? row, string? column, IJSStreamReference block)
    {
        if (block.Length > MostBytes)
        {
            return "The block is too large: at most 4 MB are pasted together.";
        }

        await using var stream = await block.OpenReadStreamAsync(MostBytes);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        _pasteAt = (row, column);
        return await PasteTextAsync(await reader.ReadToEndAsync());
    }

    private DeskAnswer OpenPaste(string? row, string? column)
    {
        _pasteAt = (row, column);
        (_isPasting, _pasted) = (true, null);
        return new(null, null, "#paste-text");
    }

    private async Task<string?> PasteTextAsync(string text)
    {
        var row = _pasteAt.Row is { } id ? Rows.KeyOf(id) : null;
        _isPasting = false;
        _pasted = Pasted.Of(Register, text, row is null || GridRows.IsNew(row) ? null : row, _pasteAt.Column);
        StateHasChanged();
        await FocusAsync("#paste-preview");
        return null;
    }

    private void ChangePaste(Pasted pasted) => _pasted = pasted.Over(Register);

    private async Task SavePasteAsync()
    {
        if (_pasted is not { Plan: { CanBeSaved: true } plan } pasted)
        {
            return;
        }

        var outcome = await Save(plan.Changes());
        if (outcome is not Outcome.Refused refused)
        {
            _pasted = null;
            await CaughtUpAsync(outcome);
            await SayAsync($"Pasted: {PastePreview.Sum(plan)}.");
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
        await FocusGridAsync();
    }
}
