using System.Globalization;
using ReadinessPortal.Domain.Criteria;

namespace ReadinessPortal.Domain.Figures;

/// <summary>
/// How a value is shown to a reader, in one place, so that screen, API and report agree to the digit. Invariant
/// culture: 1,000 grouped by comma, a point for decimals, − for minus.
/// </summary>
public static partial class Format
{
    /// <summary>What stands where there is no value.</summary>
    public const string NotKnown = "not known";

    private const string Minus = "−";

    /// <summary>
    /// <c>$37,568</c>, <c>99.97 %</c>, <c>4.1 s</c>, <c>14:23</c>, <c>890 messages</c>. Durations of a minute and more
    /// in s or min, and broken hours, are shown as a clock would; ms, whole h, d and y as they stand.
    /// </summary>
    public static string Quantity(Quantity quantity) => quantity.Unit.Dimension switch
    {
        Dimension.Money => Money(quantity),
        Dimension.Ratio => Percent(quantity.InBase, quantity.Amount),
        Dimension.Duration when ReadsAsClock(quantity) => Duration(quantity),
        _ when quantity.Unit.Symbol.Length == 0 => Number(quantity.Amount),
        _ => $"{Number(quantity.Amount)} {quantity.Unit.Symbol}",
    };

    /// <summary>The quantity, or <paramref name="otherwise"/> where there is none.</summary>
    public static string Quantity(Quantity? quantity, string otherwise = NotKnown) =>
        quantity is { } known ? Quantity(known) : otherwise;

    /// <summary>
    /// Up to four decimals as they are; more are rounded to two, or to four digits below 1.
    /// </summary>
    public static string Number(decimal number)
    {
        if (Decimals(number) > 4)
        {
            var decimals = number is > -1 and < 1 ? 3 : 2;
            for (var size = Math.Abs(number); size is > 0 and < 1 && decimals < 20; size *= 10)
            {
                decimals++;
            }

            number = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        }

        return Signed(number, "#,##0.############################");
    }

    /// <summary>
    /// A fraction with one decimal: 0.7993 is <c>79.9 %</c>. More decimals only where one would round a value that is
    /// not 0 or 1 to 0 % or 100 %.
    /// </summary>
    public static string Percent(decimal fraction) => Percent(fraction, null);

    /// <summary><c>$37,568</c>, <c>$38,487.23</c>, <c>$0.034</c>, <c>€1,200</c>, <c>1,200 NOK</c>.</summary>
    public static string Money(Quantity money)
    {
        var amount = Math.Abs(money.Amount);
        var rounded = Math.Round(amount, amount < 1 ? 4 : 2, MidpointRounding.AwayFromZero);
        var digits = Signed(rounded, decimal.IsInteger(rounded) ? "#,##0" : "#,##0.00##");
        var sign = money.Amount < 0 && rounded != 0 ? Minus : "";
        return money.Unit.Symbol switch
        {
            "USD" => $"{sign}${digits}",
            "EUR" => $"{sign}€{digits}",
            "GBP" => $"{sign}£{digits}",
            "JPY" => $"{sign}¥{digits}",
            var code => $"{sign}{digits} {code}",
        };
    }

    /// <summary><c>14:23</c> or <c>1:02:03</c> from a minute on, else <c>4.1 s</c>.</summary>
    public static string Duration(Quantity duration)
    {
        var seconds = Math.Abs(duration.Amount) < 1e9m ? duration.InBase : 0;
        if (Math.Abs(seconds) < 60 || !decimal.IsInteger(seconds))
        {
            return $"{Number(duration.Amount)} {duration.Unit.Symbol}";
        }

        var whole = (long)Math.Abs(seconds);
        var sign = seconds < 0 ? Minus : "";
        return whole < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{whole / 60}:{whole % 60:00}")
            : string.Create(CultureInfo.InvariantCulture,
                $"{sign}{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}");
    }

    /// <summary><c>512 B</c>, <c>1.2 KB</c>, <c>250 MB</c>; thousands, not 1,024.</summary>
    public static string Bytes(long bytes)
    {
        string[] units = ["B", "KB", "MB", "GB", "TB"];
        var size = (decimal)bytes;
        var unit = 0;
        while (Math.Round(Math.Abs(size), 1) >= 1000 && unit < units.Length - 1)
        {
            size /= 1000;
            unit++;
        }

        return $"{Signed(size, "#,##0.#")} {units[unit]}";
    }

