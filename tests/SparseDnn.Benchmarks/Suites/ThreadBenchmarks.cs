using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace SparseDnn.Benchmarks.Suites;

/// <summary>Two threads against one, on items that are all computed to the end.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 15)]
public class ThreadBenchmarks
{
    private Workload _workload = null!;
    private Contender _one = null!;
    private Contender _two = null!;

    [GlobalSetup]
    public void Setup()
    {
        _workload = Workloads.GraphChallengeLive(16_384);
        var network = _workload.Network.With(Rewrites.All & ~Rewrites.DropSaturatedItems);
        _one = _workload.Run("1 thread", network);
        _two = _workload.Run("2 threads", network, threads: 2);
    }

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    [Benchmark(Baseline = true)]
    public void OneThread() => _one.Run();

    [Benchmark]
    public void TwoThreads() => _two.Run();
}
