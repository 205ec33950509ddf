using System.Globalization;

namespace ReadinessPortal.Web.Shell;

/// <summary>
/// A number in an address. Whatever is none counts as absent: an address typed wrong still shows its page.
/// </summary>
public static class QueryNumber
{
    public const int Most = 1_000_000;

    /// <returns>From 1 to <see cref="Most"/>, or null.</returns>
    public static int? Of(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= Most
            ? number
            : null;
}
