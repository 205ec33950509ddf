using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Risks;

namespace ReadinessPortal.Domain.Charts;

/// <summary>Risks by likelihood and impact, numbered as in the list beside it.</summary>
public static class RiskMatrixSvg
{
    private const float Left = 62;
    private const float CellHeight = 30;
    private const float MostWidth = 110;
    private const float Words = 32;

    // Every level that can be stated, least first.
    private static readonly ItemLevel[] _levels = [.. Enum.GetValues<ItemLevel>().Where(l => l != ItemLevel.NotStated)];

    public static float Height => (_levels.Length * CellHeight) + Words;

    /// <summary>A risk stands in the matrix where both of it are stated.</summary>
    public static bool Holds(Risk risk) =>
        risk is { Likelihood: not ItemLevel.NotStated, Impact: not ItemLevel.NotStated };

    /// <param name="risks">All of the list, whose places give the numbers.</param>
    /// <param name="width">In the units of the page: CSS pixels or points. Legible from 280 up.</param>
    public static string Draw(IReadOnlyList<Risk> risks, ChartPalette palette, float width)
    {
        var cell = Math.Min(MostWidth, (width - Left) / _levels.Length);
        var svg = new SvgText(width, Height, "Risks by likelihood and impact");
        for (var row = 0; row < _levels.Length; row++)
        {
            var likelihood = _levels[^(row + 1)];
            var y = row * CellHeight;
            svg.Text(Left - 6, y + (CellHeight / 2) + 3, Format.Word(likelihood), palette.Quiet, 8.5f, "end");
            for (var column = 0; column < _levels.Length; column++)
            {
                var x = Left + (column * cell);
                svg.Rect(x + 1, y + 1, cell - 2, CellHeight - 2, palette.Wash);
                // As much of an edge as the two together weigh.
                svg.Rect(x + 1, y + 1, 4, CellHeight - 2, Tone(palette, column + _levels.Length - 1 - row));
                svg.Text(x + (cell / 2), y + (CellHeight / 2) + 4, Numbers(risks, likelihood, _levels[column]),
                    palette.Ink, 10.5f, "middle", bold: true);
            }
        }

        for (var column = 0; column < _levels.Length; column++)
        {
            svg.Text(Left + ((column + 0.5f) * cell), (_levels.Length * CellHeight) + 12,
                Format.Word(_levels[column]), palette.Quiet, 8.5f, "middle");
        }

        svg.Text(Left, Height - 4, "impact to the right, likelihood upward", palette.Quiet, 8.5f);
        return svg.ToString();
    }

    private static string Numbers(IReadOnlyList<Risk> risks, ItemLevel likelihood, ItemLevel impact) =>
        string.Join(", ", risks.Select((risk, i) => (risk, Number: i + 1))
            .Where(r => r.risk.Likelihood == likelihood && r.risk.Impact == impact).Select(r => $"{r.Number}"));

    private static string Tone(ChartPalette palette, int weight) =>
        weight > _levels.Length ? palette.No : weight >= _levels.Length - 1 ? palette.Hold : palette.Go;
}
