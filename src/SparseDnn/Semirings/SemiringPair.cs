using SparseDnn.Algebra;
using SparseDnn.Kernels;

namespace SparseDnn.Execution;

/// <summary>The semirings of a network that is loaded: for the stages as data, for the kernels as bindings.</summary>
internal sealed record SemiringPair(Oscillation Specification, SemiringBinding Correlate, SemiringBinding? Select)
{
    public static SemiringPair Of<T, TSemiring>()
        where T : unmanaged
        where TSemiring : struct, ISemiring<TSemiring, T> =>
        // Naming the default changes nothing: plus-times is the ReLU network, as in a declaration.
        typeof(TSemiring) == typeof(PlusTimes)
        && typeof(T) == typeof(float)
            ? Of<float, PlusTimes, MaxPlus>()
        : typeof(TSemiring) == typeof(PlusTimes) && typeof(T) == typeof(double) ? Of<double, PlusTimes, MaxPlus>()
        : new(new Oscillation(SemiringSpecifications.Of<TSemiring, T>(), null), SemiringBinding.For<TSemiring, T>(), null);

    public static SemiringPair Of<T, TCorrelate, TSelect>()
        where T : unmanaged
        where TCorrelate : struct, ISemiring<TCorrelate, T>
        where TSelect : struct, ISemiring<TSelect, T> =>
        new(
            new Oscillation(SemiringSpecifications.Of<TCorrelate, T>(), SemiringSpecifications.Of<TSelect, T>()),
            SemiringBinding.For<TCorrelate, T>(),
            SemiringBinding.For<TSelect, T>()
        );
}
