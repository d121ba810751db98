using System;
using System.ComponentModel;
using System.Numerics;
using SparseDnn.Operations;

namespace SparseDnn.Kernels;

/// <summary>The kernels of one semiring, found from its type: what joins declarations, files and generated code.</summary>
/// <remarks>Made by generated code and by the built-in semirings; not meant for use by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SemiringBinding
{
    private protected SemiringBinding() { }

    /// <summary>The binding of a semiring.</summary>
    /// <typeparam name="TSemiring">The semiring.</typeparam>
    /// <typeparam name="T">Its element type.</typeparam>
    /// <exception cref="NotSupportedException">The type has no generated part.</exception>
    public static SemiringBinding For<TSemiring, T>()
        where TSemiring : struct, ISemiring<TSemiring, T>
        where T : unmanaged => TSemiring.Binding;

    /// <summary>A binding to kernels.</summary>
    /// <typeparam name="T">Element type of the kernels.</typeparam>
    /// <typeparam name="TKernel">The kernels.</typeparam>
    public static SemiringBinding Of<T, TKernel>()
        where T : unmanaged, IBinaryNumber<T>
        where TKernel : struct, ISemiringKernel<T> => new SemiringBinding<T, TKernel>();
}

/// <summary>A binding for one element type of the kernels.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
internal abstract class SemiringBinding<T> : SemiringBinding
    where T : unmanaged
{
    /// <summary>Whether the semiring selects as a ReLU layer does: z ⊗ b is z + b and z ⊕ One is max(z, 0).</summary>
    public abstract bool Rectifies { get; }

    /// <summary>The epilogue over this semiring, after any sums.</summary>
    public abstract EpiloguePass<T> Pass { get; }

    /// <summary>The kernel of a linear layer over this semiring.</summary>
    /// <param name="summation">Whether products fuse with sums, where the semiring has that.</param>
    public abstract LayerKernel<T> Linear(Summation summation);

    /// <summary>The kernel of a layer over this semiring with the epilogue of a ReLU layer; null where none is kept.</summary>
    /// <param name="summation">Likewise.</param>
    public abstract LayerKernel<T>? Rectified(Summation summation);
}

/// <summary>A semiring whose kernels follow its scalar definition, but for the products that it fuses.</summary>
internal sealed class SemiringBinding<T, TKernel> : SemiringBinding<T>
    where T : unmanaged, IBinaryNumber<T>
    where TKernel : struct, ISemiringKernel<T>
{
    public override bool Rectifies => TKernel.Rectifies;

    public override EpiloguePass<T> Pass => new EpiloguePass<T, SemiringEpilogue<T, TKernel>>();

    public override LayerKernel<T> Linear(Summation summation) => Sums<NoEpilogue<T>>(summation);

    // Ordinary arithmetic with ReLU is what most networks are; one more kernel of every other semiring would be paid for by all programs.
    public override LayerKernel<T>? Rectified(Summation summation) => TKernel.FusesProducts ? Sums<ReluEpilogue<T>>(summation) : null;

    private static LayerKernel<T> Sums<TEpilogue>(Summation summation)
        where TEpilogue : struct, IEpilogue<T>
    {
        if (!TKernel.FusesProducts)
            return new PairKernel<T, Exact<T, TKernel>, Ordered<T, TKernel>, TEpilogue>();
        // Sums of products have neither min nor max.
        return summation == Summation.Strict
            ? new PairKernel<T, Exact<T, TKernel>, Exact<T, TKernel>, TEpilogue>()
            : new PairKernel<T, Fused<T>, Fused<T>, TEpilogue>();
    }
}
