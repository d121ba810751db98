using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Networks.Kinds;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Build;

/// <summary>
/// What a sound declaration says of its epilogues that may not be meant: nothing here keeps a network from being built.
/// </summary>
internal sealed class EpilogueChecks
{
    private const int MostNamed = 4;

    private readonly List<Problem> _findings = [];
    private readonly HashSet<(int Attribute, string Id)> _found = [];
    private bool[]? _absent; // of the layer before: neurons whose outputs are 0 whatever the inputs
    private int _layers;

    /// <summary>What was found: of every attribute each kind once, in its first layer.</summary>
    public IReadOnlyList<Problem> Findings => _findings;

    /// <summary>Looks at the next layer.</summary>
    /// <param name="raw">As declared.</param>
    /// <param name="layer">As built.</param>
    public void Check(RawLayer raw, Layer layer)
    {
        _layers++;
        if (layer.Semirings.Select is not null && layer.Select!.Candidate is { } select)
        {
            if (raw.Epilogue.Activation == Activation.ReLU)
                CheckActivation(raw, layer, select);
            if (layer.HasCeiling)
                CheckCeiling(raw, layer, select);
        }

        _absent = layer.Semirings.IsReLU && CheckAbsent(raw, layer) is var absent && Array.IndexOf(absent, true) >= 0 ? absent : null;
    }

    private void CheckActivation(RawLayer raw, Layer layer, SemiringCandidate select)
    {
        if (OrdinaryArithmetic.Of(layer.Select!) is { IsReLU: false })
            Add(
                ProblemKinds.SelectNotReLU,
                raw,
                "Activation",
                "Activation.ReLU",
                layer.Semirings.Select!.Name,
                $"z ⊕ One with ⊕ = {Ascii(layer.Semirings.Select.Add)} and One = {Ascii(select.One.ToString())}",
                "max(z, 0)",
                Correlate(layer)
            );
    }

    // Values that are sets of bits have no least one of two.
    private void CheckCeiling(RawLayer raw, Layer layer, SemiringCandidate select)
    {
        if (select.Add.Operator is ExpressionOperator.Or or ExpressionOperator.Xor)
            Add(
                ProblemKinds.SelectNotReLU,
                raw,
                "Ceiling",
                "Ceiling",
                layer.Semirings.Select!.Name,
                $"{layer.Semirings.Select.Add} bit by bit",
                "the least of two numbers",
                Correlate(layer)
            );
    }

    private bool[] CheckAbsent(RawLayer raw, Layer layer)
    {
        var neurons = new List<int>();
        var absent = new bool[layer.Outputs];
        for (var neuron = 0; neuron < absent.Length; neuron++)
        {
            if (HasSum(layer, neuron))
                continue;
            var bias = layer.HasBias ? layer.Biases[neuron] : 0;
            if (bias > 0 && !raw.Epilogue.IsBiasModeGiven)
                neurons.Add(neuron);
            absent[neuron] = layer.BiasMode == BiasMode.NonzeroSums || bias == 0 || (bias < 0 && layer.HasActivation);
        }

        // A layer without any sum is a list of constants: there the bias is all that can be meant.
        if (neurons.Count == 0 || neurons.Count == layer.Outputs)
            return absent;
        var outputs = neurons.Select(neuron => Math.Min(layer.Biases[neuron], layer.Ceiling)).Distinct().ToArray();
        Add(
            ProblemKinds.BiasModeNotGiven,
            raw,
            raw.Epilogue.Biases is null ? "Bias" : "Biases",
            FormattableString.Invariant($"layer {_layers} ({raw.Label})"),
            Names(neurons),
            outputs.Length == 1 ? outputs[0].ToString("R", CultureInfo.InvariantCulture) : "the bias"
        );
        return absent;
    }

    private bool HasSum(Layer layer, int neuron)
    {
        foreach (var input in layer.Edges.Row(neuron))
            if (_absent is null || !_absent[input])
                return true;
        return false;
    }

    private static string Names(List<int> neurons)
    {
        var named = string.Join(", ", neurons.Take(MostNamed).Select(neuron => neuron.ToString(CultureInfo.InvariantCulture)));
        if (neurons.Count == 1)
            return "neuron " + named;
        if (neurons.Count <= MostNamed)
            return "neurons " + named;
        return FormattableString.Invariant($"neurons {named} and {neurons.Count - MostNamed} others");
    }

    private static string Correlate(Layer layer) =>
        $"typeof({layer.Semirings.Correlate.TypeName.Substring(layer.Semirings.Correlate.TypeName.LastIndexOfAny(['.', ':']) + 1)})";

    private static string Ascii(string text) => ElementValues.Ascii(text);

    private void Add(ProblemKind kind, RawLayer raw, string argument, params object[] arguments)
    {
        if (_found.Add((raw.Source.Attribute, kind.Id + argument)))
            _findings.Add(
                Problem.Create(kind, raw.Source.At(argument), arguments) with
                {
                    Remedies =
                        kind == ProblemKinds.SelectNotReLU
                            ? new([Remedies.Remove(raw.Source.At(argument))])
                            : EquatableArray<ProblemRemedy>.Empty,
                }
            );
    }
}
