using System.Runtime.Intrinsics;

namespace SparseDnn.Isa;

/// <summary>How the rows of the sums in a register are brought together.</summary>
internal unsafe interface IRowGather
{
    /// <summary>One value a lane.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="x">Row 0.</param>
    /// <param name="rows">The row of each lane.</param>
    static abstract Vector256<T> Load<T>(T* x, ushort* rows)
        where T : unmanaged;
}
