namespace ReadinessPortal.Domain.Figures;

/// <summary>Brings the result of a formula into the unit it is kept in.</summary>
internal static class ResultUnit
{
    /// <summary>
    /// In <paramref name="unit"/>: a bare number becomes a fraction of 100 % where a percentage is wanted, and takes
    /// any other unit as it is; other units are converted, or are a problem.
    /// </summary>
    public static FigureValue In(FigureValue value, string? unit)
    {
        if (value is not FigureValue.Number(var quantity) || string.IsNullOrEmpty(unit))
        {
            return value;
        }

        try
        {
            var wanted = Unit.Parse(unit);
            var scale = wanted.Dimension == Dimension.Ratio ? 100 : 1;
            return quantity.Unit.Symbol.Length == 0 ? FigureValue.Of(quantity.Amount * scale, unit)
                : wanted.IsComparableTo(quantity.Unit) ? new FigureValue.Number(quantity.In(wanted))
                : new FigureValue.Problem($"gives {value.Shown}, which is not in {unit}");
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            return new FigureValue.Problem($"gives {value.Shown}, which cannot be put into '{unit}'");
        }
    }
}
