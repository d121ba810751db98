using System;
using System.Collections.Generic;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Networks;

/// <summary>Rounds a layer's bias and ceiling and checks that they are usable.</summary>
internal sealed class EpilogueBuilder(NumberFormat format, List<Problem> problems)
{
    public bool Build(RawLayer layer, out RoundedValues? biases, out double ceiling)
    {
        ceiling = double.PositiveInfinity;
        biases = Biases(layer);
        return biases is not null && Ceiling(layer, out ceiling);
    }

    private RoundedValues? Biases(RawLayer layer)
    {
        var declared = layer.Epilogue;
        if (declared.Bias is not null && declared.Biases is not null)
            return Fail(ProblemKinds.ConflictingArguments, layer, "Biases", "Bias", "Biases", "keep one: Bias is the same for every neuron, Biases gives one each");
        if (declared.Biases is not { } list)
            return Round(layer, "Bias", declared.Bias ?? 0, out var bias) ? new RoundedValues(bias, layer.Outputs) : null;
        if (list.Count != layer.Outputs)
            return Fail(ProblemKinds.WrongCount, layer, "Biases", "Biases", list.Count, $"the layer has {layer.Outputs} outputs");
        var rounded = new double[list.Count];
        for (var i = 0; i < rounded.Length; i++)
            if (!Round(layer, "Biases", list[i], out rounded[i])) return null;
        return RoundedValues.From(rounded);
    }

    private bool Ceiling(RawLayer layer, out double ceiling)
    {
        ceiling = layer.Epilogue.Ceiling ?? double.PositiveInfinity;
        if (double.IsPositiveInfinity(ceiling)) return true;
        if (!(ceiling > 0))
        {
            Fail(ProblemKinds.InvalidNumber, layer, "Ceiling", "Ceiling", ceiling, "it is above 0; leave it out for none");
            return false;
        }

        if (!Round(layer, "Ceiling", ceiling, out var rounded)) return false;
        if (rounded == 0) Fail(ProblemKinds.InvalidNumber, layer, "Ceiling", "Ceiling", ceiling, $"the nearest {format.Name} value is 0, which leaves no output; use a wider format or scale it");
        ceiling = rounded;
        return rounded > 0;
    }

    private bool Round(RawLayer layer, string argument, double value, out double rounded)
    {
        rounded = 0;
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            Fail(ProblemKinds.InvalidNumber, layer, argument, argument, value, "write a finite number");
            return false;
        }

        // Adding +0 turns −0 into +0: a bias of −0 would only make the sign of a zero sum depend on it.
        rounded = format.Round(value) + 0.0;
        if (!double.IsInfinity(rounded)) return true;
        Fail(ProblemKinds.OutsideFormat, layer, argument, argument, value, format.Name, format.MaxFinite.ToDouble());
        return false;
    }

    private RoundedValues? Fail(ProblemKind kind, RawLayer layer, string argument, params object[] arguments)
    {
        problems.Add(Problem.Create(kind, new DeclarationPlace(layer.Source.Attribute, argument), arguments));
        return null;
    }
}
