using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Edges;
using SparseDnn.Inputs.Weights;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Analysis;

/// <summary>Numbers written together: in one argument or one file.</summary>
/// <param name="What">Their name in messages.</param>
/// <param name="Attribute">The attribute that declares them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="At">The number at a position.</param>
/// <param name="Place">Where a number is written.</param>
internal sealed record WrittenNumbers(
    string What,
    LayersDeclaration Attribute,
    int Count,
    Func<int, DecimalNumber> At,
    Func<int, ProblemPlace> Place
)
{
    /// <summary>Everything that a declaration writes.</summary>
    /// <param name="declaration">A declaration that led to a sound network.</param>
    /// <param name="files">Finds and reads the weights file of a name.</param>
    /// <param name="cancellationToken">Checked for every file.</param>
    public static IEnumerable<WrittenNumbers> Of(NetworkDeclaration declaration, IInputFiles files, CancellationToken cancellationToken)
    {
        foreach (var group in declaration.Layers)
        {
            foreach (var weights in Weights(group, files, cancellationToken))
                yield return weights;
            if (group.Epilogue.Bias is { } bias)
                yield return Argument("Bias", group, bias);
            if (group.Epilogue.Biases is { } biases)
                yield return new("Biases", group, biases.Count, i => DecimalNumber.Exact(biases[i]), _ => PlaceOf(group, "Biases"));
            if (group.Epilogue.Ceiling is { } ceiling && !double.IsInfinity(ceiling))
                yield return Argument("Ceiling", group, ceiling);
        }
    }

    private static IEnumerable<WrittenNumbers> Weights(LayersDeclaration group, IInputFiles files, CancellationToken cancellationToken)
    {
        switch (group)
        {
            case RadixNetDeclaration { Weight: { } weight }:
                yield return Argument("Weight", group, weight);
                break;
            case BandedLayerDeclaration { Weight: { } weight }:
                yield return Argument("Weight", group, weight);
                break;
            case ExplicitLayerDeclaration layer when InlineEdgesReader.Read(layer.Edges) is InlineEdgesResult.Success { Edges: var edges }:
                yield return new(
                    "Edges",
                    group,
                    edges.Count,
                    i => edges[i].Weight,
                    i => new InlineTextPlace(group.Attribute, "Edges", edges[i].Offset, edges[i].Length)
                );
                break;
            case WeightFilesDeclaration set:
                foreach (var name in (FileNamePattern.Expand(set.Pattern, out _) ?? []).Distinct())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (files.Find(WeightFormats.Kind, name) is InputLookup<WeightMatrix>.Found { Value: { } matrix } found)
                        yield return new(
                            $"'{name}'",
                            group,
                            matrix.Values.Count,
                            i => matrix.Values[i],
                            i => FileEntries.Place(group.Attribute, found.Path, matrix.Edges, i)
                        );
                }

                break;
        }
    }

    private static WrittenNumbers Argument(string name, LayersDeclaration group, double value) =>
        new(name, group, 1, _ => DecimalNumber.Exact(value), _ => PlaceOf(group, name));

    private static DeclarationPlace PlaceOf(LayersDeclaration group, string argument) => new(group.Attribute, argument);
}
