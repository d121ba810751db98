using SparseDnn.Numerics;

namespace SparseDnn;

/// <summary>What outputs hold before a call: a value that is not the expected one, so that an output that is not written shows.</summary>
internal static class FixturePoison
{
    private const ulong Pattern = 0xA5A5A5A5A5A5A5A5;

    /// <summary>Bits for an output: no number where the format knows such, else a value that is not the expected one.</summary>
    /// <param name="format">The format.</param>
    /// <param name="expected">The expected bits.</param>
    /// <param name="isSecond">Whether another value is wanted, for a second call that tells outputs not written from outputs that happen to
    /// be the first value; it may be the expected one.</param>
    public static ulong Of(StorageFormat format, ulong expected, bool isSecond)
    {
        if (format is FloatingStorage floating)
            return NotANumber(floating.Format);
        var mask = format.BitWidth == 64 ? ulong.MaxValue : (1UL << format.BitWidth) - 1;
        return (isSecond ? expected : expected ^ Pattern) & mask;
    }

    private static ulong NotANumber(NumberFormat format)
    {
        // Quiet, and with a payload that no arithmetic makes, where there is room for one.
        var mantissa = (1UL << format.MantissaBits) - 1;
        var quiet = format.MantissaBits > 3 ? (Pattern & (mantissa >> 1)) | (1UL << (format.MantissaBits - 1)) : mantissa;
        var bits = (((1UL << format.ExponentBits) - 1) << format.MantissaBits) | quiet;
        return bits << (format.Name == NumberFormats.TF32.Name ? 13 : 0);
    }
}
