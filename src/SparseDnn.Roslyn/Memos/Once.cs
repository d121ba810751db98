using System;
using System.Threading;

namespace SparseDnn.Roslyn;

/// <summary>A value that is computed once, however many threads ask for it at a time.</summary>
/// <typeparam name="T">The value; may be null.</typeparam>
internal sealed class Once<T>
{
    // How long a waiting thread may overlook that its own question was taken back.
    private const int PatienceInMilliseconds = 10;

    private readonly object _gate = new();
    private volatile bool _isKnown;
    private T _value = default!;

    /// <summary>The value, where it is known.</summary>
    /// <param name="value">The value.</param>
    public bool TryGet(out T value)
    {
        var isKnown = _isKnown;
        value = isKnown ? _value : default!;
        return isKnown;
    }

    /// <summary>The value; where another thread computes it already, that one's.</summary>
    /// <param name="compute">Computes it. Where it throws or is cancelled, the next thread computes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T Get(Func<T> compute, CancellationToken cancellationToken)
    {
        if (_isKnown)
            return _value;
        while (!Monitor.TryEnter(_gate, PatienceInMilliseconds))
            cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (_isKnown)
                return _value;
            _value = compute();
            _isKnown = true;
            return _value;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
