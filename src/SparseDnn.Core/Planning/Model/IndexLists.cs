using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using SparseDnn.Primitives;

namespace SparseDnn.Planning.Model;

/// <summary>Lists of row numbers one after another; unlike a pattern's columns they may repeat.</summary>
/// <remarks>Equality contract: equal lists, decided by a 128-bit content hash and the counts.</remarks>
internal sealed class IndexLists : IEquatable<IndexLists>
{
    private readonly int[] _starts;
    private readonly int[] _items;

    // At the first question: whoever only lays lists out never asks. A reference, so that threads see it whole.
    private StrongBox<ContentHash>? _hash;

    /// <summary>Wraps arrays that the caller gives up.</summary>
    /// <param name="starts">One more than there are lists: ascending positions, from 0 to the number of items.</param>
    /// <param name="items">Items, list by list.</param>
    /// <exception cref="ArgumentException">The positions do not describe the items.</exception>
    public IndexLists(int[] starts, int[] items)
    {
        if (starts.Length == 0 || starts[0] != 0 || starts[starts.Length - 1] != items.Length)
            throw new ArgumentException("The positions do not describe the items.", nameof(starts));
        for (var i = 1; i < starts.Length; i++)
            if (starts[i] < starts[i - 1])
                throw new ArgumentException($"List {i - 1} ends before it begins.", nameof(starts));
        _starts = starts;
        _items = items;
    }

    /// <summary>No lists.</summary>
    public static IndexLists Empty { get; } = new([0], []);

    /// <summary>Number of lists.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Number of items of all lists.</summary>
    public int ItemCount => _items.Length;

    /// <summary>Where each list begins, and the number of items.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>Items, list by list.</summary>
    public ReadOnlySpan<int> Items => _items;

    /// <summary>Hash of the lists.</summary>
    public ContentHash Hash => (_hash ??= new(ContentHash.Start.Add(_starts).Add(_items))).Value;

    /// <summary>One list.</summary>
    /// <param name="list">0 to <see cref="Count"/> − 1.</param>
    public ReadOnlySpan<int> this[int list] => _items.AsSpan(_starts[list], _starts[list + 1] - _starts[list]);

    /// <summary>Joins lists.</summary>
    /// <param name="lists">The lists.</param>
    public static IndexLists From(IReadOnlyList<int[]> lists)
    {
        var starts = new int[lists.Count + 1];
        for (var i = 0; i < lists.Count; i++)
            starts[i + 1] = starts[i] + lists[i].Length;
        var items = new int[starts[lists.Count]];
        for (var i = 0; i < lists.Count; i++)
            lists[i].CopyTo(items, starts[i]);
        return new IndexLists(starts, items);
    }

    /// <inheritdoc/>
    public bool Equals(IndexLists? other) =>
        other is not null && (ReferenceEquals(this, other) || (Hash == other.Hash && Count == other.Count && ItemCount == other.ItemCount));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IndexLists);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();
}
