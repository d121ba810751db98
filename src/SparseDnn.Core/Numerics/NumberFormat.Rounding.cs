using System;

namespace SparseDnn.Numerics;

public sealed partial class NumberFormat
{
    /// <summary>Whether the format holds a number exactly; ±∞ where it has an infinity.</summary>
    /// <param name="value">The number.</param>
    public bool IsRepresentable(Dyadic value) =>
        value.IsFinite
            ? value.FitsFormat(Precision, LeastExponent) && (value.IsZero || value.FloorLog2 < MaxExponent || value.Abs() <= MaxFinite)
            : HasInfinity;

    /// <summary>Whether the format holds a number exactly; ±∞ where it has an infinity; never NaN.</summary>
    /// <param name="value">The number.</param>
    public bool IsRepresentable(double value) => double.IsInfinity(value) ? HasInfinity : Round(value) == value;

    /// <summary>The nearest number of the format, ties to even; ±∞ on overflow, also where the format has no infinity.</summary>
    /// <param name="value">The exact number.</param>
    public Dyadic Round(Dyadic value)
    {
        if (!value.IsFinite)
            return value;
        var rounded = value.RoundToFormat(Precision, LeastExponent);
        if (rounded.Abs() <= MaxFinite)
            return rounded;
        return rounded.Sign > 0 ? Dyadic.PositiveInfinity : Dyadic.NegativeInfinity;
    }

    /// <summary>
    /// The nearest number of the format, ties to even, as binary64; ±∞ on overflow, also where the format has no infinity. Zero keeps its
    /// sign.
    /// </summary>
    /// <param name="value">Any number; NaN and ±∞ pass through.</param>
    public double Round(double value) => Round(value, 0);

    /// <summary>Rounds an exact decimal number once, as if its binary64 neighbour had never been formed.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The nearest number of the format, ties to even; ±∞ on overflow, also where the format has no infinity.</returns>
    /// <remarks>
    /// Proof that nearest value and residue suffice. The points where rounding to this format changes its result are the
    /// midpoints of neighbours (the last one being the overflow threshold). A midpoint needs one bit more than the format
    /// has, so for a format narrower than binary64 each midpoint b is itself a binary64 number. Rounding to binary64 is
    /// monotonic and keeps b, hence exact &lt; b gives nearest ≤ b, and exact &gt; b gives nearest ≥ b. So where nearest is
    /// not a midpoint, exact and nearest lie strictly between the same two midpoints and round alike. Where nearest = b,
    /// the side of exact is the residue's sign, and residue 0 is a true tie. For binary64 itself nearest is the answer.
    /// </remarks>
    public double Round(DecimalNumber value) => Round(value.Nearest, value.Residue);

    /// <summary>The least number of the format above a value, or +∞; NaN passes through.</summary>
    /// <param name="value">Any number, of the format or not.</param>
    public double NextUp(double value)
    {
        if (double.IsNaN(value) || double.IsPositiveInfinity(value))
            return value;
        if (value < -_maxFinite)
            return -_maxFinite;
        var rounded = Round(value);
        if (rounded > value)
            return rounded;
        if (rounded == 0)
            return Binary64Bits.PowerOfTwo(LeastExponent);
        return rounded > 0 ? NextMagnitude(rounded) : -PreviousMagnitude(-rounded);
    }

    /// <summary>The greatest number of the format below a value, or −∞; NaN passes through.</summary>
    /// <param name="value">Any number, of the format or not.</param>
    public double NextDown(double value) => -NextUp(-value);

    // The residue breaks ties; its sign is that of (exact − value).
    private double Round(double value, int residue)
    {
        if (double.IsNaN(value) || double.IsInfinity(value) || value == 0)
            return value;
        var significand = Binary64Bits.Split(value, out var exponent);
        // Numbers that are subnormal in binary64 count as if normal here; the format's least exponent then decides alone.
        var quantum = Math.Max(exponent + Binary64Bits.Precision - Precision, LeastExponent);
        var drop = quantum - exponent;
        double magnitude;
        if (drop <= 0)
        {
            magnitude = Math.Abs(value);
        }
        else if (drop > Binary64Bits.Precision)
        {
            magnitude = 0; // below half of the least positive number
        }
        else
        {
            var kept = significand >> drop;
            var half = 1UL << (drop - 1);
            var dropped = significand - (kept << drop);
            var side = value < 0 ? -residue : residue;
            if (dropped > half || (dropped == half && (side > 0 || (side == 0 && (kept & 1) != 0))))
                kept++;
            magnitude = Binary64Bits.Join(kept, quantum);
        }
        if (magnitude > _maxFinite)
            magnitude = double.PositiveInfinity;
        return value < 0 ? -magnitude : magnitude;
    }

    private double NextMagnitude(double magnitude)
    {
        if (magnitude >= _maxFinite)
            return double.PositiveInfinity;
        return magnitude + Binary64Bits.PowerOfTwo(QuantumExponent(magnitude));
    }

    private double PreviousMagnitude(double magnitude)
    {
        var quantum = QuantumExponent(magnitude);
        // Below a power of two the numbers are twice as dense, down to the least exponent.
        var atPower = Binary64Bits.PowerOfTwo(quantum + MantissaBits) == magnitude && quantum > LeastExponent;
        return magnitude - Binary64Bits.PowerOfTwo(atPower ? quantum - 1 : quantum);
    }

    // Exponent of the distance to the next larger number.
    private int QuantumExponent(double magnitude)
    {
        var length = BigIntegerBits.BitLength(Binary64Bits.Split(magnitude, out var exponent));
        return Math.Max(exponent + length - Precision, LeastExponent);
    }
}
