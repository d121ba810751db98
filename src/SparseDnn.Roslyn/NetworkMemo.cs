using System;
using System.Collections.Generic;
using SparseDnn.Networks;

namespace SparseDnn.Roslyn;

/// <summary>What was found about recent networks, so that long work is done once for generator and analyzers together.</summary>
/// <typeparam name="TResult">What was found.</typeparam>
/// <remarks>Networks are held weakly; those of the generator live as long as its steps do.</remarks>
internal sealed class NetworkMemo<TResult>
{
    private const int Capacity = 64;

    private readonly LinkedList<(WeakReference<Network> Network, object Question, TResult Result)> _recent = new();

    /// <summary>Remembers a result.</summary>
    /// <param name="network">The network.</param>
    /// <param name="question">What was asked about it, compared by value.</param>
    /// <param name="result">The answer.</param>
    public void Remember(Network network, object question, TResult result)
    {
        lock (_recent)
        {
            _recent.AddFirst((new WeakReference<Network>(network), question, result));
            if (_recent.Count > Capacity) _recent.RemoveLast();
        }
    }

    /// <summary>Finds what was remembered.</summary>
    /// <param name="network">An equal network.</param>
    /// <param name="question">An equal question.</param>
    /// <param name="result">The answer.</param>
    public bool TryFind(Network network, object question, out TResult result)
    {
        lock (_recent)
        {
            foreach (var (known, asked, found) in _recent)
            {
                if (!asked.Equals(question) || !known.TryGetTarget(out var target) || !target.Equals(network)) continue;
                result = found;
                return true;
            }
        }

        result = default!;
        return false;
    }
}
