using System;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis.Plain;

/// <summary>Rounding in binary64, fast enough for guessing what an implementation did: one function a format.</summary>
internal static class PlainRounding
{
    /// <summary>What truncation costs, as <see cref="CostOf"/> measures it.</summary>
    public const int TruncationCost = 64;

    private const int SoftwareCost = 4;

    /// <summary>How many roundings to binary32 one to a format costs, about.</summary>
    public static int CostOf(StorageFormat format) =>
        format.Name == NumberFormats.Binary64.Name || format.Name == NumberFormats.Binary32.Name ? 1 : SoftwareCost;

    /// <summary>To nearest even; fixed point and bits saturate.</summary>
    public static Func<double, double> Of(StorageFormat format)
    {
        if (format.Name == NumberFormats.Binary64.Name)
            return value => value;
        if (format.Name == NumberFormats.Binary32.Name)
            return value => (float)value;
        if (format is FloatingStorage floating)
            return floating.Format.Round;
        var (unit, low, high) = (
            Dyadic.One.ScaleByPowerOfTwo(format.LeastExponent).ToDouble(),
            format.MinFinite.ToDouble(),
            format.MaxFinite.ToDouble()
        );
        return value =>
            Math.Min(high, Math.Max(low, double.IsInfinity(value) ? value : Math.Round(value / unit, MidpointRounding.ToEven) * unit));
    }

    /// <summary>Toward zero.</summary>
    public static Func<double, double> Truncation(StorageFormat format)
    {
        var nearest = Of(format);
        return value =>
        {
            var rounded = nearest(value);
            if (Math.Abs(rounded) <= Math.Abs(value) || double.IsNaN(value) || double.IsInfinity(value))
                return rounded;
            if (double.IsInfinity(rounded))
                return Math.Sign(value) * format.MaxFinite.ToDouble();
            var exact = Dyadic.FromDouble(rounded);
            return (value > 0 ? format.NextDown(exact) : format.NextUp(exact))?.ToDouble() ?? rounded;
        };
    }

    /// <summary>To nearest even, but what is smaller than the least normal number becomes 0.</summary>
    public static Func<double, double> Flushing(FloatingStorage format)
    {
        var nearest = Of(format);
        var least = Dyadic.One.ScaleByPowerOfTwo(format.Format.LeastNormalExponent).ToDouble();
        return value => nearest(value) is var rounded && Math.Abs(rounded) < least ? 0 : rounded;
    }
}
