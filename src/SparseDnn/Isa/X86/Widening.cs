using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Isa.X86;

/// <summary>Loads of narrow integers that AVX2 widens on the way.</summary>
internal static unsafe class Widening
{
    /// <summary>Eight signed bytes.</summary>
    /// <param name="from">The first.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(sbyte* from) => Avx2.ConvertToVector256Int32(from);

    /// <summary>Eight unsigned numbers of 16 bits.</summary>
    /// <param name="from">The first.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(ushort* from) => Avx2.ConvertToVector256Int32(from);
}
