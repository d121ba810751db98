using System;
using System.Globalization;
using SparseDnn.Benchmarks.Networks;

namespace SparseDnn.Benchmarks.Quick;

/// <summary>Semirings against plus-times on the same edges, one thread, as ratios in one run.</summary>
internal static class SemiringRun
{
    private const int Batch = 256;
    private static readonly BatchOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    public static void Run()
    {
        float[] inputs = new float[Batch * RandomPlusTimes.Inputs],
            outputs = new float[Batch * RandomPlusTimes.Outputs];
        var words = new ulong[Batch * RandomOrAnd.Inputs];
        var wordOutputs = new ulong[Batch * RandomOrAnd.Outputs];
        var random = new Random(1);
        for (var i = 0; i < inputs.Length; i++)
            inputs[i] = random.NextSingle();
        // A few bits a word, so that they are still spreading in the last layer.
        for (var i = 0; i < words.Length; i++)
            words[i] = random.Next(40) == 0 ? 1ul << random.Next(64) : 0;
        var timing = PairedTiming.Measure(
            TimeSpan.FromSeconds(2),
            [
                Of(() => RandomPlusTimes.InferBatch(inputs, outputs, Batch, OneThread)),
                Of(() => RandomMinPlus.InferBatch(inputs, outputs, Batch, OneThread)),
                Of(() => RandomMaxPlus.InferBatch(inputs, outputs, Batch, OneThread)),
                Of(() => RandomUserMinPlus.InferBatch(inputs, outputs, Batch, OneThread)),
                Of(() => RandomOrAnd.InferBatch(words, wordOutputs, Batch, OneThread)),
            ]
        );
        Console.WriteLine();
        Console.WriteLine(
            FormattableString.Invariant(
                $"Semirings, {RandomPlusTimes.Edges:N0} edges, {Batch} items (or-and: {Batch} words of 64 items), item-edges per second:"
            )
        );
        string[] names = ["plus-times", "min-plus", "max-plus", "min-plus declared by the user", "or-and"];
        for (var i = 0; i < names.Length; i++)
        {
            var items = (double)Batch * (i == names.Length - 1 ? 64 : 1);
            var ratio = timing.Speedups[i] * items / Batch;
            Console.WriteLine(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "{0,-30} {1,8:F1} G/s  {2,6:F2} × plus-times",
                    names[i],
                    RandomPlusTimes.Edges * items / timing.Milliseconds[i] / 1e6,
                    ratio
                )
            );
        }
    }

    private static Contender Of(Action run) => new("", Batch, run);
}
