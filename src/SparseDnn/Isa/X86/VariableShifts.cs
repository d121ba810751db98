using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Isa.X86;

/// <summary>Shifts with a count for each lane, by the instructions of AVX2.</summary>
/// <remarks>The processor gives 0 for counts beyond the width where C# takes them modulo the width, hence the masks.</remarks>
internal static class VariableShifts
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Whether the processor has them; compilers know.</summary>
    public static bool IsSupported
    {
        [MethodImpl(Inline)]
        get => Avx2.IsSupported;
    }

    /// <summary>a &lt;&lt; counts, of numbers of 32 or 64 bits.</summary>
    [MethodImpl(Inline)]
    public static Vector128<T> Left<T>(Vector128<T> a, Vector128<T> counts)
        where T : unmanaged =>
        typeof(T) == typeof(int)
            ? Avx2.ShiftLeftLogicalVariable(a.AsInt32(), counts.AsUInt32() & Vector128.Create(31u)).As<int, T>()
            : Avx2.ShiftLeftLogicalVariable(a.AsInt64(), counts.AsUInt64() & Vector128.Create(63ul)).As<long, T>();

    /// <summary>a &gt;&gt; counts, of numbers of 32 bits: those of 64 have no arithmetic shift before AVX-512.</summary>
    [MethodImpl(Inline)]
    public static Vector128<T> Right<T>(Vector128<T> a, Vector128<T> counts)
        where T : unmanaged => Avx2.ShiftRightArithmeticVariable(a.AsInt32(), counts.AsUInt32() & Vector128.Create(31u)).As<int, T>();

    /// <summary>a &gt;&gt;&gt; counts, of numbers of 32 or 64 bits.</summary>
    [MethodImpl(Inline)]
    public static Vector128<T> RightLogical<T>(Vector128<T> a, Vector128<T> counts)
        where T : unmanaged =>
        typeof(T) == typeof(int)
            ? Avx2.ShiftRightLogicalVariable(a.AsInt32(), counts.AsUInt32() & Vector128.Create(31u)).As<int, T>()
            : Avx2.ShiftRightLogicalVariable(a.AsInt64(), counts.AsUInt64() & Vector128.Create(63ul)).As<long, T>();

    /// <summary>a &lt;&lt; counts, of numbers of 32 or 64 bits.</summary>
    [MethodImpl(Inline)]
    public static Vector256<T> Left<T>(Vector256<T> a, Vector256<T> counts)
        where T : unmanaged =>
        typeof(T) == typeof(int)
            ? Avx2.ShiftLeftLogicalVariable(a.AsInt32(), counts.AsUInt32() & Vector256.Create(31u)).As<int, T>()
            : Avx2.ShiftLeftLogicalVariable(a.AsInt64(), counts.AsUInt64() & Vector256.Create(63ul)).As<long, T>();

    /// <summary>a &gt;&gt; counts, of numbers of 32 bits: those of 64 have no arithmetic shift before AVX-512.</summary>
    [MethodImpl(Inline)]
    public static Vector256<T> Right<T>(Vector256<T> a, Vector256<T> counts)
        where T : unmanaged => Avx2.ShiftRightArithmeticVariable(a.AsInt32(), counts.AsUInt32() & Vector256.Create(31u)).As<int, T>();

    /// <summary>a &gt;&gt;&gt; counts, of numbers of 32 or 64 bits.</summary>
    [MethodImpl(Inline)]
    public static Vector256<T> RightLogical<T>(Vector256<T> a, Vector256<T> counts)
        where T : unmanaged =>
        typeof(T) == typeof(int)
            ? Avx2.ShiftRightLogicalVariable(a.AsInt32(), counts.AsUInt32() & Vector256.Create(31u)).As<int, T>()
            : Avx2.ShiftRightLogicalVariable(a.AsInt64(), counts.AsUInt64() & Vector256.Create(63ul)).As<long, T>();
}
