using BenchmarkDotNet.Attributes;

namespace SparseDnn.Benchmarks;

/// <summary>One item a call.</summary>
[MemoryDiagnoser]
public class SingleItemBenchmarks
{
    private Workload _workload = null!;

    [Params(nameof(SparseDnn.Samples.GraphChallenge.Radix1024), nameof(TinyRandom), nameof(TinyRadix))]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _workload = Network switch
    {
        nameof(TinyRandom) => Workload.TinyRandomly(1),
        nameof(TinyRadix) => Workload.TinyRadices(1),
        _ => Workload.AllLive(1),
    };

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    [Benchmark(Baseline = true)]
    public void HandWrittenCsr() => _workload.RunBaselineItem();

    [Benchmark]
    public void Generated() => _workload.RunGeneratedItem();

    [Benchmark]
    public void Loaded() => _workload.RunLoadedItem();
}
