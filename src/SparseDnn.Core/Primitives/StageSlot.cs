using System;
using System.Threading;

namespace SparseDnn.Primitives;

/// <summary>A value that is computed once, however many threads ask for it at a time.</summary>
/// <typeparam name="T">The value; may be null.</typeparam>
#pragma warning disable CA1001 // Without a wait handle the semaphore holds nothing but memory.
internal sealed class StageSlot<T>
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile bool _isKnown;
    private T _value = default!;

    /// <summary>The value; where another thread computes it already, that one's.</summary>
    /// <param name="compute">Computes it. Where it throws or is cancelled, the next thread that waits computes.</param>
    /// <param name="cancellationToken">Ends the wait of this thread, and of no other.</param>
    public T Get(Func<T> compute, CancellationToken cancellationToken)
    {
        if (_isKnown)
            return _value;
        _turn.Wait(cancellationToken);
        try
        {
            if (!_isKnown)
            {
                _value = compute();
                _isKnown = true;
            }

            return _value;
        }
        finally
        {
            _turn.Release();
        }
    }
}
