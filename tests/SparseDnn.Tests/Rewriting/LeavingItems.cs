using System;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Tests.Rewriting;

/// <summary>
/// Items for <see cref="Rewritten"/>: around a level of 0.2, where each layer doubles the distance, so that one by one they die, reach the
/// ceiling, or do neither.
/// </summary>
internal static class LeavingItems
{
    public static float[] Draw(int items)
    {
        var random = new SplitMix64(11);
        var inputs = new float[items * Rewritten.Inputs];
        for (var item = 0; item < items; item++)
        {
            var distance = Math.ScaleB(random.Next(2) == 0 ? -1 : 1, random.Next(2) == 0 ? -random.Next(8) : -8 - random.Next(10));
            var noise = random.Next(3) == 0 ? 0 : Math.Abs(distance) / 2;
            for (var i = 0; i < Rewritten.Inputs; i++)
                inputs[(item * Rewritten.Inputs) + i] = (float)(0.2 + distance + (noise * (random.NextUnit() - 0.5)));
        }

        return inputs;
    }

    /// <summary>How many items ended as zeros, as items at the ceiling do, and otherwise.</summary>
    public static (int Died, int Saturated, int Stayed) Ends(float[] outputs, int width)
    {
        var items = outputs.Chunk(width).ToArray();
        var ceiling = items
            .Where(item => item.Any(y => y != 0))
            .GroupBy(item => string.Join(' ', item))
            .MaxBy(group => group.Count())!
            .First();
        var (died, saturated) = (items.Count(item => item.All(y => y == 0)), items.Count(item => item.SequenceEqual(ceiling)));
        return (died, saturated, items.Length - died - saturated);
    }
}
