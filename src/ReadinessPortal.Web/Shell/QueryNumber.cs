using System.Globalization;

namespace ReadinessPortal.Web.Shell;

/// <summary>
/// A number in an address. Whatever is none counts as absent: an address typed wrong still shows its page.
/// </summary>
public static class QueryNumber
{
    public const int Most = 1_000_000;

    /// <returns>From 1 to <see cref="Most"/>, which stands for every larger one; or null.</returns>
    public static int? Of(string? text) =>
        text is null or "" || !text.All(char.IsAsciiDigit) ? null
        : !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Most
        : number > 0 ? Math.Min(number, Most)
        : null;
}
