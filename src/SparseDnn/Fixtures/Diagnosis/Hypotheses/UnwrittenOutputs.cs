using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Fixtures.Diagnosis.Observations;

namespace SparseDnn.Fixtures.Diagnosis.Hypotheses;

/// <summary>Outputs that keep what they held before the call.</summary>
internal static class UnwrittenOutputs
{
    public static IEnumerable<Hypothesis> Hypotheses(Evidence evidence)
    {
        if (evidence.Observed.IsUntouched is not { } isUntouched)
            yield break;
        var untouched = evidence
            .WrongPositions.Select(position =>
                Enumerable.Range(0, evidence.Outputs).Where(output => isUntouched(position, output)).ToArray()
            )
            .ToArray();
        if (untouched.All(outputs => outputs.Length == 0))
            yield break;
        yield return new Hypothesis(
            Sentence(evidence, untouched),
            position =>
                Enumerable
                    .Range(0, evidence.Outputs)
                    .Select(output => isUntouched(position, output) ? Claim.Of(evidence.Actual(position)[output]) : default)
                    .ToArray()
        );
    }

    private static string Sentence(Evidence evidence, int[][] untouched)
    {
        var wrong = evidence.WrongPositions.Where((_, i) => untouched[i].Length > 0).ToArray();
        var affected = untouched.Where(outputs => outputs.Length > 0).ToArray();
        if (affected.All(outputs => outputs.Length == evidence.Outputs))
        {
            if (wrong.Length == evidence.Observed.Items.Count)
                return "outputs are never written";
            if (AreTails(evidence, wrong))
                return "the last items of a batch are never written";
            return "the outputs of some items are never written";
        }
        var from = affected[0][0];
        var isTail = affected.All(outputs => outputs[0] == from && outputs.Length == evidence.Outputs - from);
        return isTail ? $"outputs from neuron [{from}] on are never written" : "some outputs are never written";
    }

    private static bool AreTails(Evidence evidence, int[] positions)
    {
        var (batch, count) = (evidence.Observed.Batch, evidence.Observed.Items.Count);
        var set = new HashSet<int>(positions);
        return batch > 1
            && positions.All(position => position + 1 == Math.Min(count, ((position / batch) + 1) * batch) || set.Contains(position + 1));
    }
}
