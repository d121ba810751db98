using SparseDnn.Elements;

namespace SparseDnn.Layouts;

/// <summary>A kernel that is specialised on how weights are stored.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <remarks>
/// Its only type argument is a value type: compilers that compile ahead of time share code between reference types, and do not find
/// kernels through it.
/// </remarks>
internal interface IStoredKernel<T>
    where T : unmanaged
{
    /// <summary>Computes.</summary>
    /// <typeparam name="TWeight">How weights are stored.</typeparam>
    /// <param name="table">The layer.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs.</param>
    /// <param name="argument">How many, or how far apart: each kernel says.</param>
    static abstract void Run<TWeight>(LayerTable<T> table, ref T x, ref T y, nint argument)
        where TWeight : struct, IStoredWeight;
}
