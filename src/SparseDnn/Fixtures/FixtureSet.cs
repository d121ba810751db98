using System;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
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
    /// <param name="options">Formats, which default to that of <typeparamref name="T"/>. <see cref="InputSetOptions.Certify"/> multiplies
    /// inputs and weights of a ReLU solution by powers of two until the formats hold it and equal bits may be demanded.</param>
    /// <exception cref="ArgumentException">The formats do not hold the solution; the message says what to do.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> does not hold the activation format.</exception>
    public static FixtureSet<T> FromSolution<T>(ExactSolution solution, FixtureOptions? options = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(solution);
        options ??= new FixtureOptions();
        var formats = options.Formats ?? FormatTriple.Uniform(FixtureElements.Default<T>());
        FixtureElements.Demand<T>(formats.Activations, "Activations");
        string? fault = null;
        var scaled = options.Inputs.Certify ? CertifiedScaling.Certify(solution, formats, out fault, options.CancellationToken) : solution;
        if (
            scaled is null
            || VectorSets.FromSolution(scaled, formats, options.Inputs.Seed, out fault, options.CancellationToken) is not { } vectors
        )
            throw new ArgumentException($"{solution.Network.Name}: {fault}.", nameof(solution));
        return WithPerturbations<T>(vectors, options, nameof(solution));
    }

    /// <summary>
    /// Fixtures of a network of exact numbers: rounded once to the formats, inputs chosen, outputs from exact arithmetic.
    /// </summary>
    /// <typeparam name="T">Type that holds the activation format.</typeparam>
    /// <param name="network">A plus-times network.</param>
    /// <param name="options">Formats, which default to that of <typeparamref name="T"/>, and inputs.</param>
    /// <exception cref="ArgumentException">There are no vectors; the message says why and what to do.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> does not hold the activation format.</exception>
    public static FixtureSet<T> FromNetwork<T>(DyadicNetwork network, FixtureOptions? options = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new FixtureOptions();
        var formats = options.Formats ?? FormatTriple.Uniform(FixtureElements.Default<T>());
        FixtureElements.Demand<T>(formats.Activations, "Activations");
        return
            VectorSets.FromNetwork(network, formats, options.Inputs, options.RoundBetweenLayers, out var fault, options.CancellationToken)
                is { } vectors
            ? WithPerturbations<T>(vectors, options, nameof(network))
            : throw new ArgumentException($"{network.Name}: {fault}.", nameof(network));
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
            ? WithPerturbations<T>(vectors, options, nameof(network))
            : throw new ArgumentException($"{network.Name}: {fault}.", nameof(network));
    }

    private static FixtureSet<T> WithPerturbations<T>(VectorSet vectors, FixtureOptions options, string argument)
        where T : unmanaged
    {
        if (options.Perturbations == Perturbations.None)
            return FixtureSet<T>.FromVectors(vectors);
        return
            VectorSets.FromPerturbation(vectors, options.Perturbations, options.Inputs.Seed, out var fault, options.CancellationToken)
                is { } perturbed
            ? FixtureSet<T>.FromVectors([vectors, .. perturbed])
            : throw new ArgumentException($"{vectors.Name}: {fault}.", argument);
    }
}
