namespace SparseDnn.Elements;

/// <summary>A kernel that is specialised on how weights are stored.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <typeparam name="TTable">What it computes.</typeparam>
internal interface IStoredKernel<T, TTable>
    where T : unmanaged
{
    /// <summary>Computes.</summary>
    /// <typeparam name="TWeight">How weights are stored.</typeparam>
    /// <param name="table">What.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs.</param>
    /// <param name="argument">How many, or how far apart: each kernel says.</param>
    static abstract void Run<TWeight>(TTable table, ref T x, ref T y, nint argument)
        where TWeight : struct, IStoredWeight;
}
