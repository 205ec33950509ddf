using System.Collections.Immutable;

namespace ReadinessPortal.Web.Facts;

/// <summary>How a field is typed.</summary>
public enum FieldInput
{
    Text, LongText, Code, Quoting, Lines, Whole, Number, Quantity, Choice, YesNo, Day, DateSpec, Time, Fact, Facts,
    Subjects,
}

/// <summary>One field of a kind of fact, as a form shows it.</summary>
/// <param name="Name">As in a package.</param>
/// <param name="Hint">What to write, where the label does not say it.</param>
public sealed record FieldSpec(string Name, string Label, string? Hint = null)
{
    /// <summary>Null where the field's type says it.</summary>
    public FieldInput? Input { get; init; }

    /// <summary>List whose facts are to choose from, for <see cref="FieldInput.Fact"/> and
    /// <see cref="FieldInput.Facts"/>.</summary>
    public string? Of { get; init; }

    /// <summary>Words that are often meant; others may be typed.</summary>
    public ImmutableArray<string> Suggested { get; init; } = [];

    /// <summary>Longest text in characters, where the rule that reads it has a limit of its own.</summary>
    public int? Most { get; init; }

    /// <summary>Why nobody types it in a form, and where it comes from; null where it is typed.</summary>
    public string? NotTyped { get; init; }
}

/// <summary>One kind of fact, as forms and buttons speak of it.</summary>
/// <param name="Lists">As <see cref="Domain.Facts.FactPath.Lists"/> has them.</param>
/// <param name="One">In the singular: <c>measurement</c>.</param>
/// <param name="Page">Where it is added, moved and archived: the address of a page inside a launch, without
/// keys.</param>
/// <param name="Fields">In the order they are typed.</param>
public sealed record KindSpec(string Lists, string One, string Page, ImmutableArray<FieldSpec> Fields)
{
    /// <summary>Field that gives a new one its key; null where a number does.</summary>
    public string? NamedBy { get; init; }

    /// <summary>Others name it by its key, in formulas and texts, so the form says what the key will be.</summary>
    public bool IsQuoted { get; init; }

    public FieldSpec? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary><c>a measurement</c>, <c>an item</c>.</summary>
    public string AnOne => $"{("aeiou".Contains(One[0], StringComparison.Ordinal) ? "an" : "a")} {One}";
}
