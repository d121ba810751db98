using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Diagnosis.Plain;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis.Observations;

/// <summary>
/// What hypotheses are judged by: actual and expected outputs of the examined positions, and the network as a plain interpreter knows it.
/// </summary>
internal sealed class Evidence
{
    // So much work is done for one hypothesis at most; whoever waits for a report waits seconds, not minutes.
    private const long WorkOfHypothesis = 16_000_000;
    private const int LeastExamined = 4;

    private readonly Dyadic?[]?[] _actual;
    private readonly bool[]?[] _wrong;
    private readonly double?[] _largestBound;
    private readonly bool _isEquality;

    public Evidence(VectorSet vectors, ObservedOutputs observed)
    {
        (Vectors, Observed) = (vectors, observed);
        (_actual, _wrong, _largestBound) = (
            new Dyadic?[observed.Items.Count][],
            new bool[observed.Items.Count][],
            new double?[observed.Items.Count]
        );
        _isEquality = DemandText.IsEquality(vectors);
        WrongPositions = Enumerable.Range(0, observed.Items.Count).Where(position => Wrong(position).Contains(true)).ToArray();
        var plain = PlainNetwork.Of(vectors);
        var most = (int)Math.Max(LeastExamined, WorkOfHypothesis / Math.Max(1, plain?.Work ?? 1));
        Network = plain is not null && IsFaithful(plain, most) ? plain : null;
        var right = Enumerable.Range(0, observed.Items.Count).Except(WrongPositions);
        Examined = WrongPositions.Take(most - Math.Min(1, observed.Items.Count - WrongPositions.Count)).Concat(right).Take(most).ToArray();
        IsWhole = Examined.Count == observed.Items.Count;
    }

    public VectorSet Vectors { get; }

    public ObservedOutputs Observed { get; }

    /// <summary>Positions with a wrong value.</summary>
    public IReadOnlyList<int> WrongPositions { get; }

    /// <summary>Positions that hypotheses are judged by; those with wrong values first.</summary>
    public IReadOnlyList<int> Examined { get; }

    /// <summary>Whether every position is examined.</summary>
    public bool IsWhole { get; }

    /// <summary>
    /// The network as it is meant; null where the plain interpreter does not give the expected outputs, so that nothing can be concluded
    /// from it.
    /// </summary>
    public PlainNetwork? Network { get; }

    /// <summary>What following hypotheses has cost.</summary>
    public long Spent { get; private set; }

    public int Outputs => Vectors.Outputs[0].Count;

    /// <summary>The item at a position.</summary>
    public int Item(int position) => Observed.Items[position];

    /// <summary>Expected outputs at a position.</summary>
    public IReadOnlyList<Dyadic> Expected(int position) => Vectors.Outputs[Item(position)];

    /// <summary>Actual outputs at a position; null for what is no number.</summary>
    public Dyadic?[] Actual(int position) =>
        _actual[position] ??= Enumerable
            .Range(0, Outputs)
            .Select(output =>
                Vectors.Formats.Activations.TryFromBits(Observed.Bits(position, output), out var value) ? value : (Dyadic?)null
            )
            .ToArray();

    /// <summary>Which outputs at a position break their demand.</summary>
    public bool[] Wrong(int position) =>
        _wrong[position] ??= Enumerable
            .Range(0, Outputs)
            .Select(output => !VectorFinding.IsWithin(Actual(position)[output], Expected(position)[output], Bound(position, output)))
            .ToArray();

    /// <summary>What a network makes of an item, at its cost.</summary>
    public double[] Evaluate(PlainNetwork network, double[] input)
    {
        Spent += network.Work;
        return network.Evaluate(input);
    }

    /// <summary>An item's inputs for the plain interpreter.</summary>
    public double[] Input(int item) => Vectors.Inputs[item].Select(value => value.ToDouble()).ToArray();

    public double Bound(int position, int output) => Vectors.Bounds is { } bounds ? bounds[Item(position)][output] : 0;

    /// <summary>Whether a predicted value is the actual one, up to the rounding that the demand leaves open.</summary>
    public bool Matches(Dyadic? predicted, int position, int output)
    {
        var actual = Actual(position)[output];
        if (predicted == actual)
            return true;
        if (_isEquality || predicted is not { IsFinite: true } guess || actual is not { IsFinite: true } value)
            return false;
        var precision = Math.Min(Vectors.Formats.Accumulator.Precision, Vectors.Formats.Activations.Precision);
        var slack = Dyadic.Max(
            Dyadic.FromDouble(_largestBound[position] ??= FiniteBound(position)),
            value.Abs().ScaleByPowerOfTwo(3 - precision)
        );
        var error = (guess - value).Abs();
        // Near the expected value a guess within the slack would prove nothing.
        return error <= slack && (!Wrong(position)[output] || error.ScaleByPowerOfTwo(2) <= (value - Expected(position)[output]).Abs());
    }

    private double FiniteBound(int position)
    {
        var bounds = Vectors.Bounds![Item(position)].Where(bound => !double.IsInfinity(bound)).ToArray();
        return bounds.Length == 0 ? 0 : bounds.Max();
    }

    private bool IsFaithful(PlainNetwork plain, int most) =>
        WrongPositions
            .Concat(Enumerable.Range(0, Observed.Items.Count))
            .Take(most)
            .Select(Item)
            .Distinct()
            .All(item =>
            {
                if (!Vectors.Inputs[item].All(value => value.IsExactDouble || !value.IsFinite))
                    return false;
                var outputs = Evaluate(plain, Input(item));
                return Enumerable
                    .Range(0, Outputs)
                    .All(output =>
                        !double.IsNaN(outputs[output])
                        && VectorFinding.IsWithin(
                            Dyadic.FromDouble(outputs[output]),
                            Vectors.Outputs[item][output],
                            Vectors.Bounds is { } bounds ? bounds[item][output] : 0
                        )
                    );
            });
}
