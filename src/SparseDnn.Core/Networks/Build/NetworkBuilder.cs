using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Inputs;
using SparseDnn.Networks.Kinds;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Build;

/// <summary>Builds the network that a declaration means: reads its files, chains its layers, rounds its numbers once.</summary>
internal static class NetworkBuilder
{
    /// <summary>Most edges of a network that is compiled in; larger ones are loaded at run time.</summary>
    public const long MaxCompiledEdges = 1L << 25;

    /// <summary>Builds.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="files">Finds and reads the files that it names.</param>
    /// <param name="maxEdges">Most edges to accept, all layers together.</param>
    /// <param name="cancellationToken">Checked for every layer and within large ones.</param>
    /// <returns>The network, or problems that say why there is none. Never throws for what a user can write.</returns>
    public static NetworkBuild Build(
        NetworkDeclaration declaration,
        IInputFiles files,
        long maxEdges = MaxCompiledEdges,
        CancellationToken cancellationToken = default
    )
    {
        var problems = new List<Problem>();
        SemiringChecks.Check(declaration, problems);
        var ranges = new InputRangeBuilder(declaration, problems);
        ranges.Read(files);
        if (problems.Count > 0)
            return new NetworkBuild(null, new EquatableArray<Problem>(problems.ToArray()));
        var semirings = declaration.Oscillation;
        var format = NumberTypes.Of(declaration.Elements);
        var elements = new ElementValues(semirings.Correlate, format);
        var stored = new Dictionary<ElementFormat, ElementValues> { [declaration.Elements] = elements };
        var raw = Expand(declaration, elements, files, maxEdges, problems, cancellationToken);
        var layers = new List<Layer>();
        if (problems.Count == 0)
        {
            var epilogues = new EpilogueBuilder(semirings, format, problems);
            var checks = new EpilogueChecks();
            foreach (var layer in raw)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var weightFormat = layer.Source.Format ?? declaration.WeightFormat;
                if (!stored.TryGetValue(weightFormat, out var values))
                    stored[weightFormat] = values = new ElementValues(semirings.Correlate, NumberTypes.Of(weightFormat));
                if (
                    WeightRounder.Round(layer, values, problems, cancellationToken) is { } weights
                    && epilogues.Build(layer, weights) is { } built
                )
                {
                    var finished = built with { WeightFormat = weightFormat };
                    layers.Add(finished);
                    checks.Check(layer, finished);
                }

                if (problems.Count > 0)
                    break;
            }

            var inputs = problems.Count == 0 ? ranges.Build(layers[0].Inputs) : null;
            if (problems.Count == 0)
                return new NetworkBuild(
                    new Network(declaration.Name, declaration.Elements, declaration.Summation, new EquatableArray<Layer>(layers.ToArray()))
                    {
                        Rewrites = declaration.Rewrites,
                        Kernels = declaration.Kernels,
                        InputRanges = inputs,
                    },
                    new EquatableArray<Problem>(checks.Findings.ToArray())
                );
        }

        return new NetworkBuild(null, new EquatableArray<Problem>(problems.Distinct().ToArray()));
    }

    private static List<RawLayer> Expand(
        NetworkDeclaration declaration,
        ElementValues elements,
        IInputFiles files,
        long maxEdges,
        List<Problem> problems,
        CancellationToken cancellationToken
    )
    {
        var all = new List<RawLayer>();
        if (declaration.Layers.Count == 0)
            problems.Add(LayerKinds.NoneIn(declaration.Name));
        if (declaration.Inputs is { } inputs && inputs is < 1 or > LayerContext.MaxNeurons)
        {
            problems.Add(
                Problem.Create(
                    ProblemKinds.InvalidSize,
                    new NetworkPlace("Inputs"),
                    "Inputs",
                    declaration.Inputs,
                    $"it is 1 to {LayerContext.MaxNeurons}"
                )
            );
            return all;
        }

        var context = new LayerContext(elements, files, maxEdges, problems, cancellationToken);
        foreach (var group in declaration.Layers)
        {
            var width = all.Count > 0 ? all[all.Count - 1].Outputs : declaration.Inputs;
            var layers = group.Expand(context, width);
            if (layers is null)
            {
                // Later groups are still expanded where they need no width, so that all faults of a declaration show at once.
                if (group.NeedsWidth)
                    break;
                continue;
            }

            foreach (var layer in layers)
            {
                if (problems.Count == 0)
                    Chain(declaration, all, layer, problems);
                all.Add(layer);
            }
        }

        return all;
    }

    private static void Chain(NetworkDeclaration declaration, List<RawLayer> before, RawLayer next, List<Problem> problems)
    {
        var previous = before.Count > 0 ? before[before.Count - 1] : null;
        var given = previous?.Outputs ?? declaration.Inputs;
        if (given is not { } width || width == next.Inputs)
            return;
        if (next.Inputs < width && !next.ShapeIsFixed)
        {
            next.Grow(width, next.Outputs);
        }
        else if (next.Inputs > width && previous is { ShapeIsFixed: false })
        {
            previous.Grow(previous.Inputs, next.Inputs);
        }
        else
        {
            DeclarationPlace place = previous is null ? new NetworkPlace("Inputs") : next.Source.At(null);
            problems.Add(
                Problem.Create(
                    ProblemKinds.LayersDoNotChain,
                    place,
                    Name(next, before.Count),
                    next.Inputs,
                    previous is null ? "[SparseNetwork(Inputs)]" : Name(previous, before.Count - 1),
                    width
                ) with
                {
                    Remedies = ChainRemedies.Of(declaration, previous, next, width),
                }
            );
        }
    }

    private static string Name(RawLayer layer, int index) => FormattableString.Invariant($"Layer {index + 1} ({layer.Label})");
}
