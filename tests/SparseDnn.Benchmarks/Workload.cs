using System;
using SparseDnn.Benchmarks.Baseline;
using SparseDnn.Numerics;
using SparseDnn.Samples.GraphChallenge;

namespace SparseDnn.Benchmarks;

/// <summary>Inputs of a network and the contenders that compute its outputs, on one thread unless their names say otherwise.</summary>
internal sealed class Workload : IDisposable
{
    // Enough for the choice; of stroke images more are needed, since what counts there are the few that live long.
    private const int TuningItems = 512;
    private const int TuningStrokes = 3072;
    private static readonly BatchOptions OneThread = new() { MaxDegreeOfParallelism = 1 };
    private readonly float[] _inputs;
    private readonly float[] _outputs;

    private Workload(string name, SparseNetwork<float> generated, Type declaration, int batch, Action<float[]> fill, int tuningItems = TuningItems)
    {
        Name = name;
        Batch = batch;
        Generated = generated;
        var model = Declared.Model(declaration);
        Loaded = SparseNetwork.Prepare<float>(model);
        _inputs = new float[batch * generated.Inputs];
        _outputs = new float[batch * generated.Outputs];
        fill(_inputs);
        Baseline = new CsrBaseline(model).Tune(_inputs, _outputs, Math.Min(batch, tuningItems));
        CheckAgreement();
    }

    public string Name { get; }

    public int Batch { get; }

    public SparseNetwork<float> Generated { get; }

    public SparseNetwork<float> Loaded { get; }

    public CsrBaseline Baseline { get; }

    /// <summary>Drawn images, of which few stay alive: the benchmark's own case.</summary>
    public static Workload Strokes(int batch) => new("stroke images", Radix1024.Network, typeof(Radix1024), batch, inputs => StrokeImages.Draw(inputs, seed: 1), TuningStrokes);

    /// <summary>Images of half-set pixels, which all stay alive.</summary>
    public static Workload AllLive(int batch) => new("all-live images", Radix1024.Network, typeof(Radix1024), batch, inputs => Fill(inputs, (ref random) => random.Next(2)));

    /// <summary>The small network with a weight for every edge.</summary>
    public static Workload TinyRandomly(int batch) => new("TinyRandom", TinyRandom.Network, typeof(TinyRandom), batch, inputs => Fill(inputs, (ref random) => (float)random.NextUnit()));

    /// <summary>The small network with one weight.</summary>
    public static Workload TinyRadices(int batch) => new("TinyRadix", TinyRadix.Network, typeof(TinyRadix), batch, inputs => Fill(inputs, (ref random) => (float)random.NextUnit()));

    public void RunBaseline() => Baseline.Run(_inputs, _outputs, Batch);

    public void RunGenerated() => Generated.InferBatch(_inputs, _outputs, Batch, OneThread);

    public void RunGeneratedOnAllCores() => Generated.InferBatch(_inputs, _outputs, Batch);

    public void RunLoaded() => Loaded.InferBatch(_inputs, _outputs, Batch, OneThread);

    public void RunBaselineItem() => Baseline.RunItem(_inputs.AsSpan(0, Generated.Inputs), _outputs.AsSpan(0, Generated.Outputs));

    public void RunGeneratedItem() => Generated.Infer(_inputs.AsSpan(0, Generated.Inputs), _outputs.AsSpan(0, Generated.Outputs));

    public void RunLoadedItem() => Loaded.Infer(_inputs.AsSpan(0, Generated.Inputs), _outputs.AsSpan(0, Generated.Outputs));

    public void Dispose() => Baseline.Dispose();

    private static void Fill(float[] values, Draw draw)
    {
        var random = new SplitMix64(1);
        for (var i = 0; i < values.Length; i++) values[i] = draw(ref random);
    }

    /// <summary>All contenders add the same terms in the same order, fused, so they must agree to the last bit.</summary>
    private void CheckAgreement()
    {
        RunBaseline();
        var expected = (float[])_outputs.Clone();
        Check(RunGenerated, _outputs.Length, "the generated network");
        Check(RunLoaded, _outputs.Length, "the loaded network");
        Check(RunBaselineItem, Generated.Outputs, "the baseline for one item");
        Check(RunGeneratedItem, Generated.Outputs, "the generated network for one item");
        Check(RunLoadedItem, Generated.Outputs, "the loaded network for one item");

        void Check(Action run, int count, string contender)
        {
            Array.Fill(_outputs, float.NaN);
            run();
            if (!_outputs.AsSpan(0, count).SequenceEqual(expected.AsSpan(0, count)))
                throw new InvalidOperationException($"{Name}: {contender} does not agree with the baseline; timing it would mean nothing.");
        }
    }

    private delegate float Draw(ref SplitMix64 random);
}
