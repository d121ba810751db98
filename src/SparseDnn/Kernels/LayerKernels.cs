using System.ComponentModel;
using System.Numerics;
using SparseDnn.Operations;

namespace SparseDnn.Kernels;

/// <summary>Makes the table-driven kernels of layers whose semirings are known when the program is compiled.</summary>
/// <remarks>
/// Called by generated code; not meant for use by hand. Every type is named, so that a compiler ahead of time compiles this pair of
/// semirings
/// and no other.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LayerKernels
{
    /// <summary>The kernel of one pair of semirings.</summary>
    /// <typeparam name="T">Element type of the kernels.</typeparam>
    /// <typeparam name="TExact">How terms join sums, for all inputs.</typeparam>
    /// <typeparam name="TOrdered">How they join for inputs that allow the processor's own min and max.</typeparam>
    /// <typeparam name="TEpilogue">What follows the sums.</typeparam>
    public static LayerKernel<T> Of<T, TExact, TOrdered, TEpilogue>()
        where T : unmanaged, IBinaryNumber<T>
        where TExact : struct, ICorrelation<T>
        where TOrdered : struct, ICorrelation<T>
        where TEpilogue : struct, IEpilogue<T> => new PairKernel<T, TExact, TOrdered, TEpilogue>();
}
