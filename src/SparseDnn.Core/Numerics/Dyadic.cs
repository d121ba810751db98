using System;
using System.Numerics;

namespace SparseDnn.Numerics;

/// <summary>An exact number m·2^e with an integer m of any size, or ±∞.</summary>
/// <remarks>
/// Every finite number of a binary floating-point format is one, and sums and products of them are too, so a network of
/// such weights can be evaluated without rounding. Stored with an odd mantissa (or zero), so equal numbers are stored
/// alike; <c>default</c> is zero; there is one zero and no NaN: ∞ − ∞ and 0·∞ throw.
/// </remarks>
public readonly partial struct Dyadic : IEquatable<Dyadic>, IComparable<Dyadic>, IComparable
{
    // No finite number may have it: the constructor refuses it.
    private const int InfiniteExponent = int.MaxValue;

    // Mantissas this short are aligned by at most MaxSmallShift bits in a long, without big integers.
    private const int MaxSmallShift = 30;

    private readonly BigInteger _mantissa;
    private readonly int _exponent;

    /// <summary>The number mantissa·2^exponent.</summary>
    /// <param name="mantissa">Any integer; it need not be odd.</param>
    /// <param name="exponent">Power of two it is multiplied by.</param>
    /// <exception cref="OverflowException">The exponent of the odd mantissa leaves the range of <see cref="int"/>.</exception>
    public Dyadic(BigInteger mantissa, int exponent)
    {
        // Assigned by hand: netstandard2.0's reference assembly shows BigInteger without fields, so the compiler takes it
        // for assigned and would leave garbage in it where a constructor returns early.
        _mantissa = BigInteger.Zero;
        _exponent = 0;
        if (mantissa.IsZero)
            return;
        var zeros = BigIntegerBits.TrailingZeros(mantissa);
        _mantissa = zeros == 0 ? mantissa : ShiftRightExactly(mantissa, zeros);
        _exponent = checked(exponent + zeros);
        if (_exponent == InfiniteExponent)
            throw new OverflowException("The exponent of a dyadic number is too large.");
    }

    private Dyadic(BigInteger oddMantissa, int exponent, bool _)
    {
        _mantissa = oddMantissa;
        _exponent = exponent;
    }

    /// <summary>The number 0.</summary>
    public static Dyadic Zero => default;

    /// <summary>The number 1.</summary>
    public static Dyadic One { get; } = new(BigInteger.One, 0, true);

    /// <summary>+∞.</summary>
    public static Dyadic PositiveInfinity { get; } = new(BigInteger.One, InfiniteExponent, true);

    /// <summary>−∞.</summary>
    public static Dyadic NegativeInfinity { get; } = new(BigInteger.MinusOne, InfiniteExponent, true);

    /// <summary>Whether the number is not ±∞.</summary>
    public bool IsFinite => _exponent != InfiniteExponent;

    /// <summary>Whether the number is 0.</summary>
    public bool IsZero => _mantissa.IsZero;

    /// <summary>−1, 0 or +1; also for ±∞.</summary>
    public int Sign => _mantissa.Sign;

    /// <summary>The odd m of m·2^e; 0 for 0.</summary>
    /// <exception cref="InvalidOperationException">The number is ±∞.</exception>
    public BigInteger Mantissa => Finite()._mantissa;

    /// <summary>
    /// The e of m·2^e with odd m: the number is a multiple of 2^e and of no higher power. 0 for 0, which is a multiple of every power.
    /// </summary>
    /// <exception cref="InvalidOperationException">The number is ±∞.</exception>
    public int Exponent => Finite()._exponent;

    /// <summary>Bits of the odd mantissa: the least precision that holds the number. 0 for 0.</summary>
    /// <exception cref="InvalidOperationException">The number is ±∞.</exception>
    public int BitLength => BigIntegerBits.BitLength(Finite()._mantissa);

    /// <summary>The integer k with 2^k ≤ |number| &lt; 2^(k+1).</summary>
    /// <exception cref="InvalidOperationException">The number is 0 or ±∞.</exception>
    public int FloorLog2 => IsZero ? throw new InvalidOperationException("Zero has no logarithm.") : checked(BitLength - 1 + _exponent);

    /// <summary>The number without its sign.</summary>
    public Dyadic Abs() => Sign < 0 ? -this : this;

    /// <summary>The number times 2^power, exactly. ±∞ stays.</summary>
    /// <param name="power">Any integer.</param>
    /// <exception cref="OverflowException">The exponent leaves the range of <see cref="int"/>.</exception>
    public Dyadic ScaleByPowerOfTwo(int power) => IsZero || !IsFinite ? this : new(_mantissa, checked(_exponent + power));

    /// <summary>The smaller of two numbers.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static Dyadic Min(Dyadic left, Dyadic right) => left <= right ? left : right;

    /// <summary>The larger of two numbers.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static Dyadic Max(Dyadic left, Dyadic right) => left >= right ? left : right;

    /// <summary>The number with the other sign.</summary>
    /// <param name="value">The number.</param>
    public static Dyadic operator -(Dyadic value) => new(-value._mantissa, value._exponent, true);

    /// <summary>The exact sum.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <exception cref="ArithmeticException">The operands are infinities of different sign.</exception>
    public static Dyadic operator +(Dyadic left, Dyadic right)
    {
        if (!left.IsFinite || !right.IsFinite)
        {
            if (!left.IsFinite && !right.IsFinite && left.Sign != right.Sign)
                throw new ArithmeticException("Infinity minus infinity is no number.");
            return left.IsFinite ? right : left;
        }
        if (left.IsZero)
            return right;
        if (right.IsZero)
            return left;
        if (left._exponent < right._exponent)
            (left, right) = (right, left);
        var shift = checked(left._exponent - right._exponent);
        if (shift <= MaxSmallShift && left.TryGetSmall(out var small) && right.TryGetSmall(out var other))
            return FromInt64((small << shift) + other, right._exponent);
        return new((left._mantissa << shift) + right._mantissa, right._exponent);
    }

    /// <summary>The exact difference.</summary>
    /// <param name="left">What to subtract from.</param>
    /// <param name="right">What to subtract.</param>
    /// <exception cref="ArithmeticException">The operands are equal infinities.</exception>
    public static Dyadic operator -(Dyadic left, Dyadic right) => left + -right;

    /// <summary>The exact product.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <exception cref="ArithmeticException">One operand is 0 and the other ±∞.</exception>
    /// <exception cref="OverflowException">The exponent leaves the range of <see cref="int"/>.</exception>
    public static Dyadic operator *(Dyadic left, Dyadic right)
    {
        if (!left.IsFinite || !right.IsFinite)
        {
            if (left.IsZero || right.IsZero)
                throw new ArithmeticException("Zero times infinity is no number.");
            return left.Sign == right.Sign ? PositiveInfinity : NegativeInfinity;
        }
        if (left.IsZero || right.IsZero)
            return Zero;
        // A product of odd numbers is odd.
        var exponent = checked(left._exponent + right._exponent);
        if (exponent == InfiniteExponent)
            throw new OverflowException("The exponent of a dyadic number is too large.");
        return left.TryGetSmall(out var small) && right.TryGetSmall(out var other)
            ? new(small * other, exponent, true)
            : new(left._mantissa * right._mantissa, exponent, true);
    }

    internal static Dyadic FromInt64(long mantissa, int exponent)
    {
        if (mantissa == 0)
            return Zero;
        var zeros = BigIntegerBits.TrailingZeros(unchecked((ulong)mantissa));
        return new(mantissa >> zeros, checked(exponent + zeros), true);
    }

    // Of magnitudes: the shift of a negative big integer has had faults in older runtimes.
    private static BigInteger ShiftRightExactly(BigInteger value, int bits) => value.Sign < 0 ? -(-value >> bits) : value >> bits;

    private bool TryGetSmall(out long value)
    {
        var isSmall = _mantissa <= int.MaxValue && _mantissa >= -int.MaxValue;
        value = isSmall ? (long)_mantissa : 0;
        return isSmall;
    }

    private Dyadic Finite() => IsFinite ? this : throw new InvalidOperationException("An infinity has neither mantissa nor exponent.");
}
