using System;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn.Planning.Model;

/// <summary>
/// What is computed for one layer, whoever computes it: the summation trees, over rows of activations that the layers before left.
/// </summary>
/// <param name="Elements">Element format of activations, sums, scales and biases.</param>
/// <param name="Inputs">Rows that the layer before leaves: its distinct neurons, or the network's inputs.</param>
/// <param name="Partials">Sums of rows that several lists have in common; partial p becomes row <paramref name="Inputs"/> + p and adds only
/// earlier rows, from its first one on.</param>
/// <param name="Lists">Distinct lists of rows that are summed.</param>
/// <param name="ListOfSum">For each distinct sum its list.</param>
/// <param name="Weights">One value a term of the sums, sum by sum in the order of its list; multiplicities or 1 where
/// <paramref name="Scales"/> holds the weights.</param>
/// <param name="Scales">One factor a sum, multiplied after adding; no values where there are none.</param>
/// <param name="SumOfOutput">For each row that the layer leaves its sum.</param>
/// <param name="Biases">One value a row that it leaves; zero bits where there is no bias.</param>
/// <param name="HasBias">Whether some bias is not One of the select semiring.</param>
/// <param name="BiasMode">What an absent sum becomes.</param>
/// <param name="HasActivation">Whether One of the select semiring is added after the bias.</param>
/// <param name="Ceiling">Largest output; +∞ for none.</param>
/// <remarks>
/// A sum begins at Zero and takes its terms in the order of its list, over plus-times fused or separately rounded as the network's
/// <see cref="Summation"/> says, and plain additions where all weights are 1; then the scale, rounded once; then the epilogue. Equality
/// contract: all members by value.
/// </remarks>
internal sealed record LayerData(
    ElementFormat Elements,
    int Inputs,
    IndexLists Partials,
    IndexLists Lists,
    EquatableArray<int> ListOfSum,
    RoundedValues Weights,
    RoundedValues Scales,
    EquatableArray<int> SumOfOutput,
    RoundedValues Biases,
    bool HasBias,
    BiasMode BiasMode,
    bool HasActivation,
    double Ceiling
)
{
    private readonly ElementFormat? _weightFormat;

    /// <summary>
    /// What individual weights are stored in, which holds them exactly; a weight that all edges have is an element, as scales and biases
    /// are.
    /// </summary>
    public ElementFormat WeightFormat
    {
        get => _weightFormat ?? Elements;
        init => _weightFormat = value == Elements ? null : value;
    }

    /// <summary>On which inputs comparing selects may stand for min and max in the sums.</summary>
    public OrderedInputs Ordered { get; init; }

    /// <summary>Whether inputs that meet <see cref="Ordered"/> give outputs that meet it again.</summary>
    public bool KeepsOrdered { get; init; }

    /// <summary>What computes tables beside the table loop.</summary>
    public KernelStrategies Kernels { get; init; }

    /// <summary>Whether outputs are limited from above.</summary>
    public bool HasCeiling => !double.IsPositiveInfinity(Ceiling);

    /// <summary>The ceiling as bits of the format; only where there is one.</summary>
    public long CeilingBits => NumberTypes.Of(Elements).Real is null ? (long)Ceiling : BitConverter.DoubleToInt64Bits(Ceiling);

    /// <summary>Rows of inputs and partial sums.</summary>
    public int Rows => Inputs + Partials.Count;

    /// <summary>Rows that the layer leaves.</summary>
    public int Outputs => SumOfOutput.Count;

    /// <summary>Number of distinct sums.</summary>
    public int Sums => ListOfSum.Count;

    /// <summary>Whether each sum is multiplied once at its end.</summary>
    public bool HasScales => Scales.Count > 0;

    /// <summary>Whether sums are plain additions: over plus-times of real numbers, all weights are 1 and the order is planned.</summary>
    public bool AddsOnly { get; init; }

    /// <summary>
    /// Whether upper bounds of inputs that are not negative give upper bounds of outputs that are not: plain additions of binary32, ReLU,
    /// no bias above 0 and a ceiling above it.
    /// </summary>
    public bool TakesBounds =>
        Elements == ElementFormat.Binary32
        && AddsOnly
        && !HasScales
        && HasActivation
        && Ceiling > 0
        && (
            !HasBias
            || Enumerable.Range(0, Biases.IsConstant ? 1 : Biases.Count).All(i => BitConverter.Int64BitsToDouble(Biases.Bits(i)) <= 0)
        );

    /// <summary>Number of terms of a sum.</summary>
    /// <param name="sum">0 to <see cref="Sums"/> − 1.</param>
    public int Terms(int sum) => Lists.Starts[ListOfSum[sum] + 1] - Lists.Starts[ListOfSum[sum]];

    /// <summary>Terms of all sums and partial sums: what is loaded for one item.</summary>
    public long TermCount
    {
        get
        {
            long terms = Partials.ItemCount;
            for (var sum = 0; sum < Sums; sum++)
                terms += Terms(sum);
            return terms;
        }
    }
}
