using System;
using SparseDnn.Benchmarks.Networks;
using SparseDnn.Numerics;
using SparseDnn.Samples.GraphChallenge;

namespace SparseDnn.Benchmarks;

/// <summary>Inputs of the workloads, the same on every machine.</summary>
internal static class Items
{
    /// <summary>Pixels of which every second is set, so that all items stay alive; a few items over and over.</summary>
    public static float[] HalfSet(int width, int batch, int distinct) => Repeat(width, batch, distinct, (ref random) => random.Next(2));

    /// <summary>Values between 0 and 1; a few items over and over.</summary>
    public static float[] Uniform(int width, int batch, int distinct) =>
        Repeat(width, batch, distinct, (ref random) => (float)random.NextUnit());

    /// <summary>The official images over and over, or strokes where those are absent.</summary>
    public static float[] Images(int batch)
    {
        var images = new float[batch * StrokeImages.Pixels];
        if (OfficialFiles.ArePresent)
            Tile(images, OfficialFiles.Images);
        else
            StrokeImages.Draw(images, seed: 1);
        return images;
    }

    /// <summary>Strokes of twice the size: images of 64 × 64 pixels.</summary>
    public static float[] LargeImages(int batch)
    {
        var small = new float[batch * StrokeImages.Pixels];
        StrokeImages.Draw(small, seed: 1);
        var images = new float[4 * small.Length];
        const int Side = 2 * StrokeImages.Side;
        for (var i = 0; i < images.Length; i++)
        {
            var (image, row, column) = (i / (Side * Side), i / Side % Side, i % Side);
            images[i] = small[(image * StrokeImages.Pixels) + (row / 2 * StrokeImages.Side) + (column / 2)];
        }

        return images;
    }

    private static float[] Repeat(int width, int batch, int distinct, Draw draw)
    {
        var some = new float[width * Math.Min(batch, distinct)];
        var random = new SplitMix64(1);
        for (var i = 0; i < some.Length; i++)
            some[i] = draw(ref random);
        var all = new float[width * batch];
        Tile(all, some);
        return all;
    }

    private static void Tile(Span<float> all, ReadOnlySpan<float> some)
    {
        for (; all.Length > some.Length; all = all[some.Length..])
            some.CopyTo(all);
        some[..all.Length].CopyTo(all);
    }

    private delegate float Draw(ref SplitMix64 random);
}
