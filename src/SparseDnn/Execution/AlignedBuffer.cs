using System;
using System.Runtime.CompilerServices;

namespace SparseDnn.Execution;

/// <summary>Zeroed memory aligned to a cache line, released by the garbage collector.</summary>
internal sealed unsafe class AlignedBuffer<T>
    where T : unmanaged
{
    private const int CacheLine = 64;
    private readonly byte[] _memory;

    public AlignedBuffer(long count)
    {
        _memory = GC.AllocateArray<byte>(checked((int)(count * sizeof(T)) + CacheLine), pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref _memory[0]);
        Start = (T*)((address + CacheLine - 1) & ~(nuint)(CacheLine - 1));
    }

    /// <summary>First element; valid while this object is reachable.</summary>
    public T* Start { get; }
}
