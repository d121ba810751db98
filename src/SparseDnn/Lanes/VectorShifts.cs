using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Lanes;

/// <summary>Shifts with a count for each lane: the processor's where it has them, else lane by lane.</summary>
/// <remarks>The processor gives 0 for counts beyond the width where C# takes them modulo the width, hence the masks.</remarks>
internal static class VectorShifts
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)]
    public static Vector128<T> ShiftLeft<T>(Vector128<T> a, Vector128<T> counts)
        where T : unmanaged
    {
        if (!Avx2.IsSupported)
            return Lanes128<T>.Apply<ShiftLeftOperation<T>>(a, counts);
        return typeof(T) == typeof(int)
            ? Avx2.ShiftLeftLogicalVariable(a.AsInt32(), counts.AsUInt32() & Vector128.Create(31u)).As<int, T>()
            : Avx2.ShiftLeftLogicalVariable(a.AsInt64(), counts.AsUInt64() & Vector128.Create(63ul)).As<long, T>();
    }

    [MethodImpl(Inline)]
    public static Vector256<T> ShiftLeft<T>(Vector256<T> a, Vector256<T> counts)
        where T : unmanaged
    {
        if (!Avx2.IsSupported)
            return Lanes256<T>.Apply<ShiftLeftOperation<T>>(a, counts);
        return typeof(T) == typeof(int)
            ? Avx2.ShiftLeftLogicalVariable(a.AsInt32(), counts.AsUInt32() & Vector256.Create(31u)).As<int, T>()
            : Avx2.ShiftLeftLogicalVariable(a.AsInt64(), counts.AsUInt64() & Vector256.Create(63ul)).As<long, T>();
    }

    [MethodImpl(Inline)]
    public static Vector128<T> ShiftRight<T>(Vector128<T> a, Vector128<T> counts)
        where T : unmanaged
    {
        if (typeof(T) == typeof(ulong))
            return ShiftRightLogical(a, counts);
        // 64-bit lanes have no arithmetic shift before AVX-512.
        return typeof(T) == typeof(int) && Avx2.IsSupported
            ? Avx2.ShiftRightArithmeticVariable(a.AsInt32(), counts.AsUInt32() & Vector128.Create(31u)).As<int, T>()
            : Lanes128<T>.Apply<ShiftRightOperation<T>>(a, counts);
    }

    [MethodImpl(Inline)]
    public static Vector256<T> ShiftRight<T>(Vector256<T> a, Vector256<T> counts)
        where T : unmanaged
    {
        if (typeof(T) == typeof(ulong))
            return ShiftRightLogical(a, counts);
        return typeof(T) == typeof(int) && Avx2.IsSupported
            ? Avx2.ShiftRightArithmeticVariable(a.AsInt32(), counts.AsUInt32() & Vector256.Create(31u)).As<int, T>()
            : Lanes256<T>.Apply<ShiftRightOperation<T>>(a, counts);
    }

    [MethodImpl(Inline)]
    public static Vector128<T> ShiftRightLogical<T>(Vector128<T> a, Vector128<T> counts)
        where T : unmanaged
    {
        if (!Avx2.IsSupported)
            return Lanes128<T>.Apply<ShiftRightLogicalOperation<T>>(a, counts);
        return typeof(T) == typeof(int)
            ? Avx2.ShiftRightLogicalVariable(a.AsInt32(), counts.AsUInt32() & Vector128.Create(31u)).As<int, T>()
            : Avx2.ShiftRightLogicalVariable(a.AsInt64(), counts.AsUInt64() & Vector128.Create(63ul)).As<long, T>();
    }

    [MethodImpl(Inline)]
    public static Vector256<T> ShiftRightLogical<T>(Vector256<T> a, Vector256<T> counts)
        where T : unmanaged
    {
        if (!Avx2.IsSupported)
            return Lanes256<T>.Apply<ShiftRightLogicalOperation<T>>(a, counts);
        return typeof(T) == typeof(int)
            ? Avx2.ShiftRightLogicalVariable(a.AsInt32(), counts.AsUInt32() & Vector256.Create(31u)).As<int, T>()
            : Avx2.ShiftRightLogicalVariable(a.AsInt64(), counts.AsUInt64() & Vector256.Create(63ul)).As<long, T>();
    }
}
