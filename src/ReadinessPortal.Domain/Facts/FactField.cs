using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>How a field is typed.</summary>
public enum FieldInput
{
    Text, LongText, Code, Quoting, Lines, Whole, Number, Quantity, Choice, YesNo, Day, DateSpec, Time, Fact, Facts,
    Subjects,
}

/// <summary>One field of a kind of fact: what it is called, how it is typed, or why nobody types it.</summary>
/// <param name="Name">As in a package; <c>release.name</c> inside another value.</param>
/// <param name="Hint">What to write, where the label does not say it.</param>
public sealed record FactField(string Name, string Label, string? Hint = null)
{
    private const string Chosen = "Chosen from the title when it is added; it cannot be changed.";

    private readonly FieldInput? _input;
    private readonly int? _most;

    /// <summary>As the descriptor says, or as the type does.</summary>
    public FieldInput Input
    {
        get => _input ?? InputOf(ValueType);
        init => _input = value;
    }

    /// <summary>List whose facts it names, for <see cref="FieldInput.Fact"/> and <see cref="FieldInput.Facts"/>.
    /// </summary>
    public string? Of { get; init; }

    /// <summary>Which facts of that list are offered; null for all.</summary>
    public Func<Fact, bool>? Offers { get; init; }

    /// <summary>It may also say what no fact of that list is called: a package is not refused for it.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Words that are often meant; others may be typed.</summary>
    public ImmutableArray<string> Suggested { get; init; } = [];

    /// <summary>Longest text in characters: of the rule that reads it, or of its type.</summary>
    public int Most
    {
        get => _most ?? (ValueType == typeof(string) ? TextLimits.Fact : TextLimits.Value);
        init => _most = value;
    }

    /// <summary>Why nobody types it in a form, and where it comes from; null where it is typed.</summary>
    public string? NotTyped { get; init; }

    /// <summary>Typed only in a form that names it: it is an act of its own.</summary>
    public bool IsApart { get; init; }

    /// <summary>A fact without it cannot be.</summary>
    public bool IsRequired => (Inner ?? Outer).IsRequired;

    public Type Type => (Inner ?? Outer).PropertyType;

    /// <summary>A map, whose entries are fields of their own: <c>cells.actual</c>.</summary>
    public bool IsMap => Shape == JsonTypeInfoKind.Dictionary;

    /// <summary>A list; its text has one line per entry.</summary>
    public bool IsList => Shape == JsonTypeInfoKind.Enumerable;

    /// <summary>Type of the value, or of each entry of the list or map.</summary>
    public Type ValueType =>
        IsMap || IsList ? FactContract.ItemOf(FactContract.Of(Type)) : Nullable.GetUnderlyingType(Type) ?? Type;

    private JsonTypeInfoKind Shape { get; init; }

    private JsonPropertyInfo Outer { get; init; } = null!;

    /// <summary>Where the field stands inside another value.</summary>
    private JsonPropertyInfo? Inner { get; init; }

    public static FactField Text(string name, string label, string? hint = null, params string[] suggested) =>
        new(name, label, hint) { Suggested = [.. suggested] };

    public static FactField Prose(string name, string label, string? hint = null) =>
        new(name, label, hint) { Input = FieldInput.LongText };

    public static FactField Code(string name, string label, string? hint = null) =>
        new(name, label, hint) { Input = FieldInput.Code };

    /// <summary>A text that may quote figures.</summary>
    public static FactField Quoting(string name, string label) => new(name, label) { Input = FieldInput.Quoting };

    public static FactField Formula(string name, string label, string hint) =>
        new(name, label, hint) { Most = Figures.Formulas.Formula.MaximumLength };

    /// <param name="of">List whose facts it chooses one from.</param>
    public static FactField One(string name, string label, string of, string? hint = null) =>
        new(name, label, hint) { Input = FieldInput.Fact, Of = of };

    /// <param name="of">List whose facts it chooses some from.</param>
    public static FactField Some(string name, string label, string of, string? hint = null) =>
        new(name, label, hint) { Input = FieldInput.Facts, Of = of };

