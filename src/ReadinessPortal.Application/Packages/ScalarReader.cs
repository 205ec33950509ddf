using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>Turns one YAML scalar into the JSON value of a type, or says what was expected.</summary>
internal static class ScalarReader
{
    private static readonly DateOnly _earliest = new(1990, 1, 1);
    private static readonly DateOnly _latest = new(2199, 12, 31);

    /// <param name="mayTurn">See <see cref="KeptText.WhyNot(string, bool)"/>.</param>
    public static (JsonNode? Value, string? Problem) Read(YamlScalar scalar, Type type, bool mayTurn)
    {
        var text = scalar.Text;
        if (scalar.IsPlain && text is "" or "~" or "null" or "Null" or "NULL")
        {
            return (null, "has no value; leave the key out, or put the text in quotes");
        }

        if (KeptText.WhyNot(text, mayTurn) is { } refusal)
        {
            return (null, refusal.Text);
        }

        if (type == typeof(string))
        {
            return (JsonValue.Create(text), null);
        }

        if (TextLimits.WhyNot("This", text, TextLimits.Value) is { } tooLong)
        {
            return (null, tooLong.Text);
        }

        if (type == typeof(bool))
        {
            return scalar.IsPlain && text is "true" or "false"
                ? (JsonValue.Create(text == "true"), null)
                : (null, $"'{text}' is neither true nor false");
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return scalar.IsPlain
                && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                && (type == typeof(long) || whole is >= int.MinValue and <= int.MaxValue)
                    ? (JsonValue.Create(whole), null)
                    : (null, $"'{text}' is not a whole number; write it plain, such as 12");
        }

        return Converted(text, type);
    }

    private static (JsonNode? Value, string? Problem) Converted(string text, Type type)
    {
        var value = JsonValue.Create(text);
        try
        {
            var read = value.Deserialize(type, FactsJson.Options);
            return read is DateOnly day && (day < _earliest || day > _latest)
                ? (null, $"'{text}' is no likely day; write it as 2025-12-01")
                : (value, null);
        }
        catch (JsonException)
        {
            return (null, $"'{text}' is not {Expected(type, text)}");
        }
    }

    private static string Expected(Type type, string text)
    {
        if (type.IsEnum)
        {
            var words = Words(type);
            return $"one of {string.Join(", ", words)}{NearMiss.Hint(text, words)}";
        }

        return type == typeof(DateOnly) ? "a day; write 2025-12-01"
            : type == typeof(TimeOnly) ? "a time of day; write 14:05:00 in quotes"
            : type == typeof(DateTimeOffset) ? "a time; write 2025-11-15T00:00:00Z"
            : type == typeof(DateSpec) ? "a date; write 2025-12-01, 2025-11-25..2025-11-30 or 2026-Q1"
            : type == typeof(Quantity) ? "a number with an optional unit; write 4.1 s or 37568 USD"
            : type == typeof(SubjectRef) ? "a reference; write kind:key, for example criterion:load-testing"
            : type == typeof(decimal) ? "a number; write 1.5"
            : $"a {type.Name}";
    }

    public static IReadOnlyList<string> Words(Type type) =>
        [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];
}
