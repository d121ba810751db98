using System.Linq;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace SparseDnn.Benchmarks.Suites;

/// <summary>
/// 60,000 items: images of which few stay alive, and items that all do. The loop takes a quarter of a minute for the latter.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 3)]
public class ManyItemsBenchmarks
{
    private const int Batch = 60_000;
    private Workload _workload = null!;
    private Contender _loop = null!;
    private Contender _ours = null!;
    private Contender[] _forms = [];

    [Params(true, false)]
    public bool AllAlive { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _workload = AllAlive ? Workloads.GraphChallengeLive(Batch) : Workloads.GraphChallengeImages(Batch);
        _loop = _workload.Loop(tuningItems: 600);
        _ours = _workload.Generated().FirstOrDefault(_workload.Loaded());
        _forms = _workload.Forms("", _workload.Network.Generated ?? _workload.Network.Loaded);
    }

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    [Benchmark(Baseline = true)]
    public void HandWrittenLoop() => _loop.Run();

    [Benchmark]
    public void Generated() => _ours.Run();

    [Benchmark]
    public void FromBytes() => _forms[0].Run();

    [Benchmark]
    public void FromBits() => _forms[1].Run();

    [Benchmark]
    public void ToCategories() => _forms[2].Run();

    [Benchmark]
    public void FromBytesToCategories() => _forms[3].Run();

    [Benchmark]
    public void FromBitsToCategories() => _forms[4].Run();
}
