using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Topologies;

namespace SparseDnn.Exact.Families;

/// <summary>Path counting: RadiX-Nets with one weight everywhere, in which every output is Σ inputs × number of paths × w^k.</summary>
/// <remarks>
/// One net of radices N₁ … N_k and blocks D₀ … D_k has D₁·…·D_{k−1} paths between every input and every output. A net
/// that follows sees equal inputs, so t nets multiply to P^t·(N'·D₀)^(t−1) paths, and permutations between them change
/// nothing. Inputs are at least 0, weights above 0, there is no bias. Source: mathematics page, E3 (path counting).
/// </remarks>
public static class PathCounting
{
    /// <summary>What does not fit and how to mend it; null where nothing is wrong.</summary>
    /// <param name="radices">N₁ … N_k.</param>
    /// <param name="blocks">D₀ … D_k.</param>
    /// <param name="weight">w of every edge.</param>
    /// <param name="repeat">Number of nets, at least 1.</param>
    public static string? Check(IReadOnlyList<int> radices, IReadOnlyList<int> blocks, Dyadic weight, int repeat = 1)
    {
        if (RadixNet.Check(radices, blocks) is { } fault)
            return fault;
        if (weight.Sign <= 0 || !weight.IsFinite)
            return $"The weight is {weight}; it is finite and above 0";
        if (repeat < 1)
            return FormattableString.Invariant($"The number of nets is {repeat}; it is at least 1");
        return repeat > 1 && blocks[0] != blocks[blocks.Count - 1]
            ? $"The first block count {blocks[0]} and the last {blocks[blocks.Count - 1]} differ, so the net cannot follow "
                + "itself; make them equal"
            : null;
    }

    /// <summary>Paths between every input and every output.</summary>
    /// <param name="radices">N₁ … N_k.</param>
    /// <param name="blocks">D₀ … D_k.</param>
    /// <param name="repeat">Number of nets.</param>
    public static Dyadic Paths(IReadOnlyList<int> radices, IReadOnlyList<int> blocks, int repeat = 1)
    {
        var inner = Product(blocks.Skip(1).Take(blocks.Count - 2));
        var joint = Product(radices) * blocks[0];
        return Power(inner, repeat) * Power(joint, repeat - 1);
    }

    /// <summary>The network and its items.</summary>
    /// <param name="name">Name of the network.</param>
    /// <param name="radices">N₁ … N_k.</param>
    /// <param name="blocks">D₀ … D_k.</param>
    /// <param name="weight">w of every edge.</param>
    /// <param name="repeat">Number of nets.</param>
    /// <param name="permuteSeed">Seed of the permutations between nets; null for none.</param>
    /// <param name="inputs">Items with values of at least 0; null for zero, one-hot, all ones and a ramp of quarters.</param>
    /// <exception cref="ArgumentException">The parameters do not fit, or an input is negative.</exception>
    public static ExactSolution Solve(
        string name,
        IReadOnlyList<int> radices,
        IReadOnlyList<int> blocks,
        Dyadic weight,
        int repeat = 1,
        long? permuteSeed = null,
        IReadOnlyList<LabelledInput>? inputs = null
    )
    {
        if (Check(radices, blocks, weight, repeat) is { } fault)
            throw new ArgumentException(fault);
        var layers = RadixNet.Layers(radices, blocks, repeat, permuteSeed).Select(edges => LayerFactory.Constant(edges, weight)).ToArray();
        var factor = Paths(radices, blocks, repeat) * Power(weight, layers.Length);
        var items = (inputs ?? Defaults(layers[0].Inputs)).Select(input => Item(input, factor, layers[layers.Length - 1].Outputs));
        return new ExactSolution(FamilyNames.PathCounting, new DyadicNetwork(name, new(layers)), new(items.ToArray()));
    }

    private static ExactItem Item(LabelledInput input, Dyadic factor, int outputs)
    {
        if (input.Values.Any(value => value.Sign < 0))
            throw new ArgumentException($"Item '{input.Label}' has a negative input; path counting takes inputs of at least 0.");
        var sum = input.Values.Aggregate(Dyadic.Zero, (total, value) => total + value);
        return new ExactItem(input.Label, input.Values, new(Enumerable.Repeat(sum * factor, outputs).ToArray()));
    }

    private static IReadOnlyList<LabelledInput> Defaults(int count) =>
        [
            LabelledInput.Of("zero", count, _ => Dyadic.Zero),
            LabelledInput.Of("one-hot, first input", count, i => i == 0 ? 1 : 0),
            LabelledInput.Of("one-hot, last input", count, i => i == count - 1 ? 1 : 0),
            LabelledInput.Of("all ones", count, _ => Dyadic.One),
            LabelledInput.Of("ramp of quarters", count, i => new Dyadic(i % 16, -2)),
        ];

    private static Dyadic Product(IEnumerable<int> factors) => factors.Aggregate(Dyadic.One, (product, factor) => product * factor);

    private static Dyadic Power(Dyadic value, int power) =>
        Enumerable.Repeat(value, power).Aggregate(Dyadic.One, (product, factor) => product * factor);
}
