using System.Globalization;

namespace ReadinessPortal.Domain.Figures;

/// <summary>
/// A day (<c>2025-12-01</c>), a range (<c>2025-11-25..2025-11-30</c>) or a quarter (<c>2026-Q1</c>): as precise as
/// whoever said it, no more.
/// </summary>
public readonly record struct DateSpec : IParsable<DateSpec>
{
    private DateSpec(DateOnly from, DateOnly to, bool isQuarter) => (From, To, IsQuarter) = (from, to, isQuarter);

    public DateOnly From { get; }

    /// <summary>Last day of it; what is due on a quarter is late after this day.</summary>
    public DateOnly To { get; }

    public bool IsQuarter { get; }

    public static DateSpec On(DateOnly day) => new(day, day, false);

    public static DateSpec Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var date)
            ? date
            : throw new FormatException(
                $"'{s}' is not a date; write 2025-12-01, 2025-11-25..2025-11-30 or 2026-Q1.");

    public static bool TryParse(string? s, IFormatProvider? provider, out DateSpec result)
    {
        result = default;
        if (s is null)
        {
            return false;
        }

        if (s.Length == 7 && s[4] == '-' && s[5] == 'Q' && s[6] is >= '1' and <= '4'
            && int.TryParse(s[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
        {
            var from = new DateOnly(year, ((s[6] - '1') * 3) + 1, 1);
            result = new(from, from.AddMonths(3).AddDays(-1), true);
            return true;
        }

        var dots = s.IndexOf("..", StringComparison.Ordinal);
        if (!TryDay(dots < 0 ? s : s[..dots], out var first) || !TryDay(dots < 0 ? s : s[(dots + 2)..], out var last)
            || last < first)
        {
            return false;
        }

        result = new(first, last, false);
        return true;
    }

    public override string ToString() =>
        IsQuarter ? $"{From.Year:0000}-Q{((From.Month - 1) / 3) + 1}"
        : From == To ? Day(From)
        : $"{Day(From)}..{Day(To)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryDay(string s, out DateOnly day) =>
        DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
