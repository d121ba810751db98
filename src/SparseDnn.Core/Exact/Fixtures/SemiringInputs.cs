using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact.Vectors;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Fixtures;

/// <summary>
/// Inputs for any network, over any semiring and element format, chosen for what goes wrong in implementations, labelled with it.
/// </summary>
/// <remarks>
/// Zero everywhere (absent), One everywhere, one-hot, absent and present inputs in turn, the extremes of the format, both sides of the
/// activation's kinks and of ceilings, seeded mixtures. Items that make any layer give NaN, or an operation that has no value, are left
/// out.
/// Kinds take turns, one item each, before any has a second; mixtures fill up. Deterministic.
/// </remarks>
internal static class SemiringInputs
{
    private const int Pool = 16; // mixtures between which kinks are searched

    /// <summary>Chooses the items; equal ones appear once.</summary>
    /// <param name="network">A sound network whose operations are known.</param>
    /// <param name="options">Seed, range and number; there are fewer items only where the network has fewer different inputs that give
    /// values. <see cref="InputSetOptions.Certify"/> is for <see cref="VectorSets.FromModel"/>.</param>
    /// <param name="cancellationToken">Checked for every layer of every item.</param>
    /// <exception cref="NotSupportedException">The operations of a semiring are not known.</exception>
    public static IReadOnlyList<LabelledInput> Choose(
        Network network,
        InputSetOptions options,
        CancellationToken cancellationToken = default
    ) =>
        Traced(network, options, static _ => true, cancellationToken)
            .Select(item => new LabelledInput(item.Label, new(NumberTypes.Of(network.Elements).ToDyadic(item.Bits))))
            .ToArray();

    /// <summary>The items with what every layer makes of them.</summary>
    internal static IReadOnlyList<SemiringItem> Traced(
        Network network,
        InputSetOptions options,
        Func<SemiringItem, bool> accepts,
        CancellationToken cancellationToken
    )
    {
        var items = options.Items;
        var trace = new SemiringTrace(network);
        var values = new SemiringValues(network, options);
        using var mixtures = Mixtures(values, options.Seed, network.Inputs).Select(Follow).GetEnumerator();
        var pool = Take(mixtures, Math.Min(Pool, items)).ToArray();
        var simple = Simple(values, network.Inputs).Select(Follow).Where(item => item is not null).Select(item => item!).ToArray();
        var kinks = new SemiringKinks(trace, [.. pool, .. simple], cancellationToken);
        var kinds = simple
            .Concat(kinks.Activations().Concat(kinks.Ceilings()).Select(Follow).Where(item => item is not null).Select(item => item!))
            .Concat(pool)
            .GroupBy(item => item.Label.Split(':', ',')[0], StringComparer.Ordinal)
            .Select(kind => new Queue<SemiringItem>(kind))
            .ToArray();
        var known = new HashSet<EquatableArray<long>>();
        var chosen = new List<SemiringItem>();
        while (kinds.Any(kind => kind.Count > 0))
            foreach (var kind in kinds.Where(kind => kind.Count > 0))
                Add(kind.Dequeue());
        for (var attempt = 0; chosen.Count < items && attempt < items + 64; attempt++)
            foreach (var item in Take(mixtures, 1))
                Add(item);
        return chosen;

        void Add(SemiringItem item)
        {
            if (chosen.Count < items && known.Add(new(item.Bits)))
                chosen.Add(item);
        }

        SemiringItem? Follow((string Label, long[] Bits) item) =>
            trace.Follow(item.Bits, cancellationToken) is { } outputs
            && new SemiringItem(item.Label, item.Bits, outputs) is var traced
            && accepts(traced)
                ? traced
                : null;
    }

    // The next mixtures that give values; there may be fewer.
    private static IEnumerable<SemiringItem> Take(IEnumerator<SemiringItem?> mixtures, int count)
    {
        for (var attempt = 0; attempt < count && mixtures.MoveNext(); attempt++)
            if (mixtures.Current is { } item)
                yield return item;
    }

    private static IEnumerable<(string Label, long[] Bits)> Simple(SemiringValues values, int count)
    {
        yield return ("zero: every input absent", Of(_ => values.Zero));
        yield return ("all on: every input One", Of(_ => values.One));
        foreach (var hot in new[] { 0, count / 2, count - 1 }.Distinct())
            yield return ($"one-hot, input {hot + 1}", Of(i => i == hot ? values.One : values.Zero));
        yield return ("presence: odd inputs One, even ones absent", Of(i => i % 2 == 0 ? values.One : values.Zero));
        yield return ("presence: odd inputs absent, even ones One", Of(i => i % 2 == 0 ? values.Zero : values.One));
        foreach (var (name, bits) in values.Extremes())
        {
            yield return ($"extreme: every input {name}", Of(_ => bits));
            yield return ($"extreme: every third input {name}, the others One", Of(i => i % 3 == 0 ? bits : values.One));
        }

        long[] Of(Func<int, long> value) => Enumerable.Range(0, count).Select(value).ToArray();
    }

    private static IEnumerable<(string Label, long[] Bits)> Mixtures(SemiringValues values, long seed, int count)
    {
        for (var index = 0; ; index++)
        {
            var random = SplitMix64.ForStream(seed, index);
            var bits = values.DrawBits(ref random);
            var density = 1 + random.Next(4); // of 4 quarters
            var item = new long[count];
            for (var i = 0; i < count; i++)
            {
                var isPresent = random.Next(4) < density;
                var value = values.Draw(ref random, bits);
                item[i] = isPresent ? value : values.Zero;
            }

            yield return ($"mixture: number {index + 1}, {density} of 4 inputs present", item);
        }
    }
}
