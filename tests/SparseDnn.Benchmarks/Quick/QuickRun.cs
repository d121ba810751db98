using System;
using System.Diagnostics;

namespace SparseDnn.Benchmarks.Quick;

/// <summary>Every workload in under two minutes, as ratios against the hand-written loop in the same run, one thread each.</summary>
internal static class QuickRun
{
    private const string Row = "{0,-16} {1,6}  {2,11:F4} {3,11:F4} {4,11:F4}  {5,9:F2} {6,9:F2}  {7,5} {8,5}  {9}";

    /// <summary>The workloads of generated straight-line code alone.</summary>
    public static void Tiny()
    {
        foreach (var batch in new[] { 32, 1024 }) Batch(Workload.TinyRandomly(batch), seconds: 1);
        foreach (var batch in new[] { 32, 1024 }) Batch(Workload.TinyRadices(batch), seconds: 1);
        Item(Workload.TinyRandomly(1));
        Item(Workload.TinyRadices(1));
    }

    public static void Run()
    {
        var clock = Stopwatch.StartNew();
        Console.WriteLine("Medians; ratios are the hand-written loop's time divided by ours, round by round, so above 1 we are faster. B: bytes allocated in all calls.");
        Console.WriteLine();
        Write("workload", "batch", "CSR ms", "generated", "loaded", "generated", "loaded", "gen B", "ldd B", "hand-written loop");
        foreach (var batch in new[] { 64, 256, 2048 }) Batch(Workload.AllLive(batch), seconds: 2);
        foreach (var batch in new[] { 32, 1024 }) Batch(Workload.TinyRandomly(batch), seconds: 1);
        foreach (var batch in new[] { 32, 1024 }) Batch(Workload.TinyRadices(batch), seconds: 1);
        Item(Workload.AllLive(1));
        Item(Workload.TinyRandomly(1));
        Item(Workload.TinyRadices(1));
        Batch(Workload.Strokes(60_000), seconds: 6);
        Console.WriteLine();
        SemiringRun.Run();
        Console.WriteLine();
        Console.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:F0} s"));
    }

    private static void Batch(Workload workload, int seconds)
    {
        using (workload)
            Report(workload, workload.Baseline.ToString(), PairedTiming.Measure(TimeSpan.FromSeconds(seconds), workload.RunBaseline, workload.RunGenerated, workload.RunLoaded));
    }

    private static void Item(Workload workload)
    {
        using (workload)
            Report(workload, "one item, scalar", PairedTiming.Measure(TimeSpan.FromSeconds(1), workload.RunBaselineItem, workload.RunGeneratedItem, workload.RunLoadedItem));
    }

    private static void Report(Workload workload, string baseline, PairedTiming timing) => Write(
        workload.Name, workload.Batch, timing.Milliseconds[0], timing.Milliseconds[1], timing.Milliseconds[2],
        timing.Speedups[1], timing.Speedups[2], timing.AllocatedBytes[1], timing.AllocatedBytes[2], baseline);

    private static void Write(params object[] columns) => Console.WriteLine(string.Format(System.Globalization.CultureInfo.InvariantCulture, Row, columns));
}
