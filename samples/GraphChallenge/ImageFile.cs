using System;
using System.Globalization;
using System.IO;
using System.Threading;
using SparseDnn.Inputs.Weights;
using SparseDnn.Numerics;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>Reads images: Matrix Market or tab-separated <c>image pixel value</c>, 1-based; entries without a value are 1.</summary>
internal static class ImageFile
{
    /// <summary>Reads.</summary>
    /// <param name="path">The file.</param>
    /// <param name="items">How many of the first images to take; null for all. A file without a shape may end in empty images, so it may be
    /// asked for more than it names.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UserException">The file does not hold images of the right size.</exception>
    public static ImageSet Read(string path, int? items, CancellationToken cancellationToken)
    {
        var matrix = Parse(path, cancellationToken);
        var (images, pixels) = (matrix.Edges.ColumnCount, matrix.Edges.RowCount);
        bool Misfits(int width) => matrix.HasDeclaredShape ? width != StrokeImages.Pixels : width > StrokeImages.Pixels;
        if (Misfits(pixels))
            throw new UserException(
                FormattableString.Invariant(
                    $"{path}({FindWidth(path, Misfits)}): images have {pixels} pixels but the network takes {StrokeImages.Pixels}; "
                ) + "choose a file of 32 × 32 images, with rows for images and columns for pixels."
            );
        if (matrix.HasDeclaredShape && items > images)
            throw new UserException(
                FormattableString.Invariant($"{path}: --items is {items} but the file holds {images} images; ask for at most that many.")
            );
        var count = items ?? images;
        if (count > ImageSet.MaxCount)
            throw new UserException(
                FormattableString.Invariant(
                    $"{path}: {count} images are more than one run can hold; ask for at most {ImageSet.MaxCount} with --items."
                )
            );
        return new ImageSet(Transpose(matrix, count, path), Path.GetFileName(path));
    }

    private static WeightMatrix Parse(string path, CancellationToken cancellationToken) =>
        WeightFormats.TryRead(path, () => UserFile.Open(path, "--images"), out var matrix, out var problem, cancellationToken)
            ? matrix.WithoutZeros()
            : throw new UserException(problem.ToString());

    /// <summary>From one row a pixel, as layers are kept, to one item an image.</summary>
    private static float[] Transpose(WeightMatrix matrix, int count, string path)
    {
        var values = new float[count * StrokeImages.Pixels];
        var edges = matrix.Edges;
        for (var pixel = 0; pixel < edges.RowCount; pixel++)
        {
            for (var i = edges.RowStarts[pixel]; i < edges.RowStarts[pixel + 1]; i++)
            {
                var image = edges.Columns[i];
                if (image >= count)
                    break;
                var value = (float)NumberFormats.Binary32.Round(matrix.Values[i]);
                if (float.IsInfinity(value))
                    throw new UserException(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{path}: pixel {pixel + 1} of image {image + 1} is {matrix.Values[i].Nearest:R}, beyond the "
                                + $"largest binary32 number; scale the images."
                        )
                    );
                values[(image * StrokeImages.Pixels) + pixel] = value;
            }
        }

        return values;
    }

    /// <summary>
    /// Line and column of the first pixel number that does not fit; in Matrix Market that is the declared number of pixels.
    /// </summary>
    private static string FindWidth(string path, Func<int, bool> misfits)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith('%'))
                continue;
            var fields = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length >= 2 && int.TryParse(fields[1], CultureInfo.InvariantCulture, out var width) && misfits(width))
            {
                var behindFirst = line.IndexOf(fields[0], StringComparison.Ordinal) + fields[0].Length;
                return FormattableString.Invariant($"{number},{line.IndexOf(fields[1], behindFirst, StringComparison.Ordinal) + 1}");
            }
        }

        return "1,1";
    }
}
