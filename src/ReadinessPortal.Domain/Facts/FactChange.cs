using System.Text.Json.Serialization;

namespace ReadinessPortal.Domain.Facts;

/// <summary>
/// One thing a person does to the facts of a launch. Values are text, as a package writes them: <c>4.1 s</c>,
/// <c>true</c>, <c>2025-12-01</c>, <c>inProgress</c>; null where nothing is set; a list has one line per entry.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Set), "set")]
[JsonDerivedType(typeof(Add), "add")]
[JsonDerivedType(typeof(Archive), "archive")]
[JsonDerivedType(typeof(Restore), "restore")]
[JsonDerivedType(typeof(Move), "move")]
public abstract record FactChange
{
    /// <summary>Most changes that go together.</summary>
    public const int MostTogether = 20_000;

    private FactChange()
    {
    }

    public required FactPath Fact { get; init; }

    /// <summary>Gives one field another value.</summary>
    public sealed record Set : FactChange
    {
        /// <summary>As in a package: <c>title</c>; inside another one <c>cells.actual</c>.</summary>
        public required string Field { get; init; }

        /// <summary>As shown when editing began: who changed it meanwhile is not overwritten.</summary>
        public string? From { get; init; }

        public string? To { get; init; }
    }

    /// <summary>Puts a new fact, whose key ends its path, among its siblings.</summary>
    public sealed record Add : FactChange
    {
        /// <summary>Field to text; what is not there stays unset.</summary>
        public EquatableMap<string> Values { get; init; } = new();

        /// <summary>Key of the sibling it follows; empty for the first place, null for the last.</summary>
        public string? After { get; init; }
    }

    /// <summary>Takes a fact, and its parts with it, out of the launch; it is kept.</summary>
    public sealed record Archive : FactChange
    {
        /// <summary>Field to text as shown when that was decided: who changed it meanwhile is not passed over. Null
        /// however it stands.</summary>
        public EquatableMap<string>? From { get; init; }
    }

    /// <summary>Brings back what was archived, in its place, with the parts that went with it.</summary>
    public sealed record Restore : FactChange
    {
        /// <summary>Of several that had the key one after the other, this one.</summary>
        public required Guid Id { get; init; }
    }

    public sealed record Move : FactChange
    {
        /// <summary>Key of the sibling it follows; null for the first place.</summary>
        public string? After { get; init; }

        /// <summary>Key of the sibling it followed when that was decided; empty for the first place, null wherever it
        /// stands.</summary>
        public string? From { get; init; }
    }

    public static Set Setting(FactPath fact, string field, string? from, string? to) =>
        new() { Fact = fact, Field = field, From = from, To = to };
}