    public static FactField Untyped(string name, string label, string why) => new(name, label) { NotTyped = why };

    public static FactField Key(string why = Chosen) => Untyped("key", "Key", why);

    /// <summary>The value as JSON; of a map the entry that the name says. Null where nothing is set.</summary>
    /// <param name="name">The field's own, or <c>cells.actual</c> inside a map.</param>
    public JsonNode? Read(object fact, string name)
    {
        var value = Outer.Get!(fact);
        var inner = Inner is null || value is null ? value : Inner.Get!(value);
        var json = inner is null ? null : JsonSerializer.SerializeToNode(inner, inner.GetType(), FactsJson.Options);
        return IsMap && name.Length > Name.Length ? json?[name[(Name.Length + 1)..]] : json;
    }

    /// <summary>Keys of the facts that it names: of one, of several, or of none.</summary>
    public IEnumerable<string> Keys(object fact) => Outer.Get!(fact) switch
    {
        string key => [key],
        IEnumerable<string> keys => keys,
        _ => [],
    };

    /// <summary>Keys of the entries of a map, as names of fields; else the field's own name.</summary>
    public IEnumerable<string> Names(object fact) =>
        IsMap ? (Read(fact, Name) as JsonObject ?? []).Select(e => $"{Name}.{e.Key}") : [Name];

    /// <summary>Sets it on a fact that nobody else has seen yet.</summary>
    /// <param name="value">Fits the type; null for what the field is when nobody says anything.</param>
    /// <exception cref="JsonException">It does not fit.</exception>
    public void Set(object fact, string name, JsonNode? value)
    {
        if (Inner is null && !IsMap)
        {
            Outer.Set!(fact, value is null ? Default(fact) : value.Deserialize(Outer.PropertyType, FactsJson.Options));
            return;
        }

        var whole = Outer.Get!(fact) is { } old
            ? (JsonObject)JsonSerializer.SerializeToNode(old, Outer.PropertyType, FactsJson.Options)! : [];
        var key = Inner?.Name ?? name[(Name.Length + 1)..];
        whole.Remove(key);
        if (value is not null)
        {
            whole[key] = value.DeepClone();
        }

        Outer.Set!(fact, whole.Count == 0 ? Default(fact)
            : whole.Deserialize(Outer.PropertyType, FactsJson.Options));
    }

    /// <summary>The field as it stands in the contract of a record.</summary>
    /// <exception cref="InvalidOperationException">The record has no such field.</exception>
    internal FactField In(Type fact)
    {
        var dot = Name.IndexOf('.', StringComparison.Ordinal);
        var outer = Find(fact, dot < 0 ? Name : Name[..dot]);
        var inner = dot < 0 ? null
            : Find(Nullable.GetUnderlyingType(outer.PropertyType) ?? outer.PropertyType, Name[(dot + 1)..]);
        return this with
        {
            Outer = outer,
            Inner = inner,
            Shape = FactContract.Of((inner ?? outer).PropertyType).Kind,
        };
    }

    private static JsonPropertyInfo Find(Type type, string name) =>
        FactContract.Of(type).Properties.FirstOrDefault(p => p is { Set: not null, Get: not null } && p.Name == name)
        ?? throw new InvalidOperationException($"{type.Name} has no field '{name}'.");

    private object? Default(object fact) => Outer.Get!(FactContract.Defaults(fact.GetType()));

    private FieldInput InputOf(Type type) => type switch
    {
        { IsEnum: true } => FieldInput.Choice,
        _ when type == typeof(bool) => FieldInput.YesNo,
        _ when type == typeof(DateOnly) => FieldInput.Day,
        _ when type == typeof(TimeOnly) => FieldInput.Time,
        _ when type == typeof(DateSpec) => FieldInput.DateSpec,
        _ when type == typeof(Quantity) => FieldInput.Quantity,
        _ when type == typeof(int) || type == typeof(long) => FieldInput.Whole,
        _ when type == typeof(decimal) => FieldInput.Number,
        _ when type == typeof(SubjectRef) => FieldInput.Subjects,
        _ when IsList => FieldInput.Lines,
        _ => FieldInput.Text,
    };
}
