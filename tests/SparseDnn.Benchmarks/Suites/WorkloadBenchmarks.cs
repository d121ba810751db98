using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace SparseDnn.Benchmarks.Suites;

/// <summary>
/// Every workload: the hand-written loop, the generated network (loaded where it is not compiled in) and the run-time executor.
/// </summary>
[MemoryDiagnoser]
public class WorkloadBenchmarks
{
    private static readonly Dictionary<string, Func<Workload>> Known = new[]
    {
        ("GC-live", Workloads.GraphChallengeLive, 1),
        ("GC-live", Workloads.GraphChallengeLive, 64),
        ("GC-live", Workloads.GraphChallengeLive, 256),
        ("R1", Workloads.R1, 1),
        ("R1", Workloads.R1, 64),
        ("R1", Workloads.R1, 256),
        ("R2", Workloads.R2, 1),
        ("R2", Workloads.R2, 64),
        ("R2", Workloads.R2, 256),
        ("RadiX-4096", Workloads.Radix4096Live, 1),
        ("RadiX-4096", Workloads.Radix4096Live, 64),
        ("RadiX-4096", Workloads.Radix4096Live, 256),
        ("TinyRandom", (Func<int, Workload>)Workloads.TinyRandom, 1024),
        ("TinyRadix", Workloads.TinyRadix, 1024),
    }.ToDictionary(known => $"{known.Item1} × {known.Item3}", known => (Func<Workload>)(() => known.Item2(known.Item3)));

    private Workload _workload = null!;
    private Contender _loop = null!;
    private Contender _generated = null!;
    private Contender _loaded = null!;

    public static IEnumerable<string> Names => Known.Keys;

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _workload = Known[Name]();
        _loop = _workload.Loop();
        _loaded = _workload.Loaded();
        _generated = _workload.Generated().FirstOrDefault(_loaded);
    }

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    [Benchmark(Baseline = true)]
    public void HandWrittenLoop() => _loop.Run();

    [Benchmark]
    public void Generated() => _generated.Run();

    [Benchmark]
    public void Loaded() => _loaded.Run();
}
