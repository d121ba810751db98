using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;
using SparseDnn.Primitives;

namespace SparseDnn.Core.Tests.Contract;

/// <summary>Layers by hand, which between them have everything that layer data can say.</summary>
internal static class GoldenLayers
{
    private static readonly LayerData Plain = Layer(ElementFormat.Binary32, 3, "0 1; 2", [1.5, -2, 0.25]);

    public static IEnumerable<(string Name, LayerData Data)> Version1()
    {
        yield return ("plain", Plain);
        yield return ("binary64", Layer(ElementFormat.Binary64, 2, "0 1", [0.1, -1e300]));
        yield return ("int32", Layer(ElementFormat.Int32, 2, "0 1", [int.MinValue, 7L]));
        yield return ("int64", Layer(ElementFormat.Int64, 2, "0 1", [long.MinValue, 7L]));
        yield return ("bool", Layer(ElementFormat.Boolean, 2, "0 1", [1L, 0L]));
        yield return ("word64", Layer(ElementFormat.Word64, 2, "0 1", [unchecked((long)0xFEDCBA9876543210), 7L]));
        yield return ("bfloat16 weights", Plain with { WeightFormat = ElementFormat.BFloat16 });
        yield return (
            "odd numbers",
            Layer(ElementFormat.Binary32, 4, "0 1 2 3", [float.Epsilon, -0.0, double.PositiveInfinity, double.NaN])
        );
        yield return ("one weight", Layer(ElementFormat.Binary32, 3, "0 1; 2", [0.0625, 0.0625, 0.0625]));
        yield return ("no terms", Layer(ElementFormat.Binary32, 1, "", Array.Empty<long>()));
        yield return ("biases", Plain with { HasBias = true, Biases = Values(0.5, -1) });
        yield return ("one bias", Plain with { HasBias = true, Biases = Values(-0.3f, -0.3f), BiasMode = BiasMode.NonzeroSums });
        yield return ("no activation", Plain with { HasActivation = false });
        yield return ("ceiling", Plain with { Ceiling = 32 });
        yield return ("scales", Plain with { Scales = Values(0.5, 3), AddsOnly = true });
        yield return ("one scale", Plain with { Scales = Values(0.5, 0.5) });
        yield return ("sums of rows", Plain with { SumOfOutput = new([1, 0, 1]), Biases = RoundedValues.FromBits(0, 3) });
        yield return (
            "lists of sums",
            Plain with
            {
                ListOfSum = new([0, 0, 1]),
                Weights = Values(1, 2, 3, 4, 5),
                SumOfOutput = new([0, 1, 2]),
                Biases = RoundedValues.FromBits(0, 3),
            }
        );
        yield return ("shared sums", Layer(ElementFormat.Binary32, 3, "3 4; 0 4", [1.0, 2, 3, 4]) with { Partials = Lists("0 1; 2 3") });
        foreach (var ordered in Enum.GetValues<OrderedInputs>())
            yield return ($"ordered {ordered}", Plain with { Ordered = ordered, KeepsOrdered = ordered == OrderedInputs.NoNaN });
        foreach (var kernels in new[] { KernelStrategies.Panels, KernelStrategies.Blocks, KernelStrategies.Columns, KernelStrategies.All })
            yield return ($"kernels {kernels}", Plain with { Kernels = kernels });
        yield return ("two units an index", Layer(ElementFormat.Binary32, 70_000, "69999 0; 65536", [1.0, 2, 3]));
        yield return ("two units an integer", Layer(ElementFormat.Binary32, 32_768, "0; 32767", [1.0, 2]));
    }

    private static LayerData Layer(ElementFormat format, int inputs, string lists, double[] weights) =>
        Layer(format, inputs, lists, Array.ConvertAll(weights, BitConverter.DoubleToInt64Bits));

    private static LayerData Layer(ElementFormat format, int inputs, string lists, long[] weights) =>
        new(
            format,
            inputs,
            IndexLists.Empty,
            Lists(lists),
            new EquatableArray<int>(Enumerable.Range(0, Lists(lists).Count)),
            RoundedValues.FromBits(weights),
            RoundedValues.FromBits([]),
            new EquatableArray<int>(Enumerable.Range(0, Lists(lists).Count)),
            RoundedValues.FromBits(0, Lists(lists).Count),
            HasBias: false,
            BiasMode.Dense,
            HasActivation: true,
            double.PositiveInfinity
        );

    // Rows of each list, lists between semicolons.
    private static IndexLists Lists(string lists) =>
        IndexLists.From([
            .. lists
                .Split(';')
                .Select(list =>
                    list.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(row => int.Parse(row, CultureInfo.InvariantCulture))
                        .ToArray()
                ),
        ]);

    private static RoundedValues Values(params double[] values) => RoundedValues.From(values);
}
