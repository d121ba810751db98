using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>Runs kernels against fixtures and probes.</summary>
internal static class Judge
{
    private static readonly int[] BatchSizes = [int.MaxValue, 5];

    /// <summary>Whether a fixture finds fault with a kernel, in one batch or in several.</summary>
    public static bool Accuses(Fixture fixture, Kernel kernel) =>
        BatchSizes.Any(size => !VectorComparison.Compare(fixture.Vectors, Outputs(fixture, kernel, size)).IsSound);

    /// <summary>The fixtures that find fault with a kernel.</summary>
    public static IEnumerable<Fixture> Accusers(Fault fault) =>
        FixtureSuite.All.Where(fixture => (!fixture.DemandsPlannedSums || fault.PromisesPlannedSums) && Accuses(fixture, fault.Faulty));

    /// <summary>Whether a fault changes any result that does not overflow.</summary>
    public static bool Changes(Fault fault) => Probes.All.Any(probe => Changes(fault, probe.Network, probe.Inputs));

    private static bool Changes(Fault fault, PlainNetwork network, double[][] inputs)
    {
        var correct = fault.Reference.Run(network, inputs);
        var faulty = fault.Faulty.Run(network, inputs);
        for (var item = 0; item < inputs.Length; item++)
        for (var output = 0; output < correct[item].Length; output++)
            if (correct[item][output] != faulty[item][output])
                return true;
        return false;
    }

    private static IReadOnlyList<IReadOnlyList<Dyadic>> Outputs(Fixture fixture, Kernel kernel, int batch) =>
        [
            .. fixture
                .Inputs.Chunk(Math.Min(batch, fixture.Inputs.Length))
                .SelectMany(items => kernel.Run(fixture.Network, items))
                .Select(item => Array.ConvertAll(item, Value)),
        ];

    // What is no number is wrong wherever anything is demanded.
    private static Dyadic Value(double value) => double.IsNaN(value) ? Dyadic.PositiveInfinity : Dyadic.FromDouble(value);
}
