using System;
using System.ComponentModel;
using System.Numerics;

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
    /// <summary>The kernel of a layer that sums over this semiring.</summary>
    /// <param name="select">The select step's semiring; null for a linear layer.</param>
    /// <param name="summation">Whether plus-times fuses.</param>
    public abstract LayerKernel<T> Correlate(SemiringBinding<T>? select, Summation summation);

    /// <summary>The kernel of a layer that selects over this semiring.</summary>
    public abstract LayerKernel<T> Select<TExact, TOrdered>()
        where TExact : struct, ICorrelation<T>
        where TOrdered : struct, ICorrelation<T>;
}

/// <summary>A semiring whose kernels follow its scalar definition.</summary>
internal class SemiringBinding<T, TKernel> : SemiringBinding<T>
    where T : unmanaged, IBinaryNumber<T>
    where TKernel : struct, ISemiringKernel<T>
{
    public override LayerKernel<T> Correlate(SemiringBinding<T>? select, Summation summation) =>
        Join<Exact<T, TKernel>, Ordered<T, TKernel>>(select);

    public override LayerKernel<T> Select<TExact, TOrdered>() => new LayerKernel<T, TExact, TOrdered, SemiringStep<T, TKernel>>();

    protected static LayerKernel<T> Join<TExact, TOrdered>(SemiringBinding<T>? select)
        where TExact : struct, ICorrelation<T>
        where TOrdered : struct, ICorrelation<T> =>
        select is null ? new LayerKernel<T, TExact, TOrdered, NoStep<T>>() : select.Select<TExact, TOrdered>();
}

/// <summary>plus-times, which fuses product and sum unless the summation is strict.</summary>
internal sealed class PlusTimesBinding<T> : SemiringBinding<T, BuiltInKernel<T, Plus, Times, NumberZero, NumberOne>>
    where T : unmanaged, IBinaryNumber<T>
{
    public override LayerKernel<T> Correlate(SemiringBinding<T>? select, Summation summation) =>
        summation == Summation.Strict ? base.Correlate(select, summation) : Join<Fused<T>, Fused<T>>(select);
}

/// <summary>max-plus, whose select step is the rectifier.</summary>
internal sealed class MaxPlusBinding<T> : SemiringBinding<T, BuiltInKernel<T, Maximum, Plus, Least, NumberZero>>
    where T : unmanaged, IBinaryNumber<T>
{
    public override LayerKernel<T> Select<TExact, TOrdered>() => new LayerKernel<T, TExact, TOrdered, RectifyStep<T>>();
}
