namespace SparseDnn.Elements;

/// <summary>What the runtime asks of an element type; one struct a type, so that the just-in-time compiler knows every answer.</summary>
/// <typeparam name="T">The type.</typeparam>
internal interface IElement<T>
    where T : unmanaged
{
    /// <summary>How declarations call it.</summary>
    static abstract ElementFormat Format { get; }

    /// <summary>Whether values are bits, which no order compares.</summary>
    static abstract bool HoldsBits { get; }

    /// <summary>1; for words the lowest bit.</summary>
    static abstract T One { get; }

    /// <summary>Every bit set.</summary>
    static abstract T AllOnes { get; }

    /// <summary>Only the sign bit set: −0 of floating-point types.</summary>
    static abstract T SignBit { get; }

    /// <summary>a × b + c: rounded once, or wrapping around.</summary>
    static abstract T FusedMultiplyAdd(T a, T b, T c);

    /// <summary>The value of a number that the type holds exactly; of 0 and 1 where it holds bits.</summary>
    static abstract T FromNumber(double number);

    /// <summary>The value of the 64 bits that the stages hold.</summary>
    static abstract T FromBits(long bits);

    /// <summary>The 64 bits of a value as the stages hold them.</summary>
    static abstract long ToBits(T value);
}
