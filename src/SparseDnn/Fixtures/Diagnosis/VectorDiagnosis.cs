using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Diagnosis.Hypotheses;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis;

/// <summary>Says which fault of an implementation would give the outputs that were seen.</summary>
/// <remarks>
/// Each known fault is followed by a plain interpreter, and named only where it gives the wrong values and leaves the right ones right.
/// </remarks>
internal static class VectorDiagnosis
{
    /// <summary>How much work is done unless said otherwise: a second or two.</summary>
    public const long UsualWork = 200_000_000;

    private const int MaxCauses = 3;
    private const int LeastPartly = 3;

    /// <summary>Whoever gives the same values first is named first.</summary>
    private static readonly Func<Evidence, IEnumerable<Hypothesis>>[] Hypotheses =
    [
        UnwrittenOutputs.Hypotheses,
        LayerMistakes.Hypotheses,
        ItemMistakes.Hypotheses,
        ChainMistakes.Hypotheses,
        OutputMistakes.Hypotheses,
        ArithmeticMistakes.Hypotheses,
        ItemMistakes.Mixed,
    ];

    /// <summary>Likely causes, best first; empty where nothing is wrong or no known fault fits.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="observed">What was returned.</param>
    public static IReadOnlyList<LikelyCause> Explain(VectorSet vectors, ObservedOutputs observed) =>
        Explain(vectors, observed, UsualWork, out _);

    /// <summary>Likely causes, best first; empty where nothing is wrong or no known fault fits.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="observed">What was returned.</param>
    /// <param name="maxWork">Work beyond which no hypothesis is begun that takes a whole evaluation of the network. They come in the order
    /// of how likely they are.</param>
    /// <param name="work">Edges that were followed; one in a format that hardware does not round to counts several times, and neurons with
    /// equal rows count once.</param>
    public static IReadOnlyList<LikelyCause> Explain(VectorSet vectors, ObservedOutputs observed, long maxWork, out long work)
    {
        work = 0;
        var evidence = new Evidence(vectors, observed);
        if (evidence.WrongPositions.Count == 0)
            return [];
        var causes = new List<LikelyCause>();
        foreach (var hypothesis in Hypotheses.SelectMany(hypothesis => hypothesis(evidence)))
            if (evidence.Spent + hypothesis.Work <= maxWork && Judge(evidence, hypothesis) is { } cause)
                Keep(causes, cause);
        work = evidence.Spent;
        if (causes.Any(cause => cause.Explained == cause.Examined))
            causes.RemoveAll(cause => cause.Explained < cause.Examined);
        return causes.OrderByDescending(cause => cause.Explained).Take(MaxCauses).ToArray();
    }

    /// <summary>Likely causes, best first; empty where nothing is wrong or no known fault fits.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="items">0-based items in the order in which they were given.</param>
    /// <param name="actual">Value of an output (second) of the item at a position (first); null where it is no number.</param>
    public static IReadOnlyList<LikelyCause> Explain(VectorSet vectors, IReadOnlyList<int> items, Func<int, int, Dyadic?> actual)
    {
        var format = vectors.Formats.Activations;
        return Explain(
            vectors,
            new ObservedOutputs(items, (position, output) => actual(position, output) is { } value ? format.ToBits(value) : ulong.MaxValue)
        );
    }

    // Some mistakes are followed in several ways, such as fused and not; the way that explains most counts.
    private static void Keep(List<LikelyCause> causes, LikelyCause cause)
    {
        var same = causes.FindIndex(other => other.Sentence == cause.Sentence);
        if (same < 0)
            causes.Add(cause);
        else if (causes[same].Explained < cause.Explained)
            causes[same] = cause;
    }

    private static LikelyCause? Judge(Evidence evidence, Hypothesis hypothesis)
    {
        long explained = 0,
            contradicted = 0,
            examined = 0;
        foreach (var position in evidence.Examined)
        {
            var (claims, wrong) = (hypothesis.Predict(position), evidence.Wrong(position));
            examined += wrong.Count(isWrong => isWrong);
            for (var output = 0; output < wrong.Length && claims is not null; output++)
            {
                if (!claims[output].IsMade)
                    continue;
                var matches = evidence.Matches(claims[output].Value, position, output);
                if (matches && wrong[output])
                    explained++;
                if (!matches && !wrong[output])
                    contradicted++;
            }

            // Most hypotheses end at the first wrong item, which keeps large networks affordable.
            if (2 * explained < examined && 2 * contradicted > examined)
                return null;
            if (explained == 0 && examined > 0 && claims is not null)
                return null;
        }

        var isWhole = explained == examined && contradicted == 0;
        var isPartly = explained >= LeastPartly && 2 * explained >= examined && 4 * contradicted <= explained;
        return isWhole || isPartly ? new LikelyCause(hypothesis.Sentence, explained, examined, evidence.IsWhole) : null;
    }
}
