using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>Writes facts as YAML in the order they are declared; what says nothing is left out.</summary>
internal sealed class PackageWriter
{
    private const int Step = 2;

    private readonly StringBuilder _text = new();

    public static string Write(LaunchFacts facts)
    {
        var writer = new PackageWriter();
        writer._text.Append(LaunchPackage.FormatKey).Append(": ").Append(LaunchPackage.Format).Append('\n');
        foreach (var (key, value) in Said(facts))
        {
            writer._text.Append('\n');
            writer.Pair(key.Name, value, key.PropertyType, 0);
        }

        return writer._text.ToString();
    }

    private void Pair(string name, object value, Type type, int indent)
    {
        Indent(indent);
        _text.Append(YamlText.Inline(name)).Append(':');
        var contract = FactContract.Of(Nullable.GetUnderlyingType(type) ?? type);
        switch (contract.Kind)
        {
            case JsonTypeInfoKind.Object:
                _text.Append('\n');
                Map(value, indent + Step);
                break;
            case JsonTypeInfoKind.Dictionary:
                _text.Append('\n');
                foreach (var (key, text) in (EquatableMap<string>)value)
                {
                    Pair(key, text, FactContract.ItemOf(contract), indent + Step);
                }

                break;
            case JsonTypeInfoKind.Enumerable:
                List((IEnumerable)value, FactContract.ItemOf(contract), indent);
                break;
            default:
                _text.Append(' ').Append(Scalar(value, indent + Step)).Append('\n');
                break;
        }
    }

    private void List(IEnumerable items, Type type, int indent)
    {
        var isObject = FactContract.Of(type).Kind == JsonTypeInfoKind.Object;
        var begin = _text.Append('\n').Length;
        foreach (var item in items)
        {
            if (isObject)
            {
                var start = _text.Length;
                Map(item, indent + (2 * Step));
                _text[start + indent + Step] = '-';
            }
            else
            {
                Indent(indent + Step);
                _text.Append("- ").Append(Scalar(item, indent + (2 * Step))).Append('\n');
            }
        }

        if (_text.Length == begin)
        {
            _text.Length--;
            _text.Append(" []\n");
        }
    }

    private void Map(object value, int indent)
    {
        foreach (var (key, said) in Said(value))
        {
            Pair(key.Name, said, key.PropertyType, indent);
        }
    }

    private void Indent(int indent) => _text.Append(' ', indent);

    private static IEnumerable<(JsonPropertyInfo Key, object Value)> Said(object fact)
    {
        var defaults = FactContract.Defaults(fact.GetType());
        foreach (var key in FactContract.Keys(FactContract.Of(fact.GetType())))
        {
            if (key.Get!(fact) is { } value && !IsDefault(key, value, defaults))
            {
                yield return (key, value);
            }
        }
    }

    // A value that says the same as leaving the key out.
    private static bool IsDefault(JsonPropertyInfo key, object value, object defaults) =>
        !key.IsRequired && Json(value, key.PropertyType) == Json(key.Get!(defaults), key.PropertyType);

    private static string Json(object? value, Type type) => JsonSerializer.Serialize(value, type, FactsJson.Options);

    /// <summary>A single value as its JSON has it: text is text, numbers and truths are plain.</summary>
    private static string Scalar(object value, int indent)
    {
        var json = JsonSerializer.SerializeToElement(value, value.GetType(), FactsJson.Options);
        return json.ValueKind == JsonValueKind.String
            ? YamlText.Scalar(json.GetString()!, value is string, indent)
            : json.GetRawText();
    }
}
