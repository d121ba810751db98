using System.Linq;

namespace SparseDnn.Generators.Tests.Naive;

/// <summary>The random generator of docs/topologies.md, written anew from that page.</summary>
internal sealed class NaiveRandom
{
    private ulong _state;

    public NaiveRandom(long seed, int stream) => _state = First((ulong)seed) ^ First((ulong)stream);

    public int Below(int n)
    {
        while (true)
        {
            var x = Next() >> 32;
            var product = x * (ulong)n;
            if (product % (1UL << 32) < (1UL << 32) % (ulong)n)
                continue;
            return (int)(product >> 32);
        }
    }

    public double Unit() => (Next() >> 40) / 16777216.0;

    public int[] Permutation(int count)
    {
        var items = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i >= 1; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }

        return items;
    }

    private static ulong First(ulong state)
    {
        var value = state;
        return Advance(ref value);
    }

    private ulong Next() => Advance(ref _state);

    private static ulong Advance(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
