using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Benchmarks.Networks;
using SparseDnn.Networks;

namespace SparseDnn.Benchmarks.Quick;

/// <summary>
/// Every way to compute tables against the plain table loop, and whether the planner's cost model chose the best of them.
/// </summary>
internal static class StrategyRun
{
    private const string Row = "{0,-26} {1,6} {2,-12} {3,10:F2} {4,8:F2}  {5}";
    private const double Tolerated = 1.1;
    private static readonly BatchOptions OneThread = new() { MaxDegreeOfParallelism = 1 };
    private static readonly KernelStrategies[] Ways = [KernelStrategies.TableLoop, KernelStrategies.Panels, KernelStrategies.Blocks];

    public static void Run()
    {
        Console.WriteLine();
        Write("layer", "batch", "strategy", "G edges/s", "/ table", "");
        var wrong = 0;
        foreach (var (name, model) in StrategyNetworks.All)
        foreach (var batch in (int[])[64, 256])
            wrong += Measure(name, model, batch) ? 0 : 1;
        Console.WriteLine(
            wrong == 0
                ? "The cost model chose a strategy within 10 % of the best one everywhere."
                : FormattableString.Invariant($"The cost model chose a strategy more than 10 % slower than the best one {wrong} times.")
        );
    }

    // The chosen strategy is measured as one of them, so that it is not compared with itself.
    private static bool Measure(string name, Network model, int batch)
    {
        var random = new Random(1);
        float[] inputs = Enumerable.Range(0, batch * model.Inputs).Select(_ => random.NextSingle()).ToArray(),
            outputs = new float[batch * model.Outputs];
        var ways = new List<KernelStrategies>();
        var contenders = new List<Contender>();
        float[]? expected = null;
        foreach (var way in Ways)
        {
            if (StrategyNetworks.With(model, way) is not { } network)
                continue;
            ways.Add(way);
            contenders.Add(new Contender(way.ToString(), batch, () => network.InferBatch(inputs, outputs, batch, OneThread)));
            contenders[^1].Run();
            expected ??= outputs.ToArray();
            if (!expected.AsSpan().SequenceEqual(outputs))
                throw new WrongContenderException($"{name}: {way} gives other bits than the table loop.");
        }

        var timing = PairedTiming.Measure(TimeSpan.FromSeconds(0.5), contenders);
        var chosen = StrategyNetworks.Chosen(model);
        var isBest = timing.Speedups[ways.IndexOf(chosen)] * Tolerated >= timing.Speedups.Max();
        for (var i = 0; i < ways.Count; i++)
            Write(
                name,
                batch,
                ways[i],
                (double)model.Edges * batch / timing.Milliseconds[i] / 1e6,
                timing.Speedups[i],
                Remark(ways[i] == chosen, isBest)
            );
        return isBest;
    }

    private static string Remark(bool isChosen, bool isBest) =>
        (isChosen, isBest) switch
        {
            (false, _) => "",
            (true, true) => "chosen",
            (true, false) => "chosen, but not the best",
        };

    private static void Write(params object[] columns) =>
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, columns).TrimEnd());
}
