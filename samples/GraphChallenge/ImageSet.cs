using System;
using System.Threading;
using System.Threading.Tasks;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>Images and where they come from.</summary>
/// <param name="Values">The images one after another, <see cref="StrokeImages.Pixels"/> values each.</param>
/// <param name="Source">Where they come from, in words.</param>
internal sealed record ImageSet(float[] Values, string Source)
{
    /// <summary>Most images: their values fill the longest array.</summary>
    public const int MaxCount = int.MaxValue / StrokeImages.Pixels;

    /// <summary>Images of the benchmark.</summary>
    public const int OfficialCount = 60_000;

    /// <summary>Number of images.</summary>
    public int Count => Values.Length / StrokeImages.Pixels;

    /// <summary>Draws images.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Equal seeds give equal images.</param>
    public static ImageSet Draw(int count, long seed)
    {
        var values = new float[count * StrokeImages.Pixels];
        StrokeImages.Draw(values, seed);
        return new ImageSet(values, FormattableString.Invariant($"drawn pen strokes, seed {seed}"));
    }

    /// <summary>One image.</summary>
    /// <param name="image">0-based.</param>
    public ReadOnlySpan<float> this[int image] => Values.AsSpan(image * StrokeImages.Pixels, StrokeImages.Pixels);

    /// <summary>Share of pixels that are set.</summary>
    public double InkShare()
    {
        long ink = 0;
        Parallel.For(0, Count, () => 0L, (image, _, sum) => sum + Ink(this[image]), sum => Interlocked.Add(ref ink, sum));
        return ink / (double)Math.Max(1, Values.Length);
    }

    /// <summary>The images as packed bits.</summary>
    /// <exception cref="UserException">A pixel is neither 0 nor 1.</exception>
    public byte[] Pack()
    {
        if (Values.AsSpan().IndexOfAnyExcept(0f, 1f) is >= 0 and var at)
            throw new UserException(
                FormattableString.Invariant(
                    $"{Source}: pixel {(at % StrokeImages.Pixels) + 1} of image {(at / StrokeImages.Pixels) + 1} is {Values[at]:R}, "
                ) + "which no bit holds; leave out --input bits."
            );
        return BitMatrix.Pack(Values, StrokeImages.Pixels);
    }

    private static int Ink(ReadOnlySpan<float> image)
    {
        var ink = 0;
        foreach (var pixel in image)
            if (pixel != 0)
                ink++;
        return ink;
    }
}
