using SparseDnn.Benchmarks.Networks;

namespace SparseDnn.Benchmarks;

/// <summary>The workloads by name.</summary>
internal static class Workloads
{
    // Enough for a batch to differ, few enough to know all their outputs exactly.
    private const int DistinctItems = 4;
    private const int DistinctImages = 64;

    /// <summary>Items that all stay alive, whose values are those of ±0 and the ceiling in the end.</summary>
    public static Workload GraphChallengeLive(int batch) =>
        new(
            "GC-live",
            BenchmarkNetwork.GraphChallenge,
            batch,
            Items.HalfSet(BenchmarkNetwork.GraphChallenge.Model.Inputs, batch, DistinctImages),
            judged: 2
        );

    /// <summary>The benchmark's own images, most of which die.</summary>
    public static Workload GraphChallengeImages(int batch) =>
        new("GC-images", BenchmarkNetwork.GraphChallenge, batch, Items.Images(batch), judged: 2)
        {
            HasOfficialCategories = OfficialFiles.ArePresent,
        };

    public static Workload Radix4096Live(int batch) =>
        new("RadiX-4096 live", BenchmarkNetwork.Radix4096, batch, Items.HalfSet(4096, batch, DistinctImages), judged: 1);

    public static Workload Radix4096Images(int batch) =>
        new("RadiX-4096 images", BenchmarkNetwork.Radix4096, batch, Items.LargeImages(batch), judged: 1);

    public static Workload R1(int batch) => Random("R1", BenchmarkNetwork.R1, batch);

    public static Workload R2(int batch) => Random("R2", BenchmarkNetwork.R2, batch);

    public static Workload R2Layer(int batch) => Random("R2, one layer", BenchmarkNetwork.R2Layer, batch);

    public static Workload TinyRandom(int batch) => Random("TinyRandom", BenchmarkNetwork.TinyRandom, batch);

    public static Workload TinyRadix(int batch) => Random("TinyRadix", BenchmarkNetwork.TinyRadix, batch);

    private static Workload Random(string name, BenchmarkNetwork network, int batch) =>
        new(name, network, batch, Items.Uniform(network.Model.Inputs, batch, DistinctItems), judged: DistinctItems);
}
