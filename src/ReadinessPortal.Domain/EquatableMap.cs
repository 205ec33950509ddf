using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ReadinessPortal.Domain;

/// <summary>
/// An immutable map of names, in their ordinal order, that is equal to another with equal entries, so that the records
/// that hold it compare by value.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "What .NET calls a dictionary is a map here, as in packages.")]
public sealed class EquatableMap<T>(ImmutableSortedDictionary<string, T> entries)
    : IReadOnlyDictionary<string, T>, IEquatable<EquatableMap<T>>
{
    private readonly ImmutableSortedDictionary<string, T> _entries = entries.WithComparers(StringComparer.Ordinal);

    public EquatableMap()
        : this(ImmutableSortedDictionary<string, T>.Empty)
    {
    }

    public int Count => _entries.Count;

    public IEnumerable<string> Keys => _entries.Keys;

    public IEnumerable<T> Values => _entries.Values;

    public T this[string key] => _entries[key];

    [return: NotNullIfNotNull(nameof(entries))]
    public static implicit operator EquatableMap<T>?(ImmutableSortedDictionary<string, T>? entries) =>
        entries is null ? null : new(entries);

    public EquatableMap<T> Add(string key, T value) => new(_entries.Add(key, value));

    public EquatableMap<T> SetItem(string key, T value) => new(_entries.SetItem(key, value));

    public EquatableMap<T> SetItems(IEnumerable<KeyValuePair<string, T>> items) => new(_entries.SetItems(items));

    public EquatableMap<T> Remove(string key) => new(_entries.Remove(key));

    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

    // Not pair by pair: two pairs are compared by reflection.
    public bool Equals(EquatableMap<T>? other) =>
        other is not null && (_entries == other._entries
            || (Count == other.Count && Keys.SequenceEqual(other.Keys) && Values.SequenceEqual(other.Values)));

    public override bool Equals(object? obj) => Equals(obj as EquatableMap<T>);

    // Cheap, as that of an array.
    public override int GetHashCode() => Count;

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
