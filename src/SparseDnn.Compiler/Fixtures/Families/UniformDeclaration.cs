using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Families;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Compiler.Fixtures.Families;

/// <summary>A declared uniform recurrence, on seeded random edges.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Format">Element format; null where not given.</param>
/// <param name="Fixtures">What is asked of the fixtures.</param>
/// <param name="Neurons">Neurons of every level.</param>
/// <param name="InDegree">d, edges into every neuron.</param>
/// <param name="Layers">Number of layers.</param>
/// <param name="Weight">w, rounded once to the weight format.</param>
/// <param name="Bias">b, rounded once to the accumulator format.</param>
/// <param name="BiasMode">Whether the bias reaches zero sums.</param>
/// <param name="Ceiling">M, rounded once to the accumulator format; null for none.</param>
/// <param name="Inputs">The y of each item, rounded once to the activation format; null for a choice of them.</param>
/// <param name="Seed">Seed of the edges.</param>
internal sealed record UniformDeclaration(
    string Name,
    ElementFormat? Format,
    FixtureDeclaration Fixtures,
    int Neurons,
    int InDegree,
    int Layers,
    double Weight,
    double Bias,
    BiasMode BiasMode,
    double? Ceiling,
    EquatableArray<double>? Inputs,
    long Seed
) : FamilyDeclaration(Name, Format, Fixtures)
{
    private static readonly double[] DefaultInputs = [0, 0.25, 0.5, 1, 2, 3, 8];

    /// <inheritdoc/>
    public override string Label => "[UniformNetwork]";

    /// <inheritdoc/>
    internal override ExactSolution? Solve(FamilyContext context)
    {
        if (
            !context.InRange("Neurons", Neurons, 1, RadixNet.MaxNeurons)
            || !context.InRange("InDegree", InDegree, 1, Neurons)
            || !context.InRange("Layers", Layers, 1, PathCountingDeclaration.MaxLayers)
            || !context.Affords((double)Neurons * InDegree * Layers)
        )
            return null;
        var formats = context.Formats;
        var weight = context.Rounded("Weight", Weight, formats.Weights);
        var bias = context.Rounded("Bias", Bias, formats.Accumulator);
        Dyadic? ceiling = null;
        if (Ceiling is { } given && !double.IsPositiveInfinity(given))
        {
            ceiling = context.Rounded("Ceiling", given, formats.Accumulator);
            if (ceiling is { Sign: <= 0 })
                context.Fail(
                    ProblemKinds.InvalidNumber,
                    "Ceiling",
                    "Ceiling",
                    given,
                    "it is above 0 in the accumulator format; leave it out for none"
                );
        }

        var inputs = Values(context, formats.Activations);
        if (context.HasFailed)
            return null;
        var random = SplitMix64.ForStream(Seed, 0);
        var edges = new CsrPattern[Layers];
        for (var i = 0; i < Layers; i++)
            edges[i] = RandomTopology.Layer(Neurons, Neurons, InDegree, ref random, context.CancellationToken);
        return context.Accept(UniformRecurrence.Check(edges))
            ? UniformRecurrence.Solve(Name, edges, weight!.Value, bias!.Value, ceiling, inputs, BiasMode)
            : null;
    }

    private Dyadic[] Values(FamilyContext context, StorageFormat format)
    {
        if (Inputs is not { } given)
            return DefaultInputs.Select(Dyadic.FromDouble).Where(format.IsRepresentable).ToArray();
        if (given.Count == 0)
            context.Fail(
                ProblemKinds.FamilyDoesNotFit,
                "Inputs",
                "Inputs is empty; give at least one value, or leave it out for a choice of them"
            );
        context.InRange("Inputs", given.Count, 0, FixtureDeclaration.MaxItems);
        var values = new List<Dyadic>();
        foreach (var value in given)
            if (!context.HasFailed && context.Rounded("Inputs", value, format) is { } rounded && !values.Contains(rounded))
                values.Add(rounded);
        return values.ToArray();
    }
}
