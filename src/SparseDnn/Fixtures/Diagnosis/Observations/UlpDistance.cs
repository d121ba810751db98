using System.Numerics;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis.Observations;

/// <summary>How many numbers of a format two values lie apart.</summary>
internal static class UlpDistance
{
    /// <summary>Actual − expected in steps of the format; null for bits, for what is no number, and beyond 64 bits.</summary>
    public static long? Between(StorageFormat format, Dyadic expected, Dyadic? actual)
    {
        if (
            actual is not { } value
            || format is BitsStorage
            || Ordinal(format, value) is not { } a
            || Ordinal(format, expected) is not { } b
        )
            return null;
        var distance = a - b;
        return distance >= long.MinValue && distance <= long.MaxValue ? (long)distance : null;
    }

    // Bits of magnitude grow with the magnitude, so with the sign they number the values.
    private static BigInteger? Ordinal(StorageFormat format, Dyadic value)
    {
        if (format is not FloatingStorage && !value.IsFinite)
            return null;
        if (format is not FloatingStorage)
            return value.IsZero ? BigInteger.Zero : value.Mantissa << (value.Exponent - format.LeastExponent);
        var magnitude = new BigInteger(format.ToBits(value.Abs()));
        // TF32 keeps 13 unused bits below its mantissa.
        if (format.Name == NumberFormats.TF32.Name)
            magnitude >>= 13;
        return value.Sign < 0 ? -magnitude : magnitude;
    }
}
