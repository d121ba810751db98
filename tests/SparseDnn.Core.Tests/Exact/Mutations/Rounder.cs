using System;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>Rounds binary64 numbers to a format of at most 52 significant bits, in a given way; binary64 itself passes through.</summary>
/// <remarks>Independent of the library's rounding: quotients by the quantum are rounded to integers.</remarks>
internal sealed record Rounder(int Precision, int LeastExponent, double Low, double High, bool Saturates)
{
    /// <summary>An integer of a quotient; nearest even where nothing is wrong.</summary>
    public Func<double, double> Mode { get; init; } = NearestEven;

    /// <summary>Whether subnormal numbers become 0.</summary>
    public bool Flushes { get; init; }

    /// <summary>Significant bits of a format that is rounded to first; 0 for none.</summary>
    public int ViaPrecision { get; init; }

    public static Rounder Of(StorageFormat format) =>
        new(
            format.Scale is null ? format.Precision : 52,
            format.LeastExponent,
            format.MinFinite.ToDouble(),
            format.MaxFinite.ToDouble(),
            format.Scale is not null
        );

    public static double NearestEven(double value) => Math.Round(value, MidpointRounding.ToEven);

    public static double NearestAway(double value) => Math.Round(value, MidpointRounding.AwayFromZero);

    public static double HalfUp(double value) => Math.Floor(value + 0.5);

    public static double HalfDown(double value) => Math.Ceiling(value - 0.5);

    public static double ToOdd(double value) =>
        Math.Truncate(value) is var whole && whole != value && whole % 2 == 0 ? whole + Math.Sign(value) : whole;

    public double Round(double value)
    {
        if (value == 0 || double.IsNaN(value))
            return value;
        if (Precision < 53 && !double.IsInfinity(value))
        {
            if (ViaPrecision > 0)
                value = Nearest(value, ViaPrecision, LeastExponent - 4, NearestEven);
            value = Nearest(value, Precision, LeastExponent, Mode);
        }

        if (Flushes && !Saturates && Math.Abs(value) < Math.ScaleB(1, LeastExponent + Precision - 1))
            return 0;
        if (value > High)
            return Saturates ? High : double.PositiveInfinity;
        if (value < Low)
            return Saturates ? Low : double.NegativeInfinity;
        return value;
    }

    private static double Nearest(double value, int precision, int leastExponent, Func<double, double> mode)
    {
        var quantum = Math.Max(Math.ILogB(value) - precision + 1, leastExponent);
        return Math.ScaleB(mode(Math.ScaleB(value, -quantum)), quantum);
    }
}
