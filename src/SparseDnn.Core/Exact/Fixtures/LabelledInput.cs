using System;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Fixtures;

/// <summary>One input item and what it exercises.</summary>
/// <param name="Label">What it exercises.</param>
/// <param name="Values">The inputs.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record LabelledInput(string Label, EquatableArray<Dyadic> Values)
{
    /// <summary>What the label says before its first <c>:</c> or <c>,</c>; see <see cref="InputKind"/>.</summary>
    public string Kind => InputKind.Of(Label);

    /// <summary>An item by a rule.</summary>
    /// <param name="label">What it exercises.</param>
    /// <param name="count">Number of inputs.</param>
    /// <param name="value">Value of each input.</param>
    public static LabelledInput Of(string label, int count, Func<int, Dyadic> value) =>
        new(label, new(Enumerable.Range(0, count).Select(value).ToArray()));
}
