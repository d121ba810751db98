namespace SparseDnn.Kernels;

/// <summary>Arithmetic on one register of batch items: what makes one kernel source serve every vector width.</summary>
/// <typeparam name="T">Element type, <see langword="float"/> or <see langword="double"/>.</typeparam>
/// <typeparam name="TVector">The raw register type; a wrapper would cost speed.</typeparam>
/// <remarks>
/// Called by generated code; not meant to be implemented elsewhere. Every operation acts on each lane alone and rounds
/// like the scalar operation of the same name, so the width never changes a result.
/// </remarks>
public interface ILanes<T, TVector>
    where T : unmanaged
    where TVector : struct
{
    /// <summary>Items in a register.</summary>
    static abstract int Count { get; }

    /// <summary>Elements between one neuron and the next in a tile.</summary>
    static abstract int Stride { get; }

    /// <summary>All lanes +0.</summary>
    static abstract TVector Zero { get; }

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

    /// <summary>Correctly rounded a + b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>Correctly rounded a × b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a × b + c, rounded once, on every machine.</summary>
    /// <param name="a">Factor.</param>
    /// <param name="b">Factor.</param>
    /// <param name="c">Addend.</param>
    static abstract TVector FusedMultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>+0 for lanes ≤ 0 (−0 included), the lane itself otherwise; NaN stays NaN.</summary>
    /// <param name="value">The lanes.</param>
    static abstract TVector Rectify(TVector value);

    /// <summary>The smaller of lane and ceiling; NaN stays NaN.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="ceiling">The largest result.</param>
    static abstract TVector LimitTo(TVector value, TVector ceiling);

    /// <summary>Adds a bias to the lanes that are not zero; +0 for those that are.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="bias">The bias.</param>
    static abstract TVector AddToNonzero(TVector value, TVector bias);

    /// <summary>Bitwise or of the lanes' bits.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Or(TVector a, TVector b);
}
