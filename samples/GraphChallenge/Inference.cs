using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>What a network says of all images, and how long it took.</summary>
/// <param name="Outputs">The outputs, item after item; empty where categories alone were asked for.</param>
/// <param name="Alive">For each image whether any output is not zero.</param>
/// <param name="FirstImage">From the first mention of the network to the result of one image: decoding, compilation of kernels,
/// inference.</param>
/// <param name="FirstCall">The first call with all images.</param>
/// <param name="SecondCall">The second; the first where the images take so long that there is none.</param>
/// <param name="Steady">A later call with all images: the median of several.</param>
/// <param name="LaterCalls">How many.</param>
internal sealed record Inference(
    float[] Outputs,
    bool[] Alive,
    TimeSpan FirstImage,
    TimeSpan FirstCall,
    TimeSpan SecondCall,
    TimeSpan Steady,
    int LaterCalls
)
{
    private const int MostCalls = 21;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);

    /// <summary>Runs a network on images.</summary>
    /// <param name="contender">The network.</param>
    /// <param name="images">At least one image.</param>
    /// <param name="options">Threads, form of the images, what is asked for.</param>
    public static Inference Run(Contender contender, ImageSet images, RunOptions options)
    {
        var packed = options.PacksBits ? images.Pack() : [];
        var clock = Stopwatch.StartNew();
        var network = contender.Compiled();
        network.Infer(images[0], new float[network.Outputs]);
        var firstImage = clock.Elapsed;

        // Filled before the clock starts: an output that is never written shows as NaN, and the operating system hands out memory at its
        // first use.
        var outputs = GC.AllocateUninitializedArray<float>(options.AsksCategories ? 0 : checked(images.Count * network.Outputs));
        Array.Fill(outputs, float.NaN);
        var alive = new bool[images.Count];
        var calls = new List<TimeSpan>();
        Progress.Show("Inferring", images.Count, progress => Call(progress));
        while (calls.Count < MostCalls && calls.Aggregate(TimeSpan.Zero, (sum, call) => sum + call) < Enough)
            Call(null);
        if (!options.AsksCategories)
            for (var item = 0; item < alive.Length; item++)
                alive[item] = outputs.AsSpan(item * network.Outputs, network.Outputs).ContainsAnyExcept(0f);
        var later = calls.Skip(1).Order().ToArray();
        var steady = later.Length > 0 ? later[later.Length / 2] : calls[0];
        return new Inference(outputs, alive, firstImage, calls[0], calls[Math.Min(1, calls.Count - 1)], steady, later.Length);

        void Call(IProgress<int>? progress)
        {
            var batch = new BatchOptions { MaxDegreeOfParallelism = options.Threads, Progress = progress };
            clock.Restart();
            if (options.AsksCategories && options.PacksBits)
                network.Categorize(new BitMatrix(packed, images.Count, network.Inputs), alive, batch);
            else if (options.AsksCategories)
                network.Categorize(images.Values, alive, batch);
            else if (options.PacksBits)
                network.InferBatch(new BitMatrix(packed, images.Count, network.Inputs), outputs, batch);
            else
                network.InferBatch(images.Values, outputs, images.Count, batch);
            calls.Add(clock.Elapsed);
        }
    }

    /// <summary>Numbers of the images of which any output is not zero, 1-based and ascending.</summary>
    public List<int> Categories() => [.. Enumerable.Range(1, Alive.Length).Where(image => Alive[image - 1])];
}
