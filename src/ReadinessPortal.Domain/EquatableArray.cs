using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ReadinessPortal.Domain;

/// <summary>
/// An immutable array that is equal to another with equal elements in the same order, so that the records that hold it
/// compare by value. The default is the empty one.
/// </summary>
[CollectionBuilder(typeof(EquatableArrays), nameof(EquatableArrays.Create))]
public readonly struct EquatableArray<T>(ImmutableArray<T> items) : IReadOnlyList<T>, IEquatable<EquatableArray<T>>
{
    private ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public int Length => items.IsDefault ? 0 : items.Length;

    public bool IsEmpty => Length == 0;

    int IReadOnlyCollection<T>.Count => Length;

    public T this[int index] => Items[index];

    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    public static implicit operator EquatableArray<T>(ImmutableArray<T> items) => new(items);

    public static implicit operator ImmutableArray<T>(EquatableArray<T> array) => array.Items;

    public EquatableArray<T> Add(T item) => Items.Add(item);

    public EquatableArray<T> Insert(int index, T item) => Items.Insert(index, item);

    public EquatableArray<T> Remove(T item) => Items.Remove(item);

    public EquatableArray<T> RemoveAt(int index) => Items.RemoveAt(index);

    public EquatableArray<T> Replace(T old, T item) => Items.Replace(old, item);

    public EquatableArray<T> SetItem(int index, T item) => Items.SetItem(index, item);

    public ReadOnlySpan<T> AsSpan() => items.AsSpan();

    public bool Equals(EquatableArray<T> other) => Items == other.Items || AsSpan().SequenceEqual(other.AsSpan(), null);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    // One element tells most arrays apart, and whoever hashes a board does not want to read all of it.
    public override int GetHashCode() => IsEmpty ? 0 : HashCode.Combine(Length, items[^1]);

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();
}
