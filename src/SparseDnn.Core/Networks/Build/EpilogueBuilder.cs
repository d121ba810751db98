using System;
using System.Collections.Generic;
using System.Globalization;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.Networks.Build;

/// <summary>
/// Rounds a layer's bias and ceiling and checks that they are usable, or that none are given where there is no epilogue.
/// </summary>
internal sealed class EpilogueBuilder(Oscillation semirings, NumberType format, List<Problem> problems)
{
    private const double ExactIntegers = 9007199254740992; // 2^53: beyond it, C# rounds what is written in an attribute

    private readonly ElementValues? _values = semirings.Select?.GetElement(format.Format) is { IsUsable: true }
        ? new(semirings.Select, format)
        : null;

    /// <summary>The layer; null where its epilogue is faulty.</summary>
    public Layer? Build(RawLayer raw, RoundedValues weights)
    {
        var hasEpilogue = semirings.Select is not null && raw.Epilogue.Epilogue == Epilogue.Full;
        if (!hasEpilogue)
        {
            return NothingGiven(raw)
                ? new Layer(
                    format.Format,
                    raw.Edges,
                    weights,
                    RoundedValues.FromBits(0, 0),
                    BiasMode.Dense,
                    Activation.None,
                    double.PositiveInfinity,
                    semirings with
                    {
                        Select = null,
                    }
                )
                : null;
        }

        return Biases(raw) is { } biases && Ceiling(raw, out var ceiling)
            ? new Layer(
                format.Format,
                raw.Edges,
                weights,
                biases,
                raw.Epilogue.BiasMode,
                raw.Epilogue.Activation ?? Activation.ReLU,
                ceiling,
                semirings
            )
            : null;
    }

    private bool NothingGiven(RawLayer layer)
    {
        var declared = layer.Epilogue;
        var given = declared switch
        {
            { Bias: not null } => "Bias",
            { Biases: not null } => "Biases",
            { Activation: not null } => "Activation",
            { Ceiling: not null } => "Ceiling",
            _ => null,
        };
        if (given is null)
            return true;
        if (declared.Epilogue == Epilogue.None)
            FailRemoving(
                [given, "Epilogue"],
                ProblemKinds.NoEpilogue,
                layer,
                given,
                given,
                "Epilogue.None leaves the epilogue out",
                "remove one of the two"
            );
        else
            FailRemoving(
                [given],
                ProblemKinds.NoEpilogue,
                layer,
                given,
                given,
                $"the network is linear over {semirings.Correlate.Name} and has no epilogue",
                $"remove it, or write [Oscillate(typeof({TypeName()}), typeof(…))]"
            );
        return false;
    }

    private string TypeName() => semirings.Correlate.TypeName.Substring(semirings.Correlate.TypeName.LastIndexOfAny(['.', ':']) + 1);

    private RoundedValues? Biases(RawLayer layer)
    {
        var declared = layer.Epilogue;
        if (declared.Bias is not null && declared.Biases is not null)
        {
            problems.Add(
                Problem.Create(
                    ProblemKinds.ConflictingArguments,
                    At(layer, "Biases"),
                    "Bias",
                    "Biases",
                    "keep one: Bias is the same for every neuron, Biases gives one each"
                ) with
                {
                    Remedies = new([Remedies.Remove(layer.Source.At("Biases")), Remedies.Remove(layer.Source.At("Bias"))]),
                }
            );
            return null;
        }

        if (declared.Biases is not { } list)
        {
            // Without a bias it is One, which changes nothing; where One cannot be read there is simply none.
            if (declared.Bias is not { } given)
                return RoundedValues.FromBits(_values!.One ?? 0, _values.One is null ? 0 : layer.Outputs);
            return Read(layer, "Bias", given, out var bias) ? RoundedValues.FromBits(bias, layer.Outputs) : null;
        }

        if (list.Count != layer.Outputs)
        {
            problems.Add(
                Problem.Create(
                    ProblemKinds.WrongCount,
                    At(layer, "Biases"),
                    "Biases",
                    list.Count,
                    $"the layer has {layer.Outputs} outputs"
                ) with
                {
                    Data = Count(layer),
                }
            );
            return null;
        }

        var rounded = new long[list.Count];
        for (var i = 0; i < rounded.Length; i++)
            if (!Read(layer, "Biases", list[i], out rounded[i]))
                return null;
        return RoundedValues.FromBits(rounded);
    }

