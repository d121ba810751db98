namespace SparseDnn.Numerics;

/// <summary>A decimal number: its nearest binary64 value and on which side of it the exact value lies.</summary>
/// <param name="Nearest">Nearest binary64, ties to even; finite.</param>
/// <param name="Residue">Sign of (exact − nearest): −1, 0 or +1.</param>
public readonly record struct DecimalNumber(double Nearest, sbyte Residue)
{
    /// <summary>Whether the number is 0, of either sign.</summary>
    public bool IsZero => Nearest == 0 && Residue == 0;

    /// <summary>A number that binary64 holds exactly.</summary>
    /// <param name="value">The number.</param>
    public static DecimalNumber Exact(double value) => new(value, 0);
}
