using System.Runtime.CompilerServices;

namespace SparseDnn.Lanes;

/// <summary>a &gt;&gt;&gt; b as C# has it.</summary>
internal readonly struct ShiftRightLogicalOperation<T> : IScalarOperation<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T a, T b)
    {
        if (typeof(T) == typeof(int))
            return (T)(object)((int)(object)a >>> (int)(object)b);
        if (typeof(T) == typeof(long))
            return (T)(object)((long)(object)a >>> unchecked((int)(long)(object)b));
        return (T)(object)((ulong)(object)a >>> unchecked((int)(ulong)(object)b));
    }
}
