using BenchmarkDotNet.Attributes;

namespace SparseDnn.Benchmarks;

/// <summary>Networks small enough for straight-line code.</summary>
[MemoryDiagnoser]
public class TinyBenchmarks
{
    private Workload _workload = null!;

    [Params(nameof(TinyRandom), nameof(TinyRadix))]
    public string Network { get; set; } = "";

    [Params(32, 1024)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Setup() => _workload = Network == nameof(TinyRandom) ? Workload.TinyRandomly(Batch) : Workload.TinyRadices(Batch);

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    [Benchmark(Baseline = true)]
    public void HandWrittenCsr() => _workload.RunBaseline();

    [Benchmark]
    public void Generated() => _workload.RunGenerated();

    [Benchmark]
    public void Loaded() => _workload.RunLoaded();
}
