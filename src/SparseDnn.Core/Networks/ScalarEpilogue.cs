using System;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;

namespace SparseDnn.Networks;

/// <summary>The epilogue of a layer on one sum, in the arithmetic of its element type: crossing rule, ⊗₂ b, ⊕₂ One₂, ceiling.</summary>
/// <param name="layer">A layer with an epilogue.</param>
/// <param name="candidate">S2, whose operations are known.</param>
internal sealed class ScalarEpilogue(Layer layer, SemiringCandidate candidate)
{
    private readonly ScalarOperation _add = ScalarOperation.Compile(candidate.Add, layer.Elements);
    private readonly ScalarOperation _multiply = ScalarOperation.Compile(candidate.Multiply, layer.Elements);
    private readonly ScalarOperation? _least = NumberTypes.Of(layer.Elements).HoldsBits
        ? null
        : ScalarOperation.Compile(OperatorExpression.Min(OperatorExpression.A, OperatorExpression.B), layer.Elements);
    private readonly bool _isReal = NumberTypes.Of(layer.Elements).Real is not null;
    private readonly long _zero = layer.Correlate.ZeroBits ?? throw new NotSupportedException("Zero is not known.");
    private readonly long _one = layer.Select!.OneBits ?? throw new NotSupportedException("One is not known.");

    /// <summary>The output.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="bias">The neuron's bias; null for none.</param>
    public long Apply(long sum, long? bias)
    {
        long value;
        if (layer.BiasMode == BiasMode.NonzeroSums && IsZero(sum))
        {
            value = layer.HasActivation ? _one : _zero;
        }
        else
        {
            value = bias is { } b ? _multiply.Apply(sum, b) : sum;
            if (layer.HasActivation)
                value = _add.Apply(value, _one);
        }

        return layer.HasCeiling
            ? _least!.Apply(value, _isReal ? BitConverter.DoubleToInt64Bits(layer.Ceiling) : (long)layer.Ceiling)
            : value;
    }

    /// <summary>Whether <see cref="Apply"/> gives the same bits on every platform.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="bias">The neuron's bias; null for none.</param>
    public bool IsDecided(long sum, long? bias)
    {
        if (layer.BiasMode == BiasMode.NonzeroSums && IsZero(sum))
            return true;
        var format = NumberTypes.Of(layer.Elements);
        var value = bias is { } b ? _multiply.Apply(sum, b) : sum;
        return (bias is null || IsDecided(candidate.Multiply, format, sum, bias.Value))
            && (!layer.HasActivation || IsDecided(candidate.Add, format, value, _one));
    }

    /// <summary>
    /// Whether an operation gives the same bits on every platform: e^x and log x do only where the ideal value is known, such as e^−∞ = 0.
    /// </summary>
    /// <param name="operation">⊕ or ⊗.</param>
    /// <param name="format">The element format.</param>
    /// <param name="a">Left operand.</param>
    /// <param name="b">Right operand.</param>
    public static bool IsDecided(OperatorExpression operation, NumberType format, long a, long b) =>
        !SemiringTraits.IsTranscendental(operation) || operation.Evaluate(format.Carrier, format.FromBits(a), format.FromBits(b)).IsKnown;

    private bool IsZero(long sum) =>
        sum == _zero || (_isReal && BitConverter.Int64BitsToDouble(sum) == BitConverter.Int64BitsToDouble(_zero));
}
