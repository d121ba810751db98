using System;

namespace SparseDnn.Numerics;

/// <summary>The SplitMix64 generator: the same sequence on every platform, documented so that others can reproduce it.</summary>
/// <remarks>
/// state += 0x9E3779B97F4A7C15; z = state; z = (z ^ z≫30)·0xBF58476D1CE4E5B9; z = (z ^ z≫27)·0x94D049BB133111EB;
/// result z ^ z≫31, all modulo 2^64. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
/// A mutable struct: keep it in a local or a field, pass it by reference.
/// </remarks>
public struct SplitMix64
{
    private ulong _state;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Any value; equal seeds give equal sequences.</param>
    public SplitMix64(ulong seed) => _state = seed;

    /// <summary>A sequence for one of several purposes under one seed.</summary>
    /// <param name="seed">The user's seed.</param>
    /// <param name="stream">Number of the purpose.</param>
    public static SplitMix64 ForStream(long seed, int stream)
    {
        var mix = new SplitMix64(unchecked((ulong)seed));
        var first = mix.NextUInt64();
        return new SplitMix64(first ^ new SplitMix64(unchecked((ulong)stream)).NextUInt64());
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextUInt64()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>
    /// A uniform integer in [0, bound), without bias: ⌊x·bound / 2^32⌋ of 32 fresh bits x, redrawn where the low half falls below 2^32 mod
    /// bound.
    /// </summary>
    /// <param name="bound">At least 1.</param>
    public int Next(int bound)
    {
        if (bound <= 0)
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "The bound is at least 1.");
        unchecked
        {
            var range = (uint)bound;
            var threshold = (0u - range) % range;
            while (true)
            {
                var product = (NextUInt64() >> 32) * range;
                if ((uint)product >= threshold)
                    return (int)(product >> 32);
            }
        }
    }

    /// <summary>A uniform multiple of 2^−24 in [0, 1): exact in binary32 and binary64.</summary>
    public double NextUnit() => (NextUInt64() >> 40) * (1.0 / (1 << 24));

    /// <summary>A uniform permutation (Fisher–Yates, from the last position down).</summary>
    /// <param name="count">Number of elements, at least 0.</param>
    public int[] NextPermutation(int count)
    {
        var permutation = new int[count];
        for (var i = 0; i < count; i++)
            permutation[i] = i;
        for (var i = count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (permutation[i], permutation[j]) = (permutation[j], permutation[i]);
        }

        return permutation;
    }
}
