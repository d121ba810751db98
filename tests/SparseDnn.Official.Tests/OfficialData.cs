using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Networks;
using Xunit;

namespace SparseDnn.Official.Tests;

/// <summary>The official layers, images and categories, read once; a test that asks for them is skipped where they are absent.</summary>
internal static class OfficialData
{
    /// <summary>Neurons of a layer, pixels of an image.</summary>
    public const int Neurons = 1024;

    private const string Layers = "neuron1024/n1024-l{1..120}.tsv";

    private static readonly Lazy<Network> LazyModel = new(() =>
        SparseNetwork.BuildModel<float>(new LoadOptions { Folder = Metadata("GraphChallengeLayers") }, Declaration)
    );
    private static readonly Lazy<SparseNetwork<float>> LazyLoaded = new(() =>
        SparseNetwork.Load<float>(new LoadOptions { Folder = Metadata("GraphChallengeLayers") }, Declaration)
    );
    private static readonly Lazy<Network> LazyPathsModel = new(() =>
        SparseNetwork.BuildModel<float>(new LoadOptions { Folder = Metadata("GraphChallengeLayers") }, Paths)
    );
    private static readonly Lazy<SparseNetwork<float>> LazyLoadedPaths = new(() =>
        SparseNetwork.Load<float>(new LoadOptions { Folder = Metadata("GraphChallengeLayers") }, Paths)
    );
    private static readonly Lazy<float[]> LazyImages = new(ReadImages);

    /// <summary>The network's model, from its files.</summary>
    public static Network Model => Required(LazyModel);

    /// <summary>The run-time executor for the same files.</summary>
    public static SparseNetwork<float> Loaded => Required(LazyLoaded);

    /// <summary>The first six layers without bias and ceiling.</summary>
    public static Network PathsModel => Required(LazyPathsModel);

    /// <summary>The run-time executor for them.</summary>
    public static SparseNetwork<float> LoadedPaths => Required(LazyLoadedPaths);

    /// <summary>The images one after another.</summary>
    public static float[] Images => Required(LazyImages);

    /// <summary>Number of images.</summary>
    public static int ImageCount => Images.Length / Neurons;

    /// <summary>The network that the generator made of the files.</summary>
    public static SparseNetwork<float> Generated
    {
        get
        {
            SkipWhereAbsent();
#if GRAPHCHALLENGE
            return GraphChallenge1024.Network;
#else
            throw new InvalidOperationException("The official layers are not compiled in.");
#endif
        }
    }

    /// <summary>The network that the generator made of the first six files.</summary>
    public static SparseNetwork<float> GeneratedPaths
    {
        get
        {
            SkipWhereAbsent();
#if GRAPHCHALLENGE
            return GraphChallengePaths.Network;
#else
            throw new InvalidOperationException("The official layers are not compiled in.");
#endif
        }
    }

    /// <summary>The fixtures that the generator made of the network.</summary>
    public static FixtureSet<float> Fixtures
    {
        get
        {
            SkipWhereAbsent();
#if GRAPHCHALLENGE_FIXTURES
            return GraphChallengeFixtures.Fixtures;
#else
            throw new InvalidOperationException("Their fixtures are not compiled in.");
#endif
        }
    }

    private static WeightFilesAttribute Paths => new("neuron1024/n1024-l{1..6}.tsv");

    private static WeightFilesAttribute Declaration =>
        new(Layers)
        {
            Bias = -0.3,
            BiasMode = BiasMode.NonzeroSums,
            Ceiling = 32,
        };

    /// <summary>The official categories among the images, 1-based.</summary>
    public static int[] Categories()
    {
        var count = ImageCount;
        return File.ReadLines(Path.Combine(Metadata("GraphChallengeData"), "neuron1024-l120-categories.tsv"))
            .Select(int.Parse)
            .Where(image => image <= count)
            .ToArray();
    }

    /// <summary>Runs a network on all images.</summary>
    public static float[] Run(SparseNetwork<float> network)
    {
        var outputs = new float[Images.Length];
        network.InferBatch(Images, outputs, ImageCount);
        return outputs;
    }

    /// <summary>1-based numbers of the images that have an output other than zero.</summary>
    public static IEnumerable<int> Alive(float[] outputs) =>
        Enumerable.Range(1, outputs.Length / Neurons).Where(image => outputs.AsSpan((image - 1) * Neurons, Neurons).ContainsAnyExcept(0f));

    private static T Required<T>(Lazy<T> data)
    {
        SkipWhereAbsent();
        return data.Value;
    }

    private static void SkipWhereAbsent()
    {
#if !GRAPHCHALLENGE
        Assert.Skip(
            $"The official layers were not found in {Metadata("GraphChallengeData")} when this was built (or could not be "
                + "unpacked); build with -p:GraphChallengeData=DIR to look elsewhere."
        );
#endif
    }

    /// <summary>What the project file says under a name.</summary>
    public static string Metadata(string key) =>
        typeof(OfficialData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    private static float[] ReadImages()
    {
        var path = Path.Combine(Metadata("GraphChallengeData"), "sparse-images-1024_subset.mtx");
        if (!WeightFormats.Kind.Read(InputFile.OfBytes(path, () => File.OpenRead(path))).TryGet(out var read, out var problem))
            throw new InvalidDataException(problem.ToString());
        var matrix = read.WithoutZeros();
        Assert.Equal(Neurons, matrix.Edges.RowCount);
        var images = new float[matrix.Edges.ColumnCount * Neurons];
        for (var pixel = 0; pixel < Neurons; pixel++)
            foreach (var image in matrix.Edges.Row(pixel))
                images[(image * Neurons) + pixel] = 1;
        return images;
    }
}
