using System;
using System.Globalization;

namespace SparseDnn.Numerics;

/// <summary>A closed interval [low, high] of reals with binary64 bounds; operations enclose every result, rounding outward.</summary>
/// <remarks>
/// A bound of ±∞ means that no finite bound is known; the members are real numbers, so 0·∞ is 0 here.
/// Equality contract: equal bounds; +0 and −0 are one bound. <c>default</c> is [0, 0].
/// </remarks>
public readonly record struct Interval
{
    /// <summary>The interval [low, high].</summary>
    /// <param name="low">Least member; not NaN, not +∞.</param>
    /// <param name="high">Greatest member, at least low; not NaN, not −∞.</param>
    /// <exception cref="ArgumentException">The bounds enclose no number.</exception>
    public Interval(double low, double high)
    {
        if (!(low <= high) || double.IsPositiveInfinity(low) || double.IsNegativeInfinity(high))
            throw new ArgumentException(string.Format(CultureInfo.InvariantCulture, "[{0:R}, {1:R}] holds no number.", low, high));
        Low = low + 0.0; // −0 becomes +0
        High = high + 0.0;
    }

    /// <summary>All numbers.</summary>
    public static Interval Whole { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Least member, or −∞.</summary>
    public double Low { get; }

    /// <summary>Greatest member, or +∞.</summary>
    public double High { get; }

    /// <summary>Whether the interval is one number.</summary>
    public bool IsPoint => Low == High;

    /// <summary>The largest |x| of its members.</summary>
    public double Magnitude => Math.Max(Math.Abs(Low), Math.Abs(High));

    /// <summary>The interval of one number.</summary>
    /// <param name="value">A finite number.</param>
    public static Interval Point(double value) => new(value, value);

    /// <summary>Encloses x + y for all members.</summary>
    /// <param name="left">Holds x.</param>
    /// <param name="right">Holds y.</param>
    public static Interval operator +(Interval left, Interval right) =>
        new(OutwardRounding.AddDown(left.Low, right.Low), OutwardRounding.AddUp(left.High, right.High));

    /// <summary>Encloses x − y for all members.</summary>
    /// <param name="left">Holds x.</param>
    /// <param name="right">Holds y.</param>
    public static Interval operator -(Interval left, Interval right) => left + -right;

    /// <summary>The negated members.</summary>
    /// <param name="value">The interval.</param>
    public static Interval operator -(Interval value) => new(-value.High, -value.Low);

    /// <summary>Encloses x·y for all members, taken independently (not tight for x·x).</summary>
    /// <param name="left">Holds x.</param>
    /// <param name="right">Holds y.</param>
    public static Interval operator *(Interval left, Interval right) => left.Scale(right.Low).Hull(left.Scale(right.High));

    /// <summary>Encloses x·factor for all members.</summary>
    /// <param name="factor">Not NaN.</param>
    public Interval Scale(double factor) =>
        factor >= 0 ? new(TimesDown(Low, factor), TimesUp(High, factor)) : new(TimesDown(High, factor), TimesUp(Low, factor));

    /// <summary>min(x, ceiling) for all members.</summary>
    /// <param name="ceiling">Not NaN, not −∞.</param>
    public Interval Min(double ceiling) => new(Math.Min(Low, ceiling), Math.Min(High, ceiling));

    /// <summary>max(x, floor) for all members.</summary>
    /// <param name="floor">Not NaN, not +∞.</param>
    public Interval Max(double floor) => new(Math.Max(Low, floor), Math.Max(High, floor));

    /// <summary>The least interval that holds both.</summary>
    /// <param name="other">The other interval.</param>
    public Interval Hull(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>Whether a number is a member.</summary>
    /// <param name="value">The number.</param>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Whether every member of another interval is a member.</summary>
    /// <param name="other">The other interval.</param>
    public bool Contains(Interval other) => Low <= other.Low && other.High <= High;

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "[{0:R}, {1:R}]", Low, High);

    // A bound of ∞ stands for arbitrarily large reals, and 0 times any real is 0.
    private static double TimesUp(double a, double b) => a == 0 || b == 0 ? 0 : OutwardRounding.MulUp(a, b);

    private static double TimesDown(double a, double b) => a == 0 || b == 0 ? 0 : OutwardRounding.MulDown(a, b);
}
