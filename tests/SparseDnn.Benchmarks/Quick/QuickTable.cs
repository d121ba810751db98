using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SparseDnn.Benchmarks.Quick;

/// <summary>Measures workloads and writes a line for every contender.</summary>
internal static class QuickTable
{
    private const string Row = "{0,-18} {1,6} {2,-32} {3,6} {4,11:F4} {5,10:F2} {6,8:F2} {7,6}  {8}";

    public static void WriteHead()
    {
        Console.WriteLine(
            "One thread unless said otherwise, medians. G edges/s: declared edges times items, whether computed or not, a nanosecond."
        );
        Console.WriteLine(
            "/ loop: the hand-written loop's time an item divided by this one's, round by round, so above 1 it is faster. "
                + "items: of the batch, in a call."
        );
        Console.WriteLine();
        Write("workload", "batch", "contender", "items", "ms", "G edges/s", "/ loop", "bytes", "variant");
    }

    /// <summary>Measures a workload; the first contender is the yardstick.</summary>
    public static void Measure(Workload workload, double seconds, params IEnumerable<Contender> contenders)
    {
        var all = contenders.ToArray();
        var timing = PairedTiming.Measure(TimeSpan.FromSeconds(seconds), all);
        for (var i = 0; i < all.Length; i++)
        {
            var rate = workload.Network.Model.Edges * (double)all[i].Items / timing.Milliseconds[i] / 1e6;
            Write(
                workload.Name,
                workload.Batch,
                all[i].Name,
                all[i].Items,
                timing.Milliseconds[i],
                rate,
                timing.Speedups[i],
                timing.AllocatedBytes[i],
                all[i].Note
            );
        }
    }

    private static void Write(params object[] columns) =>
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, columns).TrimEnd());
}
