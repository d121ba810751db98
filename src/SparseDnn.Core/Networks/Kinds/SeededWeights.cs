using System;
using System.Globalization;
using SparseDnn.Inputs.Weights;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

/// <summary>Weights drawn uniformly from a range, one an edge.</summary>
/// <param name="Least">Least weight.</param>
/// <param name="Bound">Bound of the weights, never reached unless it is the least.</param>
internal sealed record SeededWeights(double Least, double Bound)
{
    /// <summary>Name of the argument with the least weight.</summary>
    public const string LeastArgument = "MinWeight";

    /// <summary>Name of the argument with the bound.</summary>
    public const string BoundArgument = "MaxWeight";

    /// <summary>The least weight where none is given.</summary>
    public const double DefaultLeast = -1;

    /// <summary>The bound where none is given.</summary>
    public const double DefaultBound = 1;

    private const int DrawsBetweenChecks = 1 << 16;

    /// <summary>Whether the range can be drawn from; otherwise a problem is added.</summary>
    public bool Check(LayersDeclaration group, LayerContext context)
    {
        if (!context.Usable(group, LeastArgument, Least) || !context.Usable(group, BoundArgument, Bound))
            return false;
        if (Least > Bound)
            context.Fail(
                ProblemKinds.InvalidNumber,
                group.At(LeastArgument),
                LeastArgument,
                Least,
                $"it is at most MaxWeight, {Bound.ToString("R", CultureInfo.InvariantCulture)}"
            );
        else if (double.IsInfinity(Bound - Least))
            context.Fail(
                ProblemKinds.InvalidNumber,
                group.At(BoundArgument),
                BoundArgument,
                Bound,
                $"its distance from MinWeight, {Least.ToString("R", CultureInfo.InvariantCulture)}, "
                    + "is beyond binary64; make the range narrower"
            );
        else
            return true;
        return false;
    }

    /// <summary>The weights: Least + (Bound − Least)·u. Integers are rounded down; bits have only One, which is null.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">Advanced by one draw a weight.</param>
    /// <param name="context">Knows the element format.</param>
    public DecimalValues? Draw(int count, ref SplitMix64 random, LayerContext context)
    {
        if (context.Elements.Format.HoldsBits)
            return null;
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (i % DrawsBetweenChecks == 0)
                context.CancellationToken.ThrowIfCancellationRequested();
            values[i] = Least + ((Bound - Least) * random.NextUnit());
        }

        if (context.Elements.Format.Real is null)
            for (var i = 0; i < count; i++)
                values[i] = Math.Floor(values[i]);
        return new DecimalValues(values, null);
    }

    /// <summary>The argument that a weight beyond a format comes from.</summary>
    public ProblemPlace PlaceOfLargest(LayersDeclaration group) =>
        group.At(Math.Abs(Least) > Math.Abs(Bound) ? LeastArgument : BoundArgument);
}
