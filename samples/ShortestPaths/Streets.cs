using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace SparseDnn.Samples.ShortestPaths;

/// <summary>
/// A town of 20 × 20 crossings, drawn by a seeded generator: every street has a length, some are one-way, some are missing.
/// </summary>
public static class Streets
{
    /// <summary>Crossings on one side of the town.</summary>
    public const int Side = 20;

    /// <summary>Number of crossings; crossing (row, column) is number row · <see cref="Side"/> + column.</summary>
    public const int Crossings = Side * Side;

    /// <summary>A street from one crossing to another.</summary>
    /// <param name="From">Crossing.</param>
    /// <param name="To">Neighbouring crossing.</param>
    /// <param name="Length">In tens of metres, 1 to 9.</param>
    public readonly record struct Street(int From, int To, int Length);

    /// <summary>The town; the same on every machine.</summary>
    public static IReadOnlyList<Street> Draw()
    {
        var streets = new List<Street>();
        var state = 2018u;
        for (var crossing = 0; crossing < Crossings; crossing++)
        {
            if (crossing % Side + 1 < Side)
                Lay(crossing, crossing + 1);
            if (crossing + Side < Crossings)
                Lay(crossing, crossing + Side);
        }

        return streets;

        void Lay(int a, int b)
        {
            var kind = Next(10);
            var length = 1 + Next(9);
            // One street in ten is missing, two are one-way.
            if (kind == 0)
                return;
            if (kind != 1)
                streets.Add(new Street(a, b, length));
            if (kind != 2)
                streets.Add(new Street(b, a, length));
        }

        int Next(uint below)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            return (int)(((ulong)state * below) >> 32);
        }
    }

    /// <summary>
    /// The town as a weights file: one entry a street, and one of length 0 from every crossing to itself, so that a path may stop early.
    /// </summary>
    public static string ToMatrixMarket()
    {
        var streets = Draw();
        var text = new StringBuilder(
            "%%MatrixMarket matrix coordinate integer general\n% from, to, length; written by samples/ShortestPaths --draw\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"{Crossings} {Crossings} {streets.Count + Crossings}\n");
        for (var crossing = 1; crossing <= Crossings; crossing++)
            text.Append(CultureInfo.InvariantCulture, $"{crossing} {crossing} 0\n");
        foreach (var street in streets)
            text.Append(CultureInfo.InvariantCulture, $"{street.From + 1} {street.To + 1} {street.Length}\n");
        return text.ToString();
    }
}
