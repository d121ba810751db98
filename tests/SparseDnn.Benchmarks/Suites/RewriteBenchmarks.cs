using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace SparseDnn.Benchmarks.Suites;

/// <summary>Each rewrite added to those before it, by the run-time executor.</summary>
[MemoryDiagnoser]
public class RewriteBenchmarks
{
    private Workload _workload = null!;
    private Contender _contender = null!;

    public static IEnumerable<string> Steps => RewriteSteps.All.Select(step => step.Name);

    [Params("GC-live", "RadiX-4096")]
    public string Name { get; set; } = "";

    [ParamsSource(nameof(Steps))]
    public string Rewrites { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _workload = Name == "GC-live" ? Workloads.GraphChallengeLive(256) : Workloads.Radix4096Live(256);
        _contender = _workload.Run(Rewrites, _workload.Network.With(RewriteSteps.All.Single(step => step.Name == Rewrites).Rewrites));
    }

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    [Benchmark]
    public void Loaded() => _contender.Run();
}
