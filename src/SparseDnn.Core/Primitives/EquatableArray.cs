using System;
using System.Collections;
using System.Collections.Generic;

namespace SparseDnn.Primitives;

/// <summary>An immutable array that compares by its elements, so that records holding it have value equality.</summary>
/// <typeparam name="T">Element type; compared by its own <see cref="IEquatable{T}"/>.</typeparam>
/// <remarks>
/// Equality contract: equal when the sequences are equal. The hash is computed once and kept, so comparing two large,
/// different arrays is usually one integer comparison.
/// </remarks>
public sealed class EquatableArray<T> : IReadOnlyList<T>, IEquatable<EquatableArray<T>>
    where T : IEquatable<T>
{
    /// <summary>The array of no elements.</summary>
    public static EquatableArray<T> Empty { get; } = new(Array.Empty<T>());

    private readonly T[] _items;
    private int _hash;

    /// <summary>Wraps an array that the caller gives up: it must not be changed afterwards.</summary>
    /// <param name="items">The elements.</param>
    public EquatableArray(T[] items) => _items = items ?? throw new ArgumentNullException(nameof(items));

    /// <summary>Copies a sequence.</summary>
    /// <param name="items">The elements.</param>
    public EquatableArray(IEnumerable<T> items) => _items = new List<T>(items).ToArray();

    /// <summary>Number of elements.</summary>
    public int Count => _items.Length;

    /// <summary>The element at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public T this[int index] => _items[index];

    /// <summary>The elements, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other._items.Length != _items.Length || other.GetHashCode() != GetHashCode())
            return false;
        return _items.AsSpan().SequenceEqual(other._items);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash != 0)
            return _hash;
        unchecked
        {
            var hash = 17 + _items.Length;
            foreach (var item in _items)
                hash = (hash * 31) + (item is null ? 0 : item.GetHashCode());
            return _hash = hash == 0 ? 1 : hash;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
