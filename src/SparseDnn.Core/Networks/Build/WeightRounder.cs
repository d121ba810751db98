using System;
using System.Collections.Generic;
using System.Threading;
using SparseDnn.Networks.Kinds;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Build;

/// <summary>Turns a layer's written weights into values of its format.</summary>
internal static class WeightRounder
{
    private const int WeightsBetweenChecks = 1 << 14;

    /// <summary>The weights; null where one is no value, which adds a problem.</summary>
    public static RoundedValues? Round(RawLayer raw, ElementValues elements, List<Problem> problems, CancellationToken cancellationToken)
    {
        if (raw.Weights is not { } weights)
            return One(raw, elements, problems);
        var bits = new long[weights.IsConstant ? Math.Min(1, weights.Count) : weights.Count];
        for (var i = 0; i < bits.Length; i++)
        {
            if (i % WeightsBetweenChecks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (
                elements.Read($"In {raw.Label} the weight", weights[i], ProblemPlace.TypeName, raw.Source.HasText, out bits[i])
                is not { } problem
            )
                continue;
            problems.Add(
                problem with
                {
                    Place = raw.Source.PlaceOf(raw, i),
                    Remedies = raw.Source.Format is null ? problem.Remedies : Remedies.Wider(raw.Source, elements.Format, weights[i]),
                }
            );
            return null;
        }

        return weights.IsConstant ? RoundedValues.FromBits(bits.Length == 0 ? 0 : bits[0], weights.Count) : RoundedValues.FromBits(bits);
    }

    private static RoundedValues? One(RawLayer raw, ElementValues elements, List<Problem> problems)
    {
        if (elements.One is { } one)
            return RoundedValues.FromBits(raw.Edges.EntryCount == 0 ? 0 : one, raw.Edges.EntryCount);
        problems.Add(
            Problem.Create(
                ProblemKinds.InvalidNumber,
                raw.Source.At(null),
                "Weight",
                "not given",
                "write it, because One of the semiring cannot be read at compile time"
            )
        );
        return null;
    }
}
