using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>A network's outputs for all images, and how long they took.</summary>
/// <param name="Outputs">The items one after another.</param>
/// <param name="OutputsPerItem">Values in each.</param>
/// <param name="FirstCall">From the first mention of the network to the result of one image: decoding, compilation of kernels,
/// inference.</param>
/// <param name="Elapsed">Time for all images after that.</param>
internal sealed record Inference(float[] Outputs, int OutputsPerItem, TimeSpan FirstCall, TimeSpan Elapsed)
{
    /// <summary>Runs a network on images.</summary>
    /// <param name="contender">The network.</param>
    /// <param name="images">At least one image.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    public static Inference Run(Contender contender, ImageSet images, int threads)
    {
        var clock = Stopwatch.StartNew();
        var network = contender.Compiled();
        var outputs = new float[network.Outputs];
        network.Infer(images[0], outputs);
        var firstCall = clock.Elapsed;

        // Filled before the clock starts: an output that is never written shows as NaN, and the operating system hands out memory at its
        // first use.
        outputs = GC.AllocateUninitializedArray<float>(checked(images.Count * network.Outputs));
        Array.Fill(outputs, float.NaN);
        var elapsed = TimeSpan.Zero;
        Progress.Show(
            "Inferring",
            images.Count,
            progress =>
            {
                clock.Restart();
                network.InferBatch(
                    images.Values,
                    outputs,
                    images.Count,
                    new BatchOptions { MaxDegreeOfParallelism = threads, Progress = progress }
                );
                elapsed = clock.Elapsed;
            }
        );
        return new Inference(outputs, network.Outputs, firstCall, elapsed);
    }

    /// <summary>Outputs of one item.</summary>
    /// <param name="item">0-based.</param>
    public ReadOnlySpan<float> this[int item] => Outputs.AsSpan(item * OutputsPerItem, OutputsPerItem);

    /// <summary>Numbers of the images of which any output is not zero, 1-based and ascending.</summary>
    public List<int> Categories()
    {
        var categories = new List<int>();
        for (var item = 0; item < Outputs.Length / OutputsPerItem; item++)
            if (this[item].ContainsAnyExcept(0f))
                categories.Add(item + 1);
        return categories;
    }
}
