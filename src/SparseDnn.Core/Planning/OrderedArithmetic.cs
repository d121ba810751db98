using System;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning;

/// <summary>
/// Decides where a &lt; b ? a : b, one instruction, gives the bits of min, for which NaN wins and −0 comes before +0; likewise for max.
/// </summary>
/// <remarks>
/// An abstract interpretation over <see cref="ValueClasses"/>: classes of the layer's weights, assumed classes of its inputs, and
/// the least fixed point of the sums, which begin at Zero and grow by ⊕ (w ⊗ x). The select is right as long as at no min or max an operand
/// may be
/// NaN and the two cannot be zeros of different signs.
/// </remarks>
internal static class OrderedArithmetic
{
    /// <summary>The weakest demand on a layer's inputs that suffices, and whether its outputs meet it again.</summary>
    /// <param name="layer">A layer of a sound network.</param>
    public static (OrderedInputs Demand, bool Keeps) Of(Layer layer)
    {
        if (NumberTypes.Of(layer.Elements).Real is null)
            return (OrderedInputs.Always, true);
        if (layer.Correlate is not { Candidate: { } candidate, ZeroBits: { } zero })
            return (OrderedInputs.Never, false);
        if (!HasOrder(candidate.Add) && !HasOrder(candidate.Multiply))
            return (OrderedInputs.Always, true);
        var weights = Classes(layer.Weights);
        foreach (var demand in new[] { OrderedInputs.Always, OrderedInputs.NoNaN, OrderedInputs.NonNegative })
        {
            if (Sums(layer, candidate, zero, weights, Inputs(demand)) is not { } sums)
                continue;
            return (demand, demand == OrderedInputs.Always || (Outputs(layer, zero, sums) & ~Inputs(demand)) == ValueClasses.None);
        }

        return (OrderedInputs.Never, false);
    }

    /// <summary>The values that a demand allows.</summary>
    /// <param name="demand">The demand.</param>
    public static ValueClasses Inputs(OrderedInputs demand) =>
        demand switch
        {
            OrderedInputs.Always => ValueClasses.Numbers,
            OrderedInputs.NoNaN => ValueClasses.Ordered,
            OrderedInputs.NonNegative => ValueClasses.NonNegative,
            _ => ValueClasses.None,
        };

    // Null where a select would be wrong.
    private static ValueClasses? Sums(Layer layer, SemiringCandidate candidate, long zero, ValueClasses weights, ValueClasses inputs)
    {
        var format = NumberTypes.Of(layer.Elements);
        ClassEvaluation add = new(candidate.Add, format),
            multiply = new(candidate.Multiply, format);
        var terms = multiply.Apply(weights, inputs);
        var sums = ValueClass.Of(BitConverter.Int64BitsToDouble(zero));
        for (var grown = ValueClasses.None; grown != sums; )
        {
            grown = sums;
            sums |= add.Apply(sums, terms);
        }

        return multiply.IsOrdered && add.IsOrdered ? sums : null;
    }

    private static ValueClasses Outputs(Layer layer, long zero, ValueClasses sums)
    {
        var outputs = sums;
        if (layer.Select is { } select)
        {
            if (select is not { Candidate: { } candidate, OneBits: { } one })
                return ValueClasses.Numbers;
            var format = NumberTypes.Of(layer.Elements);
            var unit = ValueClass.Of(BitConverter.Int64BitsToDouble(one));
            if (layer.HasBias)
                outputs = new ClassEvaluation(candidate.Multiply, format).Apply(outputs, Classes(layer.Biases));
            if (layer.HasActivation)
                outputs = new ClassEvaluation(candidate.Add, format).Apply(outputs, unit);
            if (layer.BiasMode == BiasMode.NonzeroSums)
                outputs |= layer.HasActivation ? unit : ValueClass.Of(BitConverter.Int64BitsToDouble(zero));
        }

        return layer.HasCeiling ? ClassArithmetic.Apply(ExpressionOperator.Min, outputs, ValueClass.Of(layer.Ceiling)) : outputs;
    }

    private static ValueClasses Classes(RoundedValues values)
    {
        var classes = ValueClasses.None;
        for (var i = 0; i < (values.IsConstant ? Math.Min(1, values.Count) : values.Count); i++)
            classes |= ValueClass.Of(values[i]);
        return classes;
    }

    private static bool HasOrder(OperatorExpression expression)
    {
        if (expression.Operator is ExpressionOperator.Min or ExpressionOperator.Max)
            return true;
        foreach (var operand in expression.Operands)
            if (HasOrder(operand))
                return true;
        return false;
    }
}
