using System.Globalization;

namespace ReadinessPortal.Web.Typing;

/// <summary>Days as inputs of type date write them.</summary>
internal static class Days
{
    private const string Form = "yyyy-MM-dd";

    public static string Iso(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">It is no day.</exception>
    public static DateOnly? Read(string? text) =>
        string.IsNullOrEmpty(text) ? null : DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);

    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
