using System.Globalization;
using System.Text.Json;

namespace ReadinessPortal.Readings.Json;

/// <summary>A value in a JSON document together with where it stands, so that what is wrong with it can be said.
/// A member that is absent and one that is null are the same.</summary>
/// <param name="Path">From the root, which is <c>$</c>.</param>
public readonly record struct JsonPart(JsonElement Element, string Path)
{
    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    public bool IsArray => Element.ValueKind == JsonValueKind.Array;

    /// <summary>The member of an object, or null where there is none.</summary>
    /// <exception cref="UnreadableEvidenceException">This is no object.</exception>
    public JsonPart? Member(string name)
    {
        Need(JsonValueKind.Object);
        return Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new JsonPart(value, $"{Path}.{name}")
            : null;
    }

    /// <summary>The member of an object, which must be there.</summary>
    public JsonPart Required(string name) => Member(name)
        ?? throw Wrong($"has no '{name}', which this format always has");

    /// <summary>Name and value of each member, in the order of the file; none where it is null.</summary>
    public IEnumerable<(string Name, JsonPart Value)> Members()
    {
        Need(JsonValueKind.Object);
        var path = Path;
        return Element.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null)
            .Select(m => (Name: m.Name(path), m.Value))
            .Select(m => (m.Name, new JsonPart(m.Value, $"{path}['{ReadingCollector.Clean(m.Name, 80)}']")));
    }

    /// <summary>The members of the object <paramref name="name"/>; none where there is no such member.</summary>
    public IEnumerable<(string Name, JsonPart Value)> Members(string name) => Member(name)?.Members() ?? [];

    public IEnumerable<JsonPart> Items()
    {
        Need(JsonValueKind.Array);
        var path = Path;
        return Element.EnumerateArray().Select((item, at) => new JsonPart(item, $"{path}[{at}]"));
    }

    /// <summary>The items of the list <paramref name="name"/>; none where there is no such member.</summary>
    public IEnumerable<JsonPart> Items(string name) => Member(name)?.Items() ?? [];

    public string? Text(string name)
    {
        if (Member(name) is not { } part)
        {
            return null;
        }

        return part.Text();
    }

    /// <summary>A text, and nothing else.</summary>
    /// <exception cref="UnreadableEvidenceException">This is something else, or no Unicode.</exception>
    public string Text()
    {
        Need(JsonValueKind.String);
        return Element.Text(Path);
    }

    /// <summary>Bytes in base64.</summary>
    /// <param name="most">How many there may be.</param>
    /// <exception cref="UnreadableEvidenceException">This is no text, no base64, or more.</exception>
    public byte[] Base64(int most)
    {
        Need(JsonValueKind.String);
        var bytes = Element.Base64() ?? throw Wrong("is no base64");
        return bytes.Length <= most ? bytes
            : throw Wrong(string.Create(CultureInfo.InvariantCulture,
                $"has {bytes.Length} bytes, and {most} are the most that belong there"));
    }

    public decimal? Number(string name) => Member(name)?.Number();

    /// <summary>A number that is written as one: never a text, and never beyond what a decimal holds.</summary>
    public decimal Number()
    {
        Need(JsonValueKind.Number);
        return Element.TryGetDecimal(out var value)
            ? value
            : throw Wrong($"is {ReadingCollector.Clean(Element.GetRawText(), 40)}, which is beyond any measurement");
    }

    /// <summary>A number that counts something: whole, and not below zero.</summary>
    public decimal? Count(string name) => Member(name) is not { } part ? null
        : part.Number() is var value && value >= 0 && value == decimal.Truncate(value) ? value
        : throw part.Wrong($"is {value.ToString(CultureInfo.InvariantCulture)}, and must be a whole number from 0");

    public bool? Flag(string name) => Member(name) switch
    {
        null => null,
        { Element.ValueKind: JsonValueKind.True } => true,
        { Element.ValueKind: JsonValueKind.False } => false,
        { } other => throw other.Wrong($"is {Kind(other.Element.ValueKind)}, and must be true or false"),
    };

    public UnreadableEvidenceException Wrong(string what) =>
        new($"{Path} {what}. Produce the file again with the tool that wrote it.");

    private void Need(JsonValueKind kind)
    {
        if (Element.ValueKind != kind)
        {
            throw Wrong($"is {Kind(Element.ValueKind)}, and must be {Kind(kind)}");
        }
    }

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
