using System;
using System.Numerics;

namespace SparseDnn.Numerics;

/// <summary>The nearest binary64 number of digits·10^exponent and the sign of what rounding took, by three ways of growing cost.</summary>
internal static class DecimalRounding
{
    private const ulong MaxExactInteger = 1UL << 53;
    private const int MaxExactPowerOfTen = 22; // 10^22 = 2^22·5^22, and 5^22 < 2^53
    private const int MaxWordPowerOfFive = 27; // 5^27 < 2^63
    private const int MaxDigits = 800; // a binary64 number or midpoint has at most 768 significant digits
    private const int MaxMagnitude = 310; // 10^309 and more overflow
    private const int MinMagnitude = -324; // below 10^−324 lies under half of the least positive number
    private const int DigitsPerWord = 18;

    private static readonly double[] PowersOfTen = BuildPowersOfTen();
    private static readonly ulong[] PowersOfFive = BuildPowersOfFive();

    /// <summary>Whether digits and power of ten are exact binary64 numbers, so that one operation rounds once.</summary>
    public static bool IsSmall(ulong digits, long exponent) =>
        digits <= MaxExactInteger && exponent is >= -MaxExactPowerOfTen and <= MaxExactPowerOfTen;

    /// <summary>Rounds a number for which <see cref="IsSmall"/> holds.</summary>
    public static double RoundSmall(ulong digits, int exponent, out int residue)
    {
        double integer = (long)digits;
        if (exponent >= 0)
        {
            var product = integer * PowersOfTen[exponent];
            residue = Math.Sign(ErrorFree.ProductError(integer, PowersOfTen[exponent], product));
            return product;
        }
        var power = PowersOfTen[-exponent];
        var quotient = integer / power;
        // exact − quotient has the sign of integer − quotient·power; the difference below is exact as the two are close.
        var back = quotient * power;
        residue = (integer - back).CompareTo(ErrorFree.ProductError(quotient, power, back));
        return quotient;
    }

    /// <summary>Whether 5^|exponent| fits into 64 bits, so that 128 bits hold everything.</summary>
    public static bool IsMedium(long exponent) => exponent is >= -MaxWordPowerOfFive and <= MaxWordPowerOfFive;

    /// <summary>Rounds a positive number for which <see cref="IsMedium"/> holds.</summary>
    public static double RoundMedium(ulong digits, int exponent, out int residue)
    {
        var five = PowersOfFive[Math.Abs(exponent)];
        if (exponent >= 0)
        {
            var high = WideArithmetic.Multiply(digits, five, out var low);
            var length = BigIntegerBits.BitLength(high);
            var (kept, tail) = length switch
            {
                0 => (low, 0UL),
                64 => (high, low),
                _ => ((high << (64 - length)) | (low >> length), low << (64 - length)),
            };
            return Binary64Bits.Nearest(kept, exponent + length, tail != 0, out residue);
        }
        var digitShift = 64 - BigIntegerBits.BitLength(digits);
        var fiveShift = 64 - BigIntegerBits.BitLength(five);
        digits <<= digitShift;
        five <<= fiveShift;
        // Halving a numerator that is not below the divisor keeps the quotient within 64 bits, of which 63 or 64 are used.
        var halve = digits >= five ? 1 : 0;
        var quotient = WideArithmetic.Divide(digits >> halve, halve == 0 ? 0 : digits << 63, five, out var remainder);
        return Binary64Bits.Nearest(quotient, exponent - digitShift + fiveShift - 64 + halve, remainder != 0, out residue);
    }

    /// <summary>Rounds any positive number, given its valid text, whose digits are read again.</summary>
    public static double RoundAny(ReadOnlySpan<char> text, long writtenExponent, out int residue)
    {
        var digits = ReadDigits(text, out var count, out var exponent);
        exponent += writtenExponent;
        residue = 1;
        if (count + exponent > MaxMagnitude)
            return double.PositiveInfinity;
        if (count + exponent < MinMagnitude)
            return 0;
        var fives = BigInteger.Pow(5, (int)Math.Abs(exponent));
        var (numerator, denominator) = exponent >= 0 ? (digits * fives, BigInteger.One) : (digits, fives);
        // The quotient lies between 2^62 and 2^64.
        var shift = 63 - BigIntegerBits.BitLength(numerator) + BigIntegerBits.BitLength(denominator);
        if (shift >= 0)
            numerator <<= shift;
        else
            denominator <<= -shift;
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        return Binary64Bits.Nearest((ulong)quotient, (int)exponent - shift, !remainder.IsZero, out residue);
    }

    // At most MaxDigits significant digits; if a nonzero digit follows them, a 1 stands for all that follow. No binary64
    // number or midpoint lies between the two, so rounding and residue come out the same.
    private static BigInteger ReadDigits(ReadOnlySpan<char> text, out int count, out long exponent)
    {
        var digits = BigInteger.Zero;
        ulong word = 0,
            scale = 1;
        (count, exponent) = (0, 0);
        bool afterPoint = false,
            hasTail = false;
        foreach (var c in text)
        {
            if (c is 'e' or 'E')
                break;
            if (c == '.')
                afterPoint = true;
            if (c is < '0' or > '9')
                continue;
            if (count == 0 && c == '0')
            {
                if (afterPoint)
                    exponent--;
            }
            else if (count < MaxDigits)
            {
                Append(c - '0');
                count++;
                if (afterPoint)
                    exponent--;
            }
            else
            {
                hasTail |= c != '0';
                if (!afterPoint)
                    exponent++;
            }
        }
        if (hasTail)
        {
            Append(1);
            count++;
            exponent--;
        }
        return (digits * scale) + word;

        void Append(int digit)
        {
            word = (word * 10) + (ulong)digit;
            scale *= 10;
            if (scale < PowersOfTen[DigitsPerWord])
                return;
            digits = (digits * scale) + word;
            (word, scale) = (0, 1);
        }
    }

    private static double[] BuildPowersOfTen()
    {
        var powers = new double[MaxExactPowerOfTen + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10; // exact up to 10^22
        return powers;
    }

    private static ulong[] BuildPowersOfFive()
    {
        var powers = new ulong[MaxWordPowerOfFive + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 5;
        return powers;
    }
}
