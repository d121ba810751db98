using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace SparseDnn.Benchmarks.Quick;

/// <summary>Times contenders in turn, round after round, so that a slow spell of the machine hits all of them.</summary>
/// <param name="Milliseconds">Median time of a call, by contender.</param>
/// <param name="Speedups">Median over the rounds of (first contender's time ÷ this one's), by contender.</param>
/// <param name="AllocatedBytes">Bytes allocated in all timed calls, by contender.</param>
internal sealed record PairedTiming(double[] Milliseconds, double[] Speedups, long[] AllocatedBytes)
{
    // A call below this is repeated within a round, so that the clock's steps do not count.
    private static readonly TimeSpan LeastRound = TimeSpan.FromMilliseconds(20);

    /// <summary>Measures.</summary>
    /// <param name="budget">About how long to go on; at least three rounds.</param>
    /// <param name="contenders">The calls; the first is the yardstick.</param>
    public static PairedTiming Measure(TimeSpan budget, params Action[] contenders)
    {
        var repeats = Array.ConvertAll(contenders, Calibrate);
        var rounds = Array.ConvertAll(contenders, _ => new List<double>());
        var allocated = new long[contenders.Length];
        var clock = Stopwatch.StartNew();
        while (rounds[0].Count < 3 || clock.Elapsed < budget)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var bytes = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                for (var repeat = 0; repeat < repeats[i]; repeat++) contenders[i]();
                var elapsed = Stopwatch.GetElapsedTime(start);
                allocated[i] += GC.GetAllocatedBytesForCurrentThread() - bytes;
                rounds[i].Add(elapsed.TotalMilliseconds / repeats[i]);
            }
        }

        return new PairedTiming(
            Array.ConvertAll(rounds, Median),
            Array.ConvertAll(rounds, times => Median(rounds[0].Zip(times, (yardstick, time) => yardstick / time))),
            allocated);
    }

    private static int Calibrate(Action contender)
    {
        var clock = Stopwatch.StartNew();
        contender();
        if (clock.Elapsed > LeastRound) return 1;
        // Past the calls after which the JIT compiles anew.
        var calls = 0;
        for (clock.Restart(); clock.Elapsed < LeastRound * 5 && calls < 100_000; calls++) contender();
        return Math.Max(1, (int)(LeastRound / (clock.Elapsed / calls)));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
