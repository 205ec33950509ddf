using System.Globalization;

namespace ReadinessPortal.Readings;

/// <summary>Numbers and times as tools write them into text.</summary>
internal static class Numbers
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent
        | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign;

    /// <summary>A number with a decimal point, thousands grouped by commas if at all; null for anything else, such as
    /// <c>NaN</c>, or <c>1,234</c>, which could be either.</summary>
    public static decimal? Decimal(string? text) => Decimal(text.AsSpan());

    /// <inheritdoc cref="Decimal(string)"/>
    public static decimal? Decimal(ReadOnlySpan<char> text)
    {
        if (decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var point = text.IndexOf('.');
        return point > 0 && AreThousands(text[..point].Trim())
            && decimal.TryParse(text, Plain | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number)
            ? number
            : null;
    }

    /// <summary>A whole number from 0.</summary>
    public static long? Count(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A moment in any of the ways that tools write one; without a zone it is taken as UTC.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var moment) ? moment : null;

    /// <summary>A moment in milliseconds since 1970; null where no calendar has it.</summary>
    public static DateTimeOffset? UnixMilliseconds(decimal? milliseconds) =>
        milliseconds is >= 0 and < 253_402_300_800_000m
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(milliseconds.Value * TimeSpan.TicksPerMillisecond))
            : null;

    // 1,234,567: one to three digits, then groups of three.
    private static bool AreThousands(ReadOnlySpan<char> whole)
    {
        var first = true;
        foreach (var range in whole.Split(','))
        {
            var group = whole[range];
            if (group.Length > 3 || group.Length == 0 || (!first && group.Length != 3)
                || group.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            first = false;
        }

        return true;
    }
}
