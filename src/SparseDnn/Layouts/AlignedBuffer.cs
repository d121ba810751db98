using System;
using System.Runtime.CompilerServices;

namespace SparseDnn.Layouts;

/// <summary>Zeroed memory aligned to a cache line, released by the garbage collector.</summary>
internal sealed unsafe class AlignedBuffer<T>
    where T : unmanaged
{
    private const int CacheLine = 64;
    private readonly ulong[] _memory;

    public AlignedBuffer(long count)
    {
        // An array of 8-byte elements, because the widest tiles exceed 2^31 bytes.
        _memory = GC.AllocateArray<ulong>(
            checked((int)(((count * sizeof(T)) + CacheLine + sizeof(ulong) - 1) / sizeof(ulong))),
            pinned: true
        );
        var address = (nuint)Unsafe.AsPointer(ref _memory[0]);
        Start = (T*)((address + CacheLine - 1) & ~(nuint)(CacheLine - 1));
    }

    /// <summary>First element; valid while this object is reachable.</summary>
    public T* Start { get; }
}
