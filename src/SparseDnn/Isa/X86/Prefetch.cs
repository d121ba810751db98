using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Isa.X86;

/// <summary>Asks for memory before it is read.</summary>
internal static unsafe class Prefetch
{
    /// <summary>Into all caches; what no program may read does no harm.</summary>
    /// <param name="address">Anywhere in a cache line.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line(void* address) => Sse.Prefetch0(address);
}