    // How many values it should be and which one changes nothing. One list for layers of several sizes never fits.
    private EquatableArray<ProblemDatum> Count(RawLayer layer)
    {
        if (!layer.Source.HasOneWidth)
            return EquatableArray<ProblemDatum>.Empty;
        if (_values!.One is not { } one)
            return new(new ListLength(layer.Outputs, null).Data);
        var neutral = format.Real is null ? one : BitConverter.Int64BitsToDouble(one);
        var text = Math.Abs(neutral) > ExactIntegers ? null : neutral.ToString("R", CultureInfo.InvariantCulture);
        return new(new ListLength(layer.Outputs, text).Data);
    }

    private bool Ceiling(RawLayer layer, out double ceiling)
    {
        ceiling = layer.Epilogue.Ceiling ?? double.PositiveInfinity;
        if (double.IsPositiveInfinity(ceiling))
            return true;
        var given = ceiling;
        if (semirings.IsReLU ? !(given > 0) : double.IsNaN(given) || double.IsNegativeInfinity(given))
            return FailRemoving(
                ["Ceiling"],
                ProblemKinds.InvalidNumber,
                layer,
                "Ceiling",
                "Ceiling",
                given,
                semirings.IsReLU ? "it is above 0; leave it out for none" : "write a finite number; leave it out for none"
            )
                is not null;
        if (format.HoldsBits)
            return FailRemoving(
                ["Ceiling"],
                ProblemKinds.NotInFormat,
                layer,
                "Ceiling",
                "Ceiling",
                given,
                format.Name,
                "bits have no order that a ceiling could use, so leave it out"
            )
                is not null;
        // A ceiling is a number of the format, not of the carrier: the least of it and an output is taken.
        var numbers = new ElementValues(KnownSemirings.PlusTimes, format);
        if (numbers.Read("Ceiling", DecimalNumber.Exact(given), At(layer, "Ceiling"), isText: false, out var bits) is { } problem)
        {
            problems.Add(problem);
            return false;
        }

        ceiling = format.Real is null ? bits : BitConverter.Int64BitsToDouble(bits) + 0.0;
        if (ceiling > 0 || !semirings.IsReLU)
            return true;
        return Fail(
            ProblemKinds.InvalidNumber,
            layer,
            "Ceiling",
            "Ceiling",
            given,
            $"the nearest {format.Name} value is 0, which leaves no output; use a wider format or scale it"
        )
            is not null;
    }

    private bool Read(RawLayer layer, string argument, double value, out long bits)
    {
        bits = 0;
        var problem =
            double.IsNaN(value) || double.IsInfinity(value)
                ? Problem.Create(ProblemKinds.InvalidNumber, At(layer, argument), argument, value, "write a finite number")
                : _values!.Read(argument, DecimalNumber.Exact(value), At(layer, argument), isText: false, out bits);
        if (problem is not null)
            problems.Add(problem);
        return problem is null;
    }

    private static DeclarationPlace At(RawLayer layer, string argument) => layer.Source.At(argument);

    private RoundedValues? Fail(ProblemKind kind, RawLayer layer, string argument, params object[] arguments) =>
        FailRemoving([], kind, layer, argument, arguments);

    // Each of some arguments is one that may go.
    private RoundedValues? FailRemoving(string[] removable, ProblemKind kind, RawLayer layer, string argument, params object[] arguments)
    {
        problems.Add(
            Problem.Create(kind, At(layer, argument), arguments) with
            {
                Remedies = new(Array.ConvertAll(removable, name => Remedies.Remove(layer.Source.At(name)))),
            }
        );
        return null;
    }
}
