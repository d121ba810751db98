using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Networks;

/// <summary>What range each input of a network lies in: one for all of them, or one an input.</summary>
/// <remarks>Equality contract: by value; ranges that are all the same are stored as one.</remarks>
internal sealed record InputRanges
{
    private readonly EquatableArray<Interval>? _each;

    private InputRanges(Interval hull, EquatableArray<Interval>? each)
    {
        Hull = hull;
        _each = each;
    }

    /// <summary>The least range that holds all inputs.</summary>
    public Interval Hull { get; }

    /// <summary>Number of inputs; null where one range is that of all, however many they are.</summary>
    public int? Count => _each?.Count;

    /// <summary>The range of an input.</summary>
    /// <param name="input">0-based.</param>
    public Interval this[int input] => _each is null ? Hull : _each[input];

    /// <summary>One range for every input.</summary>
    /// <param name="range">The range; finite.</param>
    public static InputRanges All(Interval range) => new(range, null);

    /// <summary>A range for each input.</summary>
    /// <param name="ranges">The ranges in the order of the inputs; finite, at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static InputRanges Each(IReadOnlyList<Interval> ranges)
    {
        if (ranges.Count == 0)
            throw new ArgumentException("A network has at least one input.", nameof(ranges));
        var hull = ranges.Aggregate((all, range) => all.Hull(range));
        return new(hull, ranges.All(range => range == ranges[0]) ? null : new(ranges));
    }

    /// <summary>The ranges as an array.</summary>
    /// <param name="inputs">Number of inputs.</param>
    public Interval[] ToArray(int inputs) => Enumerable.Range(0, inputs).Select(input => this[input]).ToArray();
}
