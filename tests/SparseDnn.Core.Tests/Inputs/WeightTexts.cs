using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

/// <summary>Texts of weights, and how to read them in one call.</summary>
internal static class WeightTexts
{
    public const string Path = "layers/first.txt";

    public static InputResult<WeightMatrix> Read(string text) => WeightFormats.Kind.Read(InputFile.OfText(Path, text));

    public static WeightMatrix Matrix(string text)
    {
        Assert.True(Read(text).TryGet(out var matrix, out var problem), problem?.ToString());
        return matrix;
    }

    public static Problem Problem(string text)
    {
        Assert.False(Read(text).TryGet(out _, out var problem));
        return problem!;
    }

    /// <summary>Entries by 0-based input and output.</summary>
    public static Dictionary<(int Input, int Output), double> Entries(WeightMatrix matrix)
    {
        var entries = new Dictionary<(int, int), double>();
        for (int output = 0, i = 0; output < matrix.Edges.RowCount; output++)
            foreach (var input in matrix.Edges.Row(output))
                entries.Add((input, output), matrix.Values[i++].Nearest);
        return entries;
    }

    /// <summary>Random entries; values of a few digits, all different places.</summary>
    public static Dictionary<(int Input, int Output), double> RandomEntries(Random random, int inputs, int outputs, int count)
    {
        var entries = new Dictionary<(int, int), double>();
        for (var i = 0; i < count; i++)
            entries[(random.Next(inputs), random.Next(outputs))] = Math.Round(random.NextDouble() * 4 - 2, 3) + 0.0005;
        return entries;
    }

    public static string Tsv(IEnumerable<KeyValuePair<(int Input, int Output), double>> entries) =>
        string.Concat(
            entries.Select(entry =>
                string.Create(CultureInfo.InvariantCulture, $"{entry.Key.Input + 1}\t{entry.Key.Output + 1}\t{entry.Value:R}\n")
            )
        );

    public static string MatrixMarket(
        IReadOnlyCollection<KeyValuePair<(int Input, int Output), double>> entries,
        int inputs,
        int outputs
    ) =>
        new StringBuilder("%%MatrixMarket matrix coordinate real general\n% a comment\n\n")
            .Append(CultureInfo.InvariantCulture, $"{inputs} {outputs} {entries.Count}\n")
            .Append(Tsv(entries).Replace('\t', ' '))
            .ToString();
}
