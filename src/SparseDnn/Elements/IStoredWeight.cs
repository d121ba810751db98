using System.Runtime.Intrinsics;

namespace SparseDnn.Elements;

/// <summary>How the weights of a layer lie in its tables; kernels are generic over it and widen each weight as they load it.</summary>
internal interface IStoredWeight
{
    /// <summary>Bytes of a weight.</summary>
    /// <typeparam name="T">Element type of the kernels.</typeparam>
    static abstract int Bytes<T>()
        where T : unmanaged;

    /// <summary>One weight, widened without rounding.</summary>
    /// <typeparam name="T">Element type of the kernels.</typeparam>
    /// <param name="weights">The first weight.</param>
    /// <param name="index">Which one.</param>
    static abstract T Load<T>(ref readonly byte weights, nint index)
        where T : unmanaged;

    /// <summary>As many weights as a register has lanes, widened without rounding.</summary>
    /// <typeparam name="T">Element type of the kernels: float or double.</typeparam>
    /// <param name="weights">The first weight.</param>
    static abstract unsafe Vector256<T> Load256<T>(byte* weights)
        where T : unmanaged;
}
