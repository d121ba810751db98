using System;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Vectors;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn;

/// <summary>Makes fixtures at run time: of any network, declared or loaded, and of closed forms.</summary>
public static class FixtureSet
{
    /// <summary>Fixtures of a closed form.</summary>
    /// <typeparam name="T">Type that holds the activation format.</typeparam>
    /// <param name="solution">Network, inputs and outputs, for instance from <see cref="PathCounting"/>.</param>
    /// <param name="options">Formats, which default to that of <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentException">The formats do not hold the solution; the message says what to do.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> does not hold the activation format.</exception>
    public static FixtureSet<T> FromSolution<T>(ExactSolution solution, FixtureOptions? options = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(solution);
        options ??= new FixtureOptions();
        var formats = options.Formats ?? FormatTriple.Uniform(FixtureElements.Default<T>());
        FixtureElements.Demand<T>(formats.Activations, "Activations");
        return VectorSets.FromSolution(solution, formats, options.Inputs.Seed, out var fault) is { } vectors
            ? FixtureSet<T>.FromVectors(vectors)
            : throw new ArgumentException($"{solution.Network.Name}: {fault}.", nameof(solution));
    }

    /// <summary>Fixtures of a network: inputs are chosen, outputs come from exact arithmetic.</summary>
    /// <typeparam name="T">Type that holds the activation format.</typeparam>
    /// <param name="network">A network, for instance the model of a declared or loaded one.</param>
    /// <param name="options">Formats and inputs.</param>
    /// <exception cref="ArgumentException">There are no vectors; the message says why and what to do.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> does not hold the activation format.</exception>
    public static FixtureSet<T> FromModel<T>(Network network, FixtureOptions? options = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new FixtureOptions();
        // A network in another format than T's is rounded to T's; its own format keeps its own operations.
        var formats =
            options.Formats
            ?? (
                FixtureElements.Holds<T>(NumberTypes.Of(network.Elements).Storage)
                    ? null
                    : FormatTriple.Uniform(FixtureElements.Default<T>())
            );
        if (formats is not null)
            FixtureElements.Demand<T>(formats.Activations, "Activations");
        return
            VectorSets.FromModel(network, formats, options.Inputs, options.RoundBetweenLayers, out var fault, options.CancellationToken)
                is { } vectors
            ? FixtureSet<T>.FromVectors(vectors)
            : throw new ArgumentException($"{network.Name}: {fault}.", nameof(network));
    }
}
