using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace SparseDnn.Benchmarks;

/// <summary>The benchmark's own case: 60,000 images of which few stay alive.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 5)]
public class StrokeImageBenchmarks
{
    private Workload _workload = null!;

    [GlobalSetup]
    public void Setup() => _workload = Workload.Strokes(60_000);

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    [Benchmark(Baseline = true)]
    public void HandWrittenCsr() => _workload.RunBaseline();

    [Benchmark]
    public void Generated() => _workload.RunGenerated();

    [Benchmark]
    public void GeneratedOnAllCores() => _workload.RunGeneratedOnAllCores();

    [Benchmark]
    public void Loaded() => _workload.RunLoaded();
}

/// <summary>Nothing can be dropped: the kernels themselves.</summary>
[MemoryDiagnoser]
public class AllLiveBenchmarks
{
    private Workload _workload = null!;

    [Params(64, 256, 2048)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Setup() => _workload = Workload.AllLive(Batch);

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    [Benchmark(Baseline = true)]
    public void HandWrittenCsr() => _workload.RunBaseline();

    [Benchmark]
    public void Generated() => _workload.RunGenerated();

    [Benchmark]
    public void GeneratedOnAllCores() => _workload.RunGeneratedOnAllCores();

    [Benchmark]
    public void Loaded() => _workload.RunLoaded();
}
