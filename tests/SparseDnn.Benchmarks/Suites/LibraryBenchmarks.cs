using BenchmarkDotNet.Attributes;

namespace SparseDnn.Benchmarks.Suites;

/// <summary>
/// What libraries make of the networks without structure: of R1, and of one layer of R2, which a dense product can still hold.
/// </summary>
[MemoryDiagnoser]
public class LibraryBenchmarks
{
    private Workload _workload = null!;
    private Contender _loop = null!;
    private Contender _loaded = null!;
    private Contender _mathNet = null!;
    private Contender _dense = null!;

    [Params("R1", "R2, one layer")]
    public string Name { get; set; } = "";

    [Params(1, 64, 256)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _workload = Name == "R1" ? Workloads.R1(Batch) : Workloads.R2Layer(Batch);
        _loop = _workload.Loop();
        _loaded = _workload.Loaded();
        _mathNet = _workload.MathNet();
        _dense = _workload.Dense();
    }

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    [Benchmark(Baseline = true)]
    public void HandWrittenLoop() => _loop.Run();

    [Benchmark]
    public void Loaded() => _loaded.Run();

    [Benchmark]
    public void MathNetSparse() => _mathNet.Run();

    [Benchmark]
    public void TensorPrimitivesDense() => _dense.Run();
}
