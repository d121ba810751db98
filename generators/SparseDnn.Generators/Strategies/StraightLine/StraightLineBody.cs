using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Generators.Strategies.Common;
using SparseDnn.Generators.Text;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;

namespace SparseDnn.Generators.Strategies.StraightLine;

/// <summary>Writes the statements of one method of straight-line code.</summary>
internal sealed class StraightLineBody
{
    private readonly SourceWriter _writer;
    private readonly KernelNames _names;
    private readonly Layer _layer;
    private readonly LayerData _data;
    private readonly NeuronComments _comments;
    private readonly int[] _firstTerm;
    private readonly ILookup<int, int> _rowsOfSum;

    public StraightLineBody(SourceWriter writer, LayerPlan plan, KernelNames names)
    {
        (_writer, _names, _layer, _data) = (writer, names, plan.Layer, plan.Data);
        _comments = new NeuronComments(plan);
        _firstTerm = new int[_data.Sums + 1];
        for (var sum = 0; sum < _data.Sums; sum++)
            _firstTerm[sum + 1] = _firstTerm[sum] + _data.Terms(sum);
        _rowsOfSum = Enumerable.Range(0, _data.Outputs).ToLookup(row => _data.SumOfOutput[row]);
    }

    /// <summary>Writes a loop over registers that forms shared sums and sums.</summary>
    /// <param name="first">First step: shared sums come before sums.</param>
    /// <param name="end">Behind the last step.</param>
    public void Write(int first, int end)
    {
        var hasSums = end > _data.Partials.Count;
        if (hasSums && HasOneWeight && !_data.AddsOnly)
            _writer.Line($"var weight = All({Value(_data.Weights.ConstantBits)});");
        if (hasSums && _data.HasScales && _data.Scales.IsConstant)
            _writer.Line($"var scale = All({Value(_data.Scales.ConstantBits)});");
        if (hasSums && _data.HasBias && _data.Biases.IsConstant)
            _writer.Line($"var bias = All({Value(_data.Biases.ConstantBits)});");
        if (hasSums && _data.HasCeiling)
            _writer.Line($"var ceiling = All({Value(_data.CeilingBits)});");
        using (_writer.Block("for (; registers > 0; registers--)"))
        {
            // Sums of no terms need none.
            if (Enumerable.Range(first, end - first).Any(IsStored))
                _writer.Line("TVector s;");
            for (var step = first; step < end; step++)
            {
                if (step < _data.Partials.Count)
                    Shared(step);
                else
                    Sum(step - _data.Partials.Count);
            }

            _writer.Line("x = ref Next(ref x);");
            _writer.Line("y = ref Next(ref y);");
        }
    }

    private bool IsStored(int step) => step < _data.Partials.Count || _data.HasScales || _data.Terms(step - _data.Partials.Count) > 0;

    private bool HasOneWeight => _data.Weights is { IsConstant: true, Count: > 0 };

    private void Shared(int partial)
    {
        var terms = _data.Partials[partial].ToArray();
        _writer.Line(FormattableString.Invariant($"// Shared sum {partial}: {terms.Length} terms."));
        Terms("Zero", terms, "A", null);
        _writer.Line(FormattableString.Invariant($"Put(ref x, {_data.Inputs + partial}, s);"));
    }

    private void Sum(int sum)
    {
        var terms = _data.Lists[_data.ListOfSum[sum]].ToArray();
        var rows = _rowsOfSum[sum].ToArray();
        _writer.Line($"// {_comments.Of(sum)}");
        var result = (_data.AddsOnly, HasOneWeight) switch
        {
            (true, _) => Terms("Zero", terms, "A", null),
            (_, true) => Terms("Zero", terms, "C", null),
            _ => Terms("Zero", terms, "W", _firstTerm[sum]),
        };
        if (_data.HasScales)
        {
            _writer.Line($"s = Scale({result}, {(_data.Scales.IsConstant ? "scale" : $"All({Value(_data.Scales.Bits(sum))})")});");
            result = "s";
        }

        foreach (var row in rows)
            _writer.Line(FormattableString.Invariant($"Put(ref y, {row}, {Epilogue(row, result)});"));
    }

    /// <summary>Statements that add terms, four at a time, and the name of the result.</summary>
    private string Terms(string sum, int[] rows, string call, int? firstWeight)
    {
        for (var i = 0; i < rows.Length; )
        {
            var take = (rows.Length - i) switch
            {
                >= 4 => 4,
                >= 2 => 2,
                _ => 1,
            };
            var arguments = new List<string>();
            for (var end = i + take; i < end; i++)
                arguments.Add(
                    firstWeight is { } first
                        ? FormattableString.Invariant($"{rows[i]}, {Value(_data.Weights.Bits(first + i))}")
                        : FormattableString.Invariant($"{rows[i]}")
                );
            _writer.Line(
                FormattableString.Invariant(
                    $"s = {call}{take}({sum}, {(call == "C" ? "weight, " : "")}ref x, {string.Join(", ", arguments)});"
                )
            );
            sum = "s";
        }

        return sum;
    }

    private string Epilogue(int row, string sum)
    {
        var value = _data.HasBias ? $"Bias({sum}, {(_data.Biases.IsConstant ? "bias" : $"All({Value(_data.Biases.Bits(row))})")})" : sum;
        if (_data.HasActivation)
            value = $"Activate({value})";
        if (_layer.KeepsAbsent)
            value = $"{(_data.HasActivation ? "Present" : "PresentOrZero")}({sum}, {value})";
        return _data.HasCeiling ? $"Limit({value}, ceiling)" : value;
    }

    private string Value(long bits) => _names.Type.Literal(bits);
}
