using SparseDnn.Numerics;

namespace SparseDnn.Analysis;

/// <summary>The limits of a format as binary64 numbers, converted once.</summary>
/// <param name="format">The format.</param>
internal sealed class FormatLimits(NumberFormat format)
{
    /// <summary>Largest finite number.</summary>
    public double Most { get; } = format.MaxFinite.ToDouble();

    /// <summary>Least normal number.</summary>
    public double LeastNormal { get; } = Dyadic.One.ScaleByPowerOfTwo(format.LeastNormalExponent).ToDouble();

    /// <summary>Largest relative error of a rounding.</summary>
    public double UnitRoundoff { get; } = format.UnitRoundoff;

    /// <summary>Largest error of a rounding where the relative one does not hold.</summary>
    public double AbsoluteError { get; } = StorageFormats.Of(format).AbsoluteError;
}
