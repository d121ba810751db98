using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace SparseDnn.Primitives;

/// <summary>A value that is computed once, however many threads ask for it at a time.</summary>
/// <typeparam name="T">The value; may be null.</typeparam>
#pragma warning disable CA1001 // Without a wait handle the semaphore holds nothing but memory.
internal sealed class StageSlot<T>
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    // A reference, so that threads see the value whole.
    private volatile StrongBox<T>? _known;

    /// <summary>The value; where another thread computes it already, that one's.</summary>
    /// <param name="compute">Computes it. Where it throws or is cancelled, the next thread that waits computes.</param>
    /// <param name="cancellationToken">Ends the wait of this thread, and of no other.</param>
    /// <param name="holds">Whether a known value still holds; one that does not is computed anew. Null where values hold for ever.</param>
    public T Get(Func<T> compute, CancellationToken cancellationToken, Func<T, bool>? holds = null)
    {
        if (Known(holds) is { } known)
            return known.Value!;
        _turn.Wait(cancellationToken);
        try
        {
            return (Known(holds) ?? (_known = new(compute()))).Value!;
        }
        finally
        {
            _turn.Release();
        }
    }

    private StrongBox<T>? Known(Func<T, bool>? holds) => _known is { } known && (holds is null || holds(known.Value!)) ? known : null;
}
