using System;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Inputs.Weights;

/// <summary>
/// A list of decimal numbers: their nearest binary64 values and, where one is not exact, on which side the exact value lies.
/// </summary>
/// <remarks>
/// Keeping the side lets every number be rounded <b>once</b> to any narrower format. A list whose numbers are all the
/// same is stored as one. Equality contract: equal count and numbers, decided by a 128-bit content hash.
/// </remarks>
public sealed class DecimalValues : IEquatable<DecimalValues>
{
    private readonly double[]? _nearest;
    private readonly sbyte[]? _residues;
    private readonly DecimalNumber _constant;

    /// <summary>A list of one number repeated.</summary>
    /// <param name="constant">The number.</param>
    /// <param name="count">How often; at least 0.</param>
    public DecimalValues(DecimalNumber constant, int count)
    {
        _constant = constant;
        Count = count;
        Hash = ContentHash.Start.Add(count).Add(constant.Nearest).Add((int)constant.Residue);
    }

    /// <summary>Wraps arrays that the caller gives up.</summary>
    /// <param name="nearest">Nearest binary64 of each number.</param>
    /// <param name="residues">Sign of (exact − nearest) of each number; null where all are exact.</param>
    public DecimalValues(double[] nearest, sbyte[]? residues)
    {
        _nearest = nearest ?? throw new ArgumentNullException(nameof(nearest));
        _residues = residues;
        Count = nearest.Length;
        if (residues is not null && residues.Length != nearest.Length)
            throw new ArgumentException("One residue a number.", nameof(residues));
        var hash = ContentHash.Start.Add(1).Add(nearest);
        if (residues is not null)
            foreach (var residue in residues)
                hash = hash.Add((int)residue);
        Hash = hash;
    }

    /// <summary>
    /// The list in the one form that equal lists have: without residues where all are 0, constant where all numbers are one.
    /// </summary>
    /// <param name="nearest">Nearest binary64 of each number; given up by the caller.</param>
    /// <param name="residues">Sign of (exact − nearest) of each number; null where all are exact.</param>
    public static DecimalValues Of(double[] nearest, sbyte[]? residues)
    {
        if (residues is not null && Array.TrueForAll(residues, residue => residue == 0))
            residues = null;
        if (nearest.Length == 0)
            return new(default, 0);
        var first = new DecimalNumber(nearest[0], residues is null ? (sbyte)0 : residues[0]);
        // Bits, as −0 and +0 compare equal.
        var bits = BitConverter.DoubleToInt64Bits(first.Nearest);
        var isConstant =
            Array.TrueForAll(nearest, value => BitConverter.DoubleToInt64Bits(value) == bits)
            && (residues is null || Array.TrueForAll(residues, residue => residue == first.Residue));
        return isConstant ? new(first, nearest.Length) : new(nearest, residues);
    }

    /// <summary>How many numbers.</summary>
    public int Count { get; }

    /// <summary>Whether the list is stored as one number repeated.</summary>
    public bool IsConstant => _nearest is null;

    /// <summary>Hash of the numbers.</summary>
    internal ContentHash Hash { get; }

    /// <summary>The number at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public DecimalNumber this[int index] =>
        _nearest is null ? _constant : new(_nearest[index], _residues is null ? (sbyte)0 : _residues[index]);

    /// <inheritdoc/>
    public bool Equals(DecimalValues? other) => other is not null && Count == other.Count && Hash == other.Hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DecimalValues);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();
}