    /// <summary>How far away a day is: <c>16 days</c>, <c>today</c>, <c>1 day ago</c>.</summary>
    public static string DaysLeft(int days) => days switch
    {
        0 => "today",
        1 => "1 day",
        -1 => "1 day ago",
        < 0 => $"{-days} days ago",
        _ => $"{days} days",
    };

    /// <summary><c>15 Nov 2025</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1 December 2025</c>.</summary>
    public static string LongDay(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1 Dec 2025</c>, <c>25–30 Nov 2025</c>, <c>Q1 2026</c>.</summary>
    public static string Date(DateSpec date) =>
        date.IsQuarter
            ? string.Create(CultureInfo.InvariantCulture, $"Q{((date.From.Month - 1) / 3) + 1} {date.From.Year}")
        : date.From == date.To ? Day(date.From)
        : date.From.Year != date.To.Year ? $"{Day(date.From)} – {Day(date.To)}"
        : date.From.Month != date.To.Month
            ? $"{date.From.ToString("d MMM", CultureInfo.InvariantCulture)} – {Day(date.To)}"
        : string.Create(CultureInfo.InvariantCulture, $"{date.From.Day}–{Day(date.To)}");

    /// <summary><c>23 Nov 2026, 14:05 (Oslo)</c>.</summary>
    /// <param name="zone">IANA name; its last part is shown.</param>
    public static string Instant(DateTimeOffset at, TimeSpan offset, string zone) =>
        $"{at.ToOffset(offset).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} ({Place(zone)})";

    /// <summary><c>Oslo</c>, of the IANA name <c>Europe/Oslo</c>.</summary>
    public static string Place(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>
    /// <c>below 5 s</c>, <c>at least 99.95 %</c>, <c>between 50 % and 70 %</c>, <c>0 (implied)</c>; null without
    /// target.
    /// </summary>
    public static string? Target(
        Comparator? comparator, Quantity? target, Quantity? upper = null, bool implied = false) =>
        target is not { } limit ? null
        : implied && limit.Amount == 0 ? $"{Quantity(limit)} (implied)"
        : $"{Phrase(comparator ?? Comparator.AtMost, limit, upper)}{(implied ? " (implied)" : "")}";

    private static string Phrase(Comparator comparator, Quantity limit, Quantity? upper) => comparator switch
    {
        Comparator.LessThan => $"below {Quantity(limit)}",
        Comparator.AtMost => $"at most {Quantity(limit)}",
        Comparator.AtLeast => $"at least {Quantity(limit)}",
        Comparator.MoreThan => $"more than {Quantity(limit)}",
        Comparator.Within when upper is { } end => $"between {Quantity(limit)} and {Quantity(end)}",
        _ => $"exactly {Quantity(limit)}",
    };

    private static bool ReadsAsClock(Quantity duration) =>
        Math.Abs(duration.Amount) < 1e9m && Math.Abs(duration.InBase) >= 60 && duration.Unit.Symbol switch
        {
            "s" or "min" => true,
            "h" => !decimal.IsInteger(duration.Amount),
            _ => false,
        };

    private static string Percent(decimal fraction, decimal? asWritten)
    {
        var percent = asWritten ?? (fraction * 100);
        if (asWritten is null || Decimals(percent) > 3)
        {
            var decimals = 1;
            while (decimals < 6 && Math.Round(percent, decimals, MidpointRounding.AwayFromZero) is 0 or 100
                && percent is not 0 and not 100)
            {
                decimals++;
            }

            percent = Math.Round(percent, decimals, MidpointRounding.AwayFromZero);
        }

        return $"{Signed(percent, "#,##0.######")} %";
    }

    private static string Signed(decimal number, string pattern)
    {
        var text = Math.Abs(number).ToString(pattern, CultureInfo.InvariantCulture);
        return number < 0 && text.Any(c => c is >= '1' and <= '9') ? Minus + text : text;
    }

    /// <summary>Decimals without trailing zeros.</summary>
    internal static int Decimals(decimal number)
    {
        // Dividing by a one with full scale strips trailing zeros.
        var normal = number / 1.0000000000000000000000000000m;
        return normal.Scale;
    }
}
