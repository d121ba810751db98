namespace SparseDnn.Numerics;

/// <summary>Products and quotients of 128 bits, which netstandard2.0 does not offer.</summary>
internal static class WideArithmetic
{
    private const ulong LowHalf = 0xFFFF_FFFF;

    /// <summary>The upper 64 bits of a·b; the lower ones in <paramref name="low"/>.</summary>
    public static ulong Multiply(ulong a, ulong b, out ulong low)
    {
        ulong aHigh = a >> 32,
            aLow = a & LowHalf,
            bHigh = b >> 32,
            bLow = b & LowHalf;
        var lowest = aLow * bLow;
        var middle = (aHigh * bLow) + (lowest >> 32);
        var otherMiddle = (aLow * bHigh) + (middle & LowHalf);
        low = (otherMiddle << 32) | (lowest & LowHalf);
        return (aHigh * bHigh) + (middle >> 32) + (otherMiddle >> 32);
    }

    /// <summary>(high·2^64 + low) / divisor. The divisor's top bit is set and high is below it.</summary>
    public static ulong Divide(ulong high, ulong low, ulong divisor, out ulong remainder)
    {
        var upper = DivideStep(high, low >> 32, divisor, out remainder);
        var lower = DivideStep(remainder, low & LowHalf, divisor, out remainder);
        return (upper << 32) | lower;
    }

    // One 32-bit digit of long division (Knuth, volume 2, algorithm D): the estimate from the divisor's upper half is at
    // most 2 too large.
    private static ulong DivideStep(ulong rest, ulong nextDigit, ulong divisor, out ulong remainder)
    {
        ulong upper = divisor >> 32,
            lower = divisor & LowHalf;
        var digit = rest / upper;
        var digitRest = rest - (digit * upper);
        while (digit > LowHalf || digit * lower > ((digitRest << 32) | nextDigit))
        {
            digit--;
            digitRest += upper;
            if (digitRest > LowHalf)
                break;
        }
        // Modulo 2^64: the true difference is below the divisor.
        remainder = unchecked((rest << 32) + nextDigit - (digit * divisor));
        return digit;
    }
}
