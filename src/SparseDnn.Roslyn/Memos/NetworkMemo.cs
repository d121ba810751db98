using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading;
using SparseDnn.Networks;

namespace SparseDnn.Roslyn;

/// <summary>What was found about networks, so that long work is done once for generator and analyzers together.</summary>
/// <typeparam name="TResult">What was found; must not hold the network's plan or anything else that is large.</typeparam>
/// <remarks>
/// Lives as long as the network does; networks of equal declarations and files are one object (<see cref="NetworkStages"/>).
/// </remarks>
public sealed class NetworkMemo<TResult>
{
    // Questions may hold what a user is typing, so that there is a new one with every keystroke.
    private const int MostQuestions = 256;

    private readonly ConditionalWeakTable<Network, ConcurrentDictionary<object, Once<TResult>>> _known = new();

    /// <summary>What is known about a network, or what is found out now.</summary>
    /// <param name="network">The network.</param>
    /// <param name="question">What is asked about it, compared by value.</param>
    /// <param name="analyze">Finds it out.</param>
    /// <param name="cancellationToken">Ends the wait for another thread that finds out the same.</param>
    public TResult Get(Network network, object question, Func<TResult> analyze, CancellationToken cancellationToken)
    {
        var known = _known.GetOrCreateValue(network);
        if (known.Count >= MostQuestions && !known.ContainsKey(question))
            known.Clear();
        return known
            .GetOrAdd(question, static _ => new())
            .Get(
                () =>
                {
                    StageWork.CountAnalysis();
                    return analyze();
                },
                cancellationToken
            );
    }
}
