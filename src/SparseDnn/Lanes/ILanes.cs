using System.ComponentModel;

namespace SparseDnn.Lanes;

/// <summary>Arithmetic on one register of batch items: what makes one kernel source serve every vector width.</summary>
/// <typeparam name="T">Element type: float, double, int, long or ulong.</typeparam>
/// <typeparam name="TVector">The raw register type; a wrapper would cost speed.</typeparam>
/// <remarks>
/// Called by generated code; not meant to be implemented elsewhere. Every operation acts on each lane alone and returns
/// the bits of the scalar operation of C# that it is named after, so the width never changes a result; a NaN is a NaN,
/// its payload is not promised. Comparisons return masks: all ones where true.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILanes<T, TVector>
    where T : unmanaged
    where TVector : struct
{
    /// <summary>Items in a register; 1 for the scalar kernels.</summary>
    static abstract int Count { get; }

    /// <summary>Elements between one neuron and the next in a tile.</summary>
    static abstract int Stride { get; }

    /// <summary>Reads the lanes at an address.</summary>
    /// <param name="source">First lane.</param>
    static abstract TVector Load(ref readonly T source);

    /// <summary>Writes the lanes to an address.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="destination">First lane.</param>
    static abstract void Store(TVector value, ref T destination);

    /// <summary>One value in every lane.</summary>
    /// <param name="value">The value.</param>
    static abstract TVector Broadcast(T value);

    /// <summary>a + b; integers wrap around.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>a − b; integers wrap around.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>a × b; integers wrap around.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a / b of floating-point lanes.</summary>
    /// <param name="a">Dividend.</param>
    /// <param name="b">Divisor.</param>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>−a: the sign bit flipped, integers wrap around.</summary>
    /// <param name="a">Operand.</param>
    static abstract TVector Negate(TVector a);

    /// <summary>|a| of floating-point lanes: the sign bit cleared; integers: the least one stays itself.</summary>
    /// <param name="a">Operand.</param>
    static abstract TVector Abs(TVector a);

    /// <summary>a × b + c, rounded once, on every machine; integers wrap around.</summary>
    /// <param name="a">Factor.</param>
    /// <param name="b">Factor.</param>
    /// <param name="c">Addend.</param>
    static abstract TVector FusedMultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The smaller as <see cref="System.Math.Min(double, double)"/> has it: NaN wins, −0 is below +0.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Min(TVector a, TVector b);

    /// <summary>The larger as <see cref="System.Math.Max(double, double)"/> has it: NaN wins, +0 is above −0.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary><c>a &lt; b ? a : b</c>: one instruction where the processor has it.</summary>
    /// <remarks>
    /// Not <c>MinNative</c>, which may return what the processor likes for NaN and for zeros of both signs: kernels rely on these bits.
    /// </remarks>
    /// <param name="a">Result where it is smaller.</param>
    /// <param name="b">Result elsewhere, also where one is NaN and for zeros of either sign.</param>
    static abstract TVector Lesser(TVector a, TVector b);

    /// <summary><c>a &gt; b ? a : b</c>: one instruction where the processor has it.</summary>
    /// <remarks>Not <c>MaxNative</c>, likewise.</remarks>
    /// <param name="a">Result where it is larger.</param>
    /// <param name="b">Result elsewhere, also where one is NaN and for zeros of either sign.</param>
    static abstract TVector Greater(TVector a, TVector b);

    /// <summary>
    /// The larger of a and +0 as <see cref="System.Math.Max(double, double)"/> has it: +0 for lanes ≤ 0, −0 included; NaN stays NaN.
    /// </summary>
    /// <param name="a">Operand.</param>
    static abstract TVector Rectify(TVector a);

    /// <summary><c>a == b ? x : y</c>.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    /// <param name="x">Result where they are equal.</param>
    /// <param name="y">Result elsewhere.</param>
    static abstract TVector WhereEqual(TVector a, TVector b, TVector x, TVector y);

    /// <summary>Mask of a &lt; b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector LessThan(TVector a, TVector b);

    /// <summary>Mask of a ≤ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector LessThanOrEqual(TVector a, TVector b);

    /// <summary>Mask of a &gt; b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector GreaterThan(TVector a, TVector b);

    /// <summary>Mask of a ≥ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector GreaterThanOrEqual(TVector a, TVector b);

    /// <summary>Mask of a = b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector EqualTo(TVector a, TVector b);

    /// <summary>Mask of a ≠ b, true where one is NaN.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector NotEqualTo(TVector a, TVector b);

    /// <summary>Bit by bit: <paramref name="a"/> where the mask has ones, <paramref name="b"/> elsewhere.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="a">Where ones.</param>
    /// <param name="b">Where zeros.</param>
    static abstract TVector Select(TVector mask, TVector a, TVector b);

    /// <summary>Bitwise and.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector And(TVector a, TVector b);

    /// <summary>Bitwise or.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Or(TVector a, TVector b);

    /// <summary>Bitwise exclusive or.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Xor(TVector a, TVector b);

    /// <summary>Every bit inverted.</summary>
    /// <param name="a">Operand.</param>
    static abstract TVector Not(TVector a);

    /// <summary>a &lt;&lt; count of integers, the count modulo the width.</summary>
    /// <param name="a">Operand.</param>
    /// <param name="counts">A count for each lane.</param>
    static abstract TVector ShiftLeft(TVector a, TVector counts);

    /// <summary>a &gt;&gt; count of integers, the count modulo the width: the sign is kept in int and long.</summary>
    /// <param name="a">Operand.</param>
    /// <param name="counts">A count for each lane.</param>
    static abstract TVector ShiftRight(TVector a, TVector counts);

    /// <summary>a &gt;&gt;&gt; count of integers, the count modulo the width: zeros come in.</summary>
    /// <param name="a">Operand.</param>
    /// <param name="counts">A count for each lane.</param>
    static abstract TVector ShiftRightLogical(TVector a, TVector counts);

    /// <summary>A scalar operation on each lane in turn: for what has no vector form.</summary>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Apply<TOperation>(TVector a, TVector b)
        where TOperation : struct, IScalarOperation<T>;
}
