using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

namespace SparseDnn.Primitives;

/// <summary>
/// What a stage found out, so that generator, analyzers and threads that ask at once share one computation, and a keystroke elsewhere
/// repeats none.
/// </summary>
/// <typeparam name="TKey">What is asked, compared by value.</typeparam>
/// <typeparam name="TValue">What is found out.</typeparam>
/// <remarks>
/// Nothing outlives its owners: a value of <see cref="Get"/> goes with the object it is about; a value of <see cref="GetShared"/> with the
/// project that asked last, or with <paramref name="life"/> of the value itself. Several threads that ask at once wait for the first;
/// where that one is cancelled or fails, the next of them computes.
/// </remarks>
/// <param name="capacity">Most values of one owner; the oldest goes first. Questions may hold what a user is typing, so that there is a new
/// one with every keystroke.</param>
/// <param name="onCompute">Called before each computation; null for nothing.</param>
/// <param name="life">A part of a shared value that keeps the whole value alive; null, or null of a value, for none.</param>
internal sealed class StageCache<TKey, TValue>(int capacity = 256, Action? onCompute = null, Func<TValue, object?>? life = null)
    where TKey : notnull
{
    // How many shared values are looked through for an equal question. A project has fewer networks.
    private const int MostShared = 64;

    private readonly ConditionalWeakTable<object, Owned> _ofOwner = new();
    private readonly LinkedList<WeakReference<Entry>> _shared = new();

    /// <summary>What is known of an owner, or is found out now.</summary>
    /// <param name="owner">What the value is about; compared by reference.</param>
    /// <param name="key">What is asked about it.</param>
    /// <param name="compute">Finds it out.</param>
    /// <param name="cancellationToken">Ends the wait for another thread that finds out the same.</param>
    public TValue Get(object owner, TKey key, Func<TValue> compute, CancellationToken cancellationToken) =>
        _ofOwner.GetOrCreateValue(owner).Of(key, capacity).Slot.Get(Counted(compute), cancellationToken);

    /// <summary>What is known of a question whoever asked it, or is found out now.</summary>
    /// <param name="holder">What shall keep the value alive; null for nothing but the value itself.</param>
    /// <param name="key">What is asked.</param>
    /// <param name="compute">Finds it out.</param>
    /// <param name="cancellationToken">Ends the wait for another thread that finds out the same.</param>
    public TValue GetShared(StageHolder? holder, TKey key, Func<TValue> compute, CancellationToken cancellationToken)
    {
        var entry = Find(key);
        if (holder is not null)
            _ofOwner.GetOrCreateValue(holder.Project).Hold(holder.Role, entry);
        return entry.Slot.Get(
            () =>
            {
                var value = Counted(compute)();
                if (life?.Invoke(value) is { } owner)
                    _ofOwner.GetOrCreateValue(owner).Hold("", entry);
                return value;
            },
            cancellationToken
        );
    }

    private Func<TValue> Counted(Func<TValue> compute) =>
        () =>
        {
            onCompute?.Invoke();
            return compute();
        };

    private Entry Find(TKey key)
    {
        lock (_shared)
        {
            for (var node = _shared.First; node is not null; node = node.Next)
            {
                if (!node.Value.TryGetTarget(out var known) || !known.Key.Equals(key))
                    continue;
                _shared.Remove(node);
                _shared.AddFirst(node);
                return known;
            }

            var entry = new Entry(key);
            _shared.AddFirst(new WeakReference<Entry>(entry));
            if (_shared.Count > MostShared)
                _shared.RemoveLast();
            return entry;
        }
    }

    private sealed class Entry(TKey key)
    {
        public TKey Key { get; } = key;

        public StageSlot<TValue> Slot { get; } = new();
    }

    /// <summary>What one owner keeps alive.</summary>
    private sealed class Owned
    {
        private readonly Dictionary<TKey, Entry> _byKey = [];
        private readonly Queue<TKey> _order = new();
        private readonly Dictionary<string, Entry> _byRole = new(StringComparer.Ordinal);

        public Entry Of(TKey key, int capacity)
        {
            lock (_byKey)
            {
                if (_byKey.TryGetValue(key, out var known))
                    return known;
                if (_order.Count == capacity)
                    _byKey.Remove(_order.Dequeue());
                var entry = new Entry(key);
                _byKey.Add(key, entry);
                _order.Enqueue(key);
                return entry;
            }
        }

        public void Hold(string role, Entry entry)
        {
            lock (_byKey)
                _byRole[role] = entry;
        }
    }
}

/// <summary>What keeps a shared value alive, and as what: a later value of the same role takes its place.</summary>
/// <param name="Project">Something that lives from one keystroke in a project to the next, but not longer than the project; compared by
/// reference.</param>
/// <param name="Role">Such as the full name of the declared type.</param>
internal sealed record StageHolder(object Project, string Role);
