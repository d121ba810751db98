using System;
using System.Linq;
using SparseDnn.Fixtures.Diagnosis.Plain;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis.Observations;

/// <summary>A fault that an implementation may have.</summary>
/// <param name="Sentence">What it does then, without a full stop.</param>
/// <param name="Predict">What it would give at a position: one claim an output; null where nothing is claimed of the position.</param>
internal sealed record Hypothesis(string Sentence, Func<int, Claim[]?> Predict)
{
    /// <summary>A hypothesis that the plain interpreter follows.</summary>
    /// <param name="sentence">What it does then.</param>
    /// <param name="evidence">Whose inputs are taken.</param>
    /// <param name="network">The network with the mistake.</param>
    public static Hypothesis Of(string sentence, Evidence evidence, PlainNetwork network) =>
        new(sentence, position => Claims(evidence.Evaluate(network, evidence.Input(evidence.Item(position))))) { Work = network.Work };

    /// <summary>What one prediction costs, as <see cref="PlainNetwork.Work"/> counts it.</summary>
    public long Work { get; private init; }

    public static Claim[] Claims(double[] values) =>
        values.Select(value => Claim.Of(double.IsNaN(value) ? null : Dyadic.FromDouble(value))).ToArray();
}

/// <summary>What a suspected fault would give for one output; nothing is claimed by default.</summary>
/// <param name="IsMade">Whether something is claimed.</param>
/// <param name="Value">The value; null for what is no number.</param>
internal readonly record struct Claim(bool IsMade, Dyadic? Value)
{
    public static Claim Of(Dyadic? value) => new(true, value);
}
