using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReadinessPortal.Domain.Revisions;

/// <summary>
/// One text for one value, so that its hash means something (RFC 8785 with numbers restricted to integers): keys in the
/// order of their UTF-16 units, no white space, only what JSON demands is escaped. Decimals are text before they get
/// here.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Beyond this a reader that uses doubles would see another number.</summary>
    private const long LargestInteger = 1L << 53;

    /// <exception cref="FormatException">A number that is not an exact integer, or half a surrogate pair.</exception>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    /// <summary>
    /// As <see cref="FactsJson.Options"/> writes it, made canonical. A name of its own: as an overload it would catch
    /// JSON.
    /// </summary>
    public static string Of<T>(T value) => Write(JsonSerializer.SerializeToNode(value, FactsJson.Options));

    /// <summary>Lower-case hex of the text's UTF-8 bytes.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                AppendMembers(text, members);
                break;
            case JsonArray items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Append(text, items[i]);
                }

                text.Append(']');
                break;
            default:
                AppendValue(text, node.AsValue());
                break;
        }
    }

    private static void AppendMembers(StringBuilder text, JsonObject members)
    {
        text.Append('{');
        var first = true;
        foreach (var (key, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            text.Append(first ? "" : ",");
            first = false;
            AppendText(text, key);
            text.Append(':');
            Append(text, value);
        }

        text.Append('}');
    }

    private static void AppendValue(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                AppendText(text, value.GetValue<string>());
                break;
            case JsonValueKind.Number:
                text.Append(Integer(value.ToJsonString()));
                break;
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static string Integer(string raw) =>
        long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number is >= -LargestInteger and <= LargestInteger
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new FormatException($"{raw} is not an exact integer; other numbers are written as text.");

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsSurrogate(c))
            {
                if (i + 1 == value.Length || !char.IsSurrogatePair(c, value[i + 1]))
                {
                    throw new FormatException($"Half a surrogate pair at {i}: this text has no canonical form.");
                }

                text.Append(c).Append(value[++i]);
                continue;
            }

            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
