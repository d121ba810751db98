using System;
using System.Numerics;
using System.Threading;
using SparseDnn.Exact.Sums;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Rounding;

/// <summary>The sums of a layer for one item, in integers on one scale.</summary>
internal sealed class ClassSums(LayerClasses classes, Dyadic[] inputs, CancellationToken cancellationToken)
{
    private const int RowsBetweenChecks = 64;

    private readonly ScaledIntegers _inputs = ScaledIntegers.Of(inputs);

    /// <summary>Σw·x of each class.</summary>
    public Dyadic[] Sums() => Row(classes.Weights, isMagnitude: false);

    /// <summary>Granularity and Σ|t| of each class, its bias included.</summary>
    public TermSummary[] Terms()
    {
        var magnitudes = Row(classes.Magnitudes, isMagnitude: true);
        var granularities = Array.ConvertAll(inputs, input => input.IsZero ? LayerClasses.Vanishing : input.Exponent);
        var terms = new TermSummary[classes.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            long least = LayerClasses.Vanishing;
            for (var edge = classes.Starts[i]; edge < classes.Starts[i + 1]; edge++)
            {
                ref readonly var from = ref classes.Edges[edge];
                if (from.Granularity != LayerClasses.Vanishing && granularities[from.Input] != LayerClasses.Vanishing)
                    least = Math.Min(least, (long)from.Granularity + granularities[from.Input]);
            }

            terms[i] = (magnitudes[i].IsZero ? default : new TermSummary(checked((int)least), magnitudes[i])).Add(classes.Biases[i]);
        }

        return terms;
    }

    private Dyadic[] Row(ScaledIntegers weights, bool isMagnitude)
    {
        var exponent = checked(weights.Exponent + _inputs.Exponent);
        var fits = weights.Small is not null && _inputs.Small is not null && classes.RowBits + _inputs.Bits <= ScaledIntegers.MaxSmallBits;
        var sums = new Dyadic[classes.Count];
        for (var i = 0; i < sums.Length; i++)
        {
            if (i % RowsBetweenChecks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            sums[i] = fits
                ? Dyadic.FromInt64(Small(i, weights.Small!, _inputs.Small!, isMagnitude), exponent)
                : new Dyadic(Large(i, weights.Large, _inputs.Large, isMagnitude), exponent);
        }

        return sums;
    }

    private long Small(int row, long[] weights, long[] values, bool isMagnitude)
    {
        long sum = 0;
        for (var edge = classes.Starts[row]; edge < classes.Starts[row + 1]; edge++)
        {
            var value = values[classes.Edges[edge].Input];
            sum += weights[edge] * (isMagnitude && value < 0 ? -value : value);
        }

        return sum;
    }

    private BigInteger Large(int row, BigInteger[] weights, BigInteger[] values, bool isMagnitude)
    {
        var sum = BigInteger.Zero;
        for (var edge = classes.Starts[row]; edge < classes.Starts[row + 1]; edge++)
        {
            var value = values[classes.Edges[edge].Input];
            if (!value.IsZero)
                sum += weights[edge] * (isMagnitude ? BigInteger.Abs(value) : value);
        }

        return sum;
    }
}
