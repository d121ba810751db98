using System;
using System.IO;
using System.Linq;
using System.Reflection;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Samples.GraphChallenge;

namespace SparseDnn.Benchmarks.Networks;

/// <summary>The official layers, images and categories, where they lie beside the repository.</summary>
internal static class OfficialFiles
{
    private static readonly Lazy<float[]> LazyImages = new(ReadImages);

    /// <summary>Whether they were there when this was built.</summary>
    public static bool ArePresent =>
#if GRAPHCHALLENGE
        true;
#else
        false;
#endif

    /// <summary>Folder of the layers.</summary>
    public static string Layers => Metadata("GraphChallengeLayers");

    /// <summary>The images, 1,024 pixels each.</summary>
    public static float[] Images => LazyImages.Value;

    /// <summary>For each of the images whether it is an official category.</summary>
    public static bool[] Categories()
    {
        var categories = new bool[Images.Length / StrokeImages.Pixels];
        foreach (
            var image in File.ReadLines(Path.Combine(Metadata("GraphChallengeData"), "neuron1024-l120-categories.tsv"))
                .Select(int.Parse)
                .Where(image => image <= categories.Length)
        )
            categories[image - 1] = true;
        return categories;
    }

    private static float[] ReadImages()
    {
        var path = Path.Combine(Metadata("GraphChallengeData"), "sparse-images-1024_subset.mtx");
        if (!WeightFormats.Kind.Read(InputFile.OfBytes(path, () => File.OpenRead(path))).TryGet(out var read, out var problem))
            throw new InvalidDataException(problem.ToString());
        var matrix = read.WithoutZeros();
        var images = new float[matrix.Edges.ColumnCount * StrokeImages.Pixels];
        for (var pixel = 0; pixel < matrix.Edges.RowCount; pixel++)
            foreach (var image in matrix.Edges.Row(pixel))
                images[(image * StrokeImages.Pixels) + pixel] = 1;
        return images;
    }

    private static string Metadata(string key) =>
        typeof(OfficialFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
