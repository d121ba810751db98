using System;
using System.Collections.Generic;
using SparseDnn.Exact.Sums;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Families;

/// <summary>The powers of two by which numbers may be multiplied so that a format holds them: every shift from Low to High.</summary>
/// <param name="Low">Least shift.</param>
/// <param name="High">Greatest shift; below Low where there is none.</param>
internal readonly record struct ShiftWindow(int Low, int High)
{
    // Far beyond every format, far within int.
    private const int Limit = 1 << 20;

    public static ShiftWindow All { get; } = new(-Limit, Limit);

    public bool IsEmpty => Low > High;

    /// <summary>The shift nearest to 0, which leaves numbers as people wrote them.</summary>
    public int Preferred => Math.Max(Low, Math.Min(High, 0));

    public ShiftWindow And(ShiftWindow other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    public static ShiftWindow operator +(ShiftWindow left, ShiftWindow right) => new(left.Low + right.Low, left.High + right.High);

    public static ShiftWindow operator -(int value, ShiftWindow window) => new(value - window.High, value - window.Low);

    /// <summary>Where all values are numbers of a format; null for a value that has too many bits at every shift.</summary>
    public static ShiftWindow? OfValues(IEnumerable<Dyadic> values, StorageFormat format)
    {
        var window = All;
        foreach (var value in values)
        {
            if (value.IsZero)
                continue;
            if (format.RelativeError > 0 && value.BitLength > format.Precision)
                return null;
            window = window.And(OfTerms(new TermSummary(value.Exponent, value.Abs()), format));
        }

        return window;
    }

    /// <summary>Where multiples of 2^g that add up to Σ are neither too fine nor too large for a format.</summary>
    public static ShiftWindow OfTerms(TermSummary terms, StorageFormat format) =>
        terms.SumOfMagnitudes.IsZero ? All : new(format.LeastExponent - terms.Granularity, Largest(terms.SumOfMagnitudes, format));

    /// <summary>The greatest shift at which a magnitude stays within the range.</summary>
    public static int Largest(Dyadic magnitude, StorageFormat format)
    {
        var shift = format.MaxFinite.FloorLog2 - magnitude.FloorLog2;
        return magnitude.ScaleByPowerOfTwo(shift) <= format.MaxFinite ? shift : shift - 1;
    }
}
