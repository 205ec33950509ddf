using System.Collections.Frozen;

namespace ReadinessPortal.Domain.Figures;

public enum Dimension { Count, Ratio, Money, Duration, Bytes }

/// <summary>
/// What a number counts: nothing in particular, a percentage, a currency (ISO 4217), a duration, a size, or a named
/// count such as <c>messages</c> or <c>req/s</c>. Only units of one dimension can be compared, and named counts only
/// with the same name or with none.
/// </summary>
public readonly record struct Unit
{
    private static readonly FrozenDictionary<string, (Dimension, decimal)> _known =
        new Dictionary<string, (Dimension, decimal)>(StringComparer.Ordinal)
        {
            [""] = (Dimension.Count, 1m),
            ["%"] = (Dimension.Ratio, 0.01m),
            ["ms"] = (Dimension.Duration, 0.001m),
            ["s"] = (Dimension.Duration, 1m),
            ["min"] = (Dimension.Duration, 60m),
            ["h"] = (Dimension.Duration, 3600m),
            ["d"] = (Dimension.Duration, 86400m),
            ["y"] = (Dimension.Duration, 31557600m),
            ["B"] = (Dimension.Bytes, 1m),
            ["KB"] = (Dimension.Bytes, 1e3m),
            ["MB"] = (Dimension.Bytes, 1e6m),
            ["GB"] = (Dimension.Bytes, 1e9m),
            ["TB"] = (Dimension.Bytes, 1e12m),
            ["KiB"] = (Dimension.Bytes, 1024m),
            ["MiB"] = (Dimension.Bytes, 1048576m),
            ["GiB"] = (Dimension.Bytes, 1073741824m),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _currencies =
        new[] { "USD", "EUR", "GBP", "NOK", "SEK", "DKK", "CHF", "JPY", "CAD", "AUD" }
            .ToFrozenSet(StringComparer.Ordinal);

    private readonly string? _symbol;

    private Unit(string symbol) => _symbol = symbol;

    /// <summary>A bare number.</summary>
    public static Unit None { get; } = new("");

    public static Unit Percent { get; } = new("%");

    public static Unit Seconds { get; } = new("s");

    /// <summary>As written behind a number; empty for a bare number.</summary>
    public string Symbol => _symbol ?? "";

    public Dimension Dimension =>
        _known.TryGetValue(Symbol, out var known) ? known.Item1
        : _currencies.Contains(Symbol) ? Dimension.Money
        : Dimension.Count;

    /// <summary>How many of the dimension's base unit (one, second, byte, unit of currency) one of this is.</summary>
    public decimal Factor => _known.TryGetValue(Symbol, out var known) ? known.Item2 : 1m;

    public bool IsComparableTo(Unit other) =>
        Dimension == other.Dimension
        && (Dimension is Dimension.Duration or Dimension.Bytes or Dimension.Ratio
            || Symbol == other.Symbol
            || (Dimension == Dimension.Count && (Symbol.Length == 0 || other.Symbol.Length == 0)));

    /// <exception cref="FormatException">The symbol holds a digit, a quote or a control character, or is too
    /// long.</exception>
    public static Unit Parse(string symbol)
    {
        var trimmed = symbol.Trim();
        return trimmed.Length > 24 || trimmed.Any(c => char.IsControl(c) || char.IsAsciiDigit(c) || c is '"' or '\'')
            ? throw new FormatException($"'{symbol}' is not a unit.")
            : new Unit(trimmed);
    }

    public override string ToString() => Symbol;
}
