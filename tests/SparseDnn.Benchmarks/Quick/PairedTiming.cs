using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace SparseDnn.Benchmarks.Quick;

/// <summary>Times contenders in turn, round after round, so that a slow spell of the machine hits all of them.</summary>
/// <param name="Milliseconds">Median time of a call, by contender.</param>
/// <param name="Speedups">Median over the rounds of (first contender's time an item ÷ this one's), by contender.</param>
/// <param name="AllocatedBytes">Bytes allocated in all timed calls, by contender.</param>
internal sealed record PairedTiming(double[] Milliseconds, double[] Speedups, long[] AllocatedBytes)
{
    private const int LeastRounds = 3;

    // A call below this is repeated within a round, so that the clock's steps do not count.
    private static readonly TimeSpan LeastRound = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(120);
    private const int MostCalls = 100_000;

    /// <summary>Measures.</summary>
    /// <param name="budget">About how long to go on; at least three rounds; of contenders that would use it up, one.</param>
    /// <param name="contenders">The calls; the first is the yardstick.</param>
    public static PairedTiming Measure(TimeSpan budget, IReadOnlyList<Contender> contenders)
    {
        var repeats = contenders.Select(Calibrate).ToArray();
        var rounds = contenders.Select(_ => new List<double>()).ToArray();
        var allocated = new long[contenders.Count];
        var clock = Stopwatch.StartNew();
        while (rounds[0].Count < LeastRounds || clock.Elapsed < budget)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                if (i > 0 && rounds[i].Count > 0 && rounds[i][0] > budget.TotalMilliseconds / LeastRounds)
                    continue;
                var bytes = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                for (var repeat = 0; repeat < repeats[i]; repeat++)
                    contenders[i].Run();
                var elapsed = Stopwatch.GetElapsedTime(start);
                allocated[i] += GC.GetAllocatedBytesForCurrentThread() - bytes;
                rounds[i].Add(elapsed.TotalMilliseconds / repeats[i]);
            }
        }

        return new PairedTiming(
            Array.ConvertAll(rounds, Median),
            rounds
                .Select(
                    (times, i) =>
                        Median(rounds[0].Zip(times, (yardstick, time) => yardstick / contenders[0].Items / (time / contenders[i].Items)))
                )
                .ToArray(),
            allocated
        );
    }

    private static int Calibrate(Contender contender)
    {
        // Past the calls after which the JIT compiles anew.
        var clock = Stopwatch.StartNew();
        var calls = 0;
        for (; clock.Elapsed < WarmUp && calls < MostCalls; calls++)
            contender.Run();
        var call = clock.Elapsed / calls;
        return Math.Max(1, (int)(LeastRound / call));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
