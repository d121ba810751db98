using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using SparseDnn.Networks;

namespace SparseDnn.Roslyn;

/// <summary>
/// What recent declarations and their files led to, so that a network is built once for generator and analyzers together and not again with
/// every keystroke.
/// </summary>
/// <typeparam name="TKey">Declaration and files, compared by value.</typeparam>
/// <typeparam name="TBuild">What they led to.</typeparam>
/// <remarks>
/// Builds live as long as their network does, which the generator's steps hold, and as long as the project that asked last for the type of
/// that name.
/// </remarks>
/// <param name="network">The network of a build; null where there is none.</param>
internal sealed class BuildMemo<TKey, TBuild>(Func<TBuild, Network?> network)
    where TKey : class, IEquatable<TKey>
    where TBuild : class
{
    private const int Capacity = 64;

    private readonly LinkedList<WeakReference<Entry>> _recent = new();
    private readonly ConditionalWeakTable<Network, Entry> _ofNetwork = new();
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<string, Entry>> _ofProject = new();

    /// <summary>The build of a declaration.</summary>
    /// <param name="key">Declaration and files.</param>
    /// <param name="build">Builds it.</param>
    /// <param name="holder">What shall keep the build alive and for which type; null for nothing but the network itself.</param>
    /// <param name="cancellationToken">Ends the wait for another thread that builds the same.</param>
    public TBuild Get(TKey key, Func<TBuild> build, ProjectType? holder, CancellationToken cancellationToken)
    {
        var entry = Find(key);
        if (holder is not null)
            _ofProject.GetValue(holder.Project, static _ => new(StringComparer.Ordinal))[holder.TypeName] = entry;
        return entry.Build.Get(
            () =>
            {
                StageWork.CountBuild();
                var result = build();
                if (network(result) is { } built)
                    _ofNetwork.GetValue(built, _ => entry);
                return result;
            },
            cancellationToken
        );
    }

    private Entry Find(TKey key)
    {
        lock (_recent)
        {
            for (var node = _recent.First; node is not null; node = node.Next)
            {
                if (!node.Value.TryGetTarget(out var known) || !known.Key.Equals(key))
                    continue;
                _recent.Remove(node);
                _recent.AddFirst(node);
                return known;
            }

            var entry = new Entry(key);
            _recent.AddFirst(new WeakReference<Entry>(entry));
            if (_recent.Count > Capacity)
                _recent.RemoveLast();
            return entry;
        }
    }

    private sealed class Entry(TKey key)
    {
        public TKey Key { get; } = key;

        public Once<TBuild> Build { get; } = new();
    }
}
