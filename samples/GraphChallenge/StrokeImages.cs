using System;
using System.Threading.Tasks;
using SparseDnn.Numerics;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>Draws images of pen strokes: 32 × 32 pixels of 0 or 1, the same on every machine.</summary>
/// <remarks>
/// An image is drawn with one pen, thin or broad: strokes, each a quadratic Bézier curve, are added until a tenth or so
/// of the pixels are set. Where a late stroke of a broad pen sets many more, the image stays alive through 120 layers.
/// Only +, −, ×, ÷ and comparisons are used, so no machine's mathematical library has a say.
/// </remarks>
internal static class StrokeImages
{
    /// <summary>Pixels along a side.</summary>
    public const int Side = 32;

    /// <summary>Pixels of an image.</summary>
    public const int Pixels = Side * Side;

    private const int StepsAlongStroke = 32;
    private const double Margin = 4;
    private const double ThinnestPen = 0.8;
    private const double PenSpread = 1.0;
    private const int LeastInk = 40;
    private const int InkSpread = 80;

    /// <summary>Draws.</summary>
    /// <param name="images">Receives the images one after another, <see cref="Pixels"/> values each; its length tells how many.</param>
    /// <param name="seed">Equal seeds give equal images; image i does not depend on how many are drawn.</param>
    public static void Draw(Memory<float> images, long seed) =>
        Parallel.For(
            0,
            images.Length / Pixels,
            image => Draw(images.Span.Slice(image * Pixels, Pixels), SplitMix64.ForStream(seed, image))
        );

    private static void Draw(Span<float> image, SplitMix64 random)
    {
        image.Clear();
        var radius = ThinnestPen + (PenSpread * random.NextUnit());
        var goal = LeastInk + random.Next(InkSpread);
        for (var ink = 0; ink < goal; )
            ink += Stroke(image, Point(ref random), Point(ref random), Point(ref random), radius);
    }

    private static (double X, double Y) Point(ref SplitMix64 random) => (Coordinate(ref random), Coordinate(ref random));

    private static double Coordinate(ref SplitMix64 random) => Margin + ((Side - 1 - (2 * Margin)) * random.NextUnit());

    /// <summary>Draws one stroke.</summary>
    /// <returns>How many pixels it set that were not set before.</returns>
    private static int Stroke(
        Span<float> image,
        (double X, double Y) start,
        (double X, double Y) bend,
        (double X, double Y) end,
        double radius
    )
    {
        var ink = 0;
        for (var step = 0; step <= StepsAlongStroke; step++)
        {
            var t = step / (double)StepsAlongStroke;
            var s = 1 - t;
            ink += Dot(
                image,
                (s * s * start.X) + (2 * s * t * bend.X) + (t * t * end.X),
                (s * s * start.Y) + (2 * s * t * bend.Y) + (t * t * end.Y),
                radius
            );
        }

        return ink;
    }

    private static int Dot(Span<float> image, double x, double y, double radius)
    {
        var ink = 0;
        for (var row = Math.Max(0, (int)(y - radius)); row <= Math.Min(Side - 1, (int)(y + radius + 1)); row++)
        {
            for (var column = Math.Max(0, (int)(x - radius)); column <= Math.Min(Side - 1, (int)(x + radius + 1)); column++)
            {
                double dx = column - x,
                    dy = row - y;
                ref var pixel = ref image[(row * Side) + column];
                if (pixel != 0 || (dx * dx) + (dy * dy) > radius * radius)
                    continue;
                pixel = 1;
                ink++;
            }
        }

        return ink;
    }
}
