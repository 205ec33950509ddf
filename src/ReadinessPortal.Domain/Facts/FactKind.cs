using System.Collections.Immutable;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>
/// One kind of fact, described once: where it stands in a launch, what it is called, where it is read, who answers for
/// it, and how its fields are typed. Board, package, edits, references, permissions, titles, links and forms go by it.
/// A new kind is a record with its descriptor, a list in <see cref="LaunchFacts"/>, a line in <see cref="FactKinds"/>,
/// a mapping and a migration.
/// </summary>
/// <param name="lists">Names of the lists on the way, as <see cref="FactPath.Lists"/> has them; empty for the
/// launch.</param>
/// <param name="one">In the singular: <c>measurement</c>.</param>
public abstract class FactKind(string lists, string one, Type type)
{
    private readonly ImmutableArray<FactField> _fields = [];
    private ImmutableArray<FactField> _bound;

    public string Lists => lists;

    /// <summary>Name of the list it stands in: <c>measurements</c>; empty for the launch.</summary>
    public string List { get; } = lists[(lists.LastIndexOf('/') + 1)..];

    public Type Type => type;

    public string One => one;

    /// <summary><c>a measurement</c>, <c>an item</c>.</summary>
    public string AnOne => $"{("aeiou".Contains(One[0], StringComparison.Ordinal) ? "an" : "a")} {One}";

    /// <summary>As what audit, permissions and links know it; null where they know only what it is a part of.</summary>
    public SubjectKind? Subject { get; init; }

    /// <summary>Where its subject is read, below the launch: <c>gates#gate-{key}</c>, <c>criteria/{key}</c>; of a part
    /// also <c>{whole}</c>.</summary>
    public string? Link { get; init; }

    /// <summary>Field that gives a new one its key; null where a number does.</summary>
    public string? NamedBy { get; init; }

    /// <summary>Others name it by its key, in formulas and texts, so the form says what the key will be.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Everything that a package carries of it without its parts, in the order it is typed.</summary>
    public ImmutableArray<FactField> Fields
    {
        get
        {
            if (_bound.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref _bound, [.. _fields.Select(f => f.In(type))]);
            }

            return _bound;
        }
        init => _fields = value;
    }

    /// <summary>Kinds of its parts.</summary>
    public ImmutableArray<FactKind> Parts { get; init; } = [];

    /// <summary>It, its parts and theirs.</summary>
    public IEnumerable<FactKind> WithParts => Parts.SelectMany(p => p.WithParts).Prepend(this);

    /// <param name="name">Of the field; of an entry of a map, which is none by itself: <c>cells.actual</c>.</param>
    public FactField? Field(string name) =>
        Fields.FirstOrDefault(f => f.IsMap
            ? name.Length > f.Name.Length + 1 && name.StartsWith($"{f.Name}.", StringComparison.Ordinal)
            : f.Name == name);

    /// <summary>All of this kind in a launch, or in what they are parts of; in their order.</summary>
    /// <param name="holder">Facts of a launch, or a fact.</param>
    public abstract IReadOnlyList<Fact> In(object holder);

    /// <summary>The holder with these instead.</summary>
    public abstract T With<T>(T holder, IEnumerable<Fact> facts)
        where T : class;

    /// <summary>One that says nothing but its key.</summary>
    public abstract Fact New(string key);

    /// <summary>Another one with the same values, that nobody has seen yet.</summary>
    public abstract object Copy(object fact);

    /// <summary>What it is called; its key where it has no name.</summary>
    /// <param name="whole">What it is a part of, for a part that is called by it.</param>
    public abstract string TitleOf(object fact, Fact? whole = null);

    /// <summary>Somebody may answer for what is of this kind.</summary>
    public abstract bool IsAnsweredFor { get; }

    /// <summary>Keys of the roles that answer for it.</summary>
    public abstract IEnumerable<string?> AnsweringRoles(Fact fact, LaunchFacts facts);

    /// <summary>Reads all of this kind, and their parts.</summary>
    public abstract Task<IReadOnlyList<Fact>> ReadAsync(IFactSource source);
}
