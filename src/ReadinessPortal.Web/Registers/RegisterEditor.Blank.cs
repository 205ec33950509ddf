using System.Collections.Immutable;
using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Web.Registers;

/// <summary>Cells that are emptied together: few at once, many only after a question.</summary>
public sealed partial class RegisterEditor
{
    /// <summary>Most that is done to cells and rows without asking.</summary>
    private const int MostCells = 20;
    private const int MostRows = 3;

    private ImmutableArray<FactChange.Set> _blanking = [];

    private int BlankedRows => _blanking.Select(c => c.Fact).Distinct().Count();

    /// <summary>Blanks cells, all of them or none.</summary>
    /// <param name="cells">Of each its row, its column and the text that stood there.</param>
    [JSInvokable]
    public async Task<EditorAnswer?> BlankAsync(IJSStreamReference cells)
    {
        var asked = await Streamed.ReadAsync<string[][]>(cells, BlockBox.Most);
        await _turn.WaitAsync();
        try
        {
            _blanking =
            [
                .. asked.Where(c => c is [_, _, _] && !GridRows.IsNew(Rows.KeyOf(c[0])))
                    .Select(c => Setting(c[0], c[1], Edits.Start(c[0], c[1], NullIfBlank(c[2])), null)),
            ];
            if (_blanking.Length > FactChange.MostTogether)
            {
                var says = $"{Format.Number(_blanking.Length)} cells are selected; at most "
                    + $"{Format.Number(FactChange.MostTogether)} are blanked together. Select fewer.";
                _blanking = [];
                return new(says, null, null);
            }

            return _blanking.Length > MostCells || BlankedRows > MostRows
                ? new(null, null, "#blank-question") : new(await BlankInTurnAsync(), null, null);
        }
        finally
        {
            _turn.Release();
            StateHasChanged();
        }
    }

    private async Task BlankAskedAsync()
    {
        await FocusGridAsync();
        await _turn.WaitAsync();
        try
        {
            await SayAsync(await BlankInTurnAsync());
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<string> BlankInTurnAsync()
    {
        var cells = _blanking;
        _blanking = [];
        var outcome = await Save([.. cells]);
        await CaughtUpAsync(outcome);
        return outcome is Outcome.Refused { Refusal: var refusal } ? RegisterActs.Not("Nothing was blanked.", refusal)
            : (cells.Length == 1 ? "The cell is blank now." : $"{Format.Number(cells.Length)} cells are blank now.")
                + " Ctrl+Z takes that back.";
    }

    private async Task GiveUpBlankingAsync()
    {
        _blanking = [];
        await FocusGridAsync();
    }
}
