using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Isa.X86;

namespace SparseDnn.Lanes;

/// <summary>Shifts with a count for each lane: the processor's where it has them, else lane by lane.</summary>
internal static class VectorShifts
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)]
    public static Vector128<T> ShiftLeft<T>(Vector128<T> a, Vector128<T> counts)
        where T : unmanaged =>
        VariableShifts.IsSupported ? VariableShifts.Left(a, counts) : Lanes128<T>.Apply<ShiftLeftOperation<T>>(a, counts);

    [MethodImpl(Inline)]
    public static Vector128<T> ShiftRight<T>(Vector128<T> a, Vector128<T> counts)
        where T : unmanaged
    {
        if (typeof(T) == typeof(ulong))
            return ShiftRightLogical(a, counts);
        return typeof(T) == typeof(int) && VariableShifts.IsSupported
            ? VariableShifts.Right(a, counts)
            : Lanes128<T>.Apply<ShiftRightOperation<T>>(a, counts);
    }

    [MethodImpl(Inline)]
    public static Vector128<T> ShiftRightLogical<T>(Vector128<T> a, Vector128<T> counts)
        where T : unmanaged =>
        VariableShifts.IsSupported ? VariableShifts.RightLogical(a, counts) : Lanes128<T>.Apply<ShiftRightLogicalOperation<T>>(a, counts);

    [MethodImpl(Inline)]
    public static Vector256<T> ShiftLeft<T>(Vector256<T> a, Vector256<T> counts)
        where T : unmanaged =>
        VariableShifts.IsSupported ? VariableShifts.Left(a, counts) : Lanes256<T>.Apply<ShiftLeftOperation<T>>(a, counts);

    [MethodImpl(Inline)]
    public static Vector256<T> ShiftRight<T>(Vector256<T> a, Vector256<T> counts)
        where T : unmanaged
    {
        if (typeof(T) == typeof(ulong))
            return ShiftRightLogical(a, counts);
        return typeof(T) == typeof(int) && VariableShifts.IsSupported
            ? VariableShifts.Right(a, counts)
            : Lanes256<T>.Apply<ShiftRightOperation<T>>(a, counts);
    }

    [MethodImpl(Inline)]
    public static Vector256<T> ShiftRightLogical<T>(Vector256<T> a, Vector256<T> counts)
        where T : unmanaged =>
        VariableShifts.IsSupported ? VariableShifts.RightLogical(a, counts) : Lanes256<T>.Apply<ShiftRightLogicalOperation<T>>(a, counts);
}
