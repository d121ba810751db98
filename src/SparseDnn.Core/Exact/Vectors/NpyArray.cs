using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Vectors;

/// <summary>An array as a .npy file holds it: little-endian elements in C order.</summary>
/// <param name="DType">NumPy type, for example <c>&lt;f4</c>.</param>
/// <param name="Shape">Length of each dimension.</param>
/// <param name="Elements">Bits of each element, in the low bits.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record NpyArray(string DType, EquatableArray<int> Shape, EquatableArray<ulong> Elements)
{
    /// <summary>Bytes of one element.</summary>
    internal int ElementSize => DType[DType.Length - 1] - '0';

    /// <summary>Values of a format: its numbers, or their bits where NumPy lacks the type.</summary>
    /// <param name="format">The format.</param>
    /// <param name="values">Numbers of the format, in C order.</param>
    /// <param name="shape">Length of each dimension.</param>
    public static NpyArray Of(StorageFormat format, IEnumerable<Dyadic> values, params int[] shape) =>
        new(format.DType, new(shape), new(values.Select(format.ToBits).ToArray()));

    /// <summary>Numbers as <c>&lt;f8</c>.</summary>
    /// <param name="values">Numbers, in C order; infinities allowed.</param>
    /// <param name="shape">Length of each dimension.</param>
    public static NpyArray Of(IEnumerable<double> values, params int[] shape) =>
        new("<f8", new(shape), new(values.Select(value => unchecked((ulong)BitConverter.DoubleToInt64Bits(value))).ToArray()));
}
