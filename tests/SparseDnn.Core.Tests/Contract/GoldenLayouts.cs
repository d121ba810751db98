using System.Collections.Generic;
using System.Linq;
using SparseDnn.Planning;
using SparseDnn.Primitives;

namespace SparseDnn.Core.Tests.Contract;

/// <summary>Row layouts by hand, which between them have everything that a layout can say.</summary>
internal static class GoldenLayouts
{
    public static IEnumerable<(string Name, RowLayout Layout)> Version1()
    {
        yield return ("one layer", Layout([3, 2]));
        yield return ("factor of inputs", Layout([3, 2]) with { InputScale = 0.0625 });
        yield return ("shared sums", Layout([3, 2, 4]) with { SharedSums = new([5, 0]) });
        yield return ("ceilings", Layout([3, 2, 4]) with { Ceilings = new([32, double.PositiveInfinity]) });
        yield return ("one ceiling", Layout([3, 2, 4]) with { Ceilings = new([32, 32]) });
        yield return ("rows of outputs", Layout([3, 2]) with { RowOfOutput = new([1, 0, 1, 1]) });
        yield return ("two units an index", Layout([3, 70_000]) with { RowOfOutput = new([69_999, 65_536, 0]) });
        yield return ("passing layers", Layout([3, 3, 3, 2]) with { Passing = new([0, 1]) });
        yield return (
            "all of it",
            Layout([4, 4, 40_000]) with
            {
                InputScale = -3,
                SharedSums = new([0, 7]),
                Ceilings = new([1, 2]),
                RowOfOutput = new([39_999, 0]),
                Passing = new([0]),
            }
        );
    }

    private static RowLayout Layout(int[] rows) =>
        new(new(rows), new(Enumerable.Repeat(0, rows.Length - 1)), EquatableArray<double>.Empty, EquatableArray<int>.Empty);
}
