using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Perturbation;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Fixtures;

/// <summary>Adds the vectors of perturbed inputs, weights and biases that a declaration asks for.</summary>
internal static class FixturePerturbations
{
    // Every perturbed weight or bias takes the whole network along.
    private const int MostEdges = 1 << 18;

    /// <summary>The vectors; what keeps them from being made is added to the problems.</summary>
    public static IEnumerable<VectorSet> Of(
        VectorSet set,
        FixtureDeclaration options,
        List<Problem> problems,
        CancellationToken cancellationToken
    )
    {
        var sets = new List<VectorSet>();
        if (options.Perturbations == Perturbations.None || Obstacle(set, options) is { } obstacle && Add(obstacle))
            return sets;
        if (NetworkRounding.Round(set.Network, set.Formats, out _, cancellationToken) is not { } rounded)
            return sets;
        var items = set.Inputs.Select((values, i) => new LabelledInput(set.Labels[i], values)).ToArray();
        foreach (var kind in PerturbationDirections.Kinds(options.Perturbations))
        {
            var perturbed = VectorSets.FromPerturbation(rounded, items, kind, options.Seed, out var fault, cancellationToken);
            if (perturbed is null)
                Add(
                    Problem.Create(ProblemKinds.NoFixtures, options.At("Perturbations"), set.Name, set.Formats, FixtureText.Mended(fault!))
                );
            else
                sets.AddRange(perturbed);
        }

        return sets;

        bool Add(Problem problem)
        {
            problems.Add(problem);
            return true;
        }
    }

    private static Problem? Obstacle(VectorSet set, FixtureDeclaration options)
    {
        var place = options.At("Perturbations");
        if (set.RoundBetweenLayers)
            return Problem.Create(
                ProblemKinds.ConflictingArguments,
                place,
                "Perturbations",
                "RoundBetweenLayers",
                "rounding has no derivative, so remove one of them"
            );
        if (!VectorSets.IsReal(set))
            return Problem.Create(
                ProblemKinds.ConflictingArguments,
                place,
                "Perturbations",
                $"a network over {Semiring(set) ?? set.Formats.Activations.Name}",
                "derivatives are for real plus-times networks, so remove Perturbations"
            );
        if ((options.Perturbations & Perturbations.Weight) != Perturbations.None && !VectorSets.HasWeights(set))
            return Problem.Create(
                ProblemKinds.ConflictingArguments,
                place,
                "Perturbations.Weight",
                "a network without weights",
                "remove it"
            );
        var edges = set.Layers.Sum(layer => (double)layer.Layer.Weights.Count);
        return (options.Perturbations & (Perturbations.Weight | Perturbations.Bias)) == Perturbations.None || edges <= MostEdges
            ? null
            : Problem.Create(
                ProblemKinds.TooLargeForFixtures,
                place,
                set.Name,
                $"{edges} weights in every perturbed network",
                $"{MostEdges}",
                "FixtureSet.FromModel with Perturbations"
            );
    }

    private static string? Semiring(VectorSet set) =>
        set.Layers.FirstOrDefault(layer => !layer.Layer.Semirings.IsOrdinary)?.Layer.Semirings.Correlate.Name;
}
