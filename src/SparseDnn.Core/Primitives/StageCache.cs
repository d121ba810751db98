using System;
using System.Collections.Generic;
using System.Linq;
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
    // Fewer are not worth a look at which of them are gone.
    private const int FewShared = 64;

    private readonly ConditionalWeakTable<object, Owned> _ofOwner = new();

    // As many as are alive: projects have hundreds of networks, and one that had to make room would be built with every keystroke.
    private readonly Dictionary<TKey, WeakReference<Entry>> _shared = [];
    private int _sweepAt = FewShared;

    /// <summary>What is known of an owner, or is found out now.</summary>
    /// <param name="owner">What the value is about; compared by reference.</param>
    /// <param name="key">What is asked about it.</param>
    /// <param name="compute">Finds it out.</param>
    /// <param name="cancellationToken">Ends the wait for another thread that finds out the same.</param>
    /// <param name="holds">Whether what is known still holds; null where it does as long as the owner lives.</param>
    public TValue Get(
        object owner,
        TKey key,
        Func<TValue> compute,
        CancellationToken cancellationToken,
        Func<TValue, bool>? holds = null
    ) => _ofOwner.GetOrCreateValue(owner).Of(key, capacity).Slot.Get(Counted(compute), cancellationToken, holds);

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
            if (_shared.TryGetValue(key, out var reference) && reference.TryGetTarget(out var known))
                return known;
            if (_shared.Count >= _sweepAt)
                Sweep();
            var entry = new Entry(key);
            // The known key is that of a value that is gone.
            _shared.Remove(key);
            _shared.Add(key, new WeakReference<Entry>(entry));
            return entry;
        }
    }

    // Questions without a value go once there are twice as many as had one: each is looked at a constant number of times.
    private void Sweep()
    {
        foreach (var key in _shared.Where(row => !row.Value.TryGetTarget(out _)).Select(row => row.Key).ToArray())
            _shared.Remove(key);
        _sweepAt = Math.Max(FewShared, 2 * _shared.Count);
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
