using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis.Hypotheses;

/// <summary>Mistakes in storing right results: places, signs, scales, bytes.</summary>
internal static class OutputMistakes
{
    private const int MaxScale = 64;

    public static IEnumerable<Hypothesis> Hypotheses(Evidence evidence)
    {
        var last = evidence.Outputs - 1;
        yield return Placed("outputs are stored one neuron too far", output => output - 1);
        yield return Placed("outputs are stored one neuron too early", output => output + 1);
        if (last > 0)
            yield return Placed("outputs are stored in reverse order", output => last - output);
        yield return Changed("outputs have the opposite sign", value => -value);
        if (Shift(evidence) is { } shift)
            yield return Changed(
                $"outputs are {1UL << Math.Abs(shift)} times too {(shift > 0 ? "large" : "small")}, a matter of scale",
                value => value.ScaleByPowerOfTwo(shift)
            );
        if (evidence.Vectors.Formats.Activations is { BitWidth: > 8 } format)
            yield return Changed(
                "the bytes of each output are in the opposite order",
                value => format.TryFromBits(Reversed(format.ToBits(value), format.BitWidth / 8), out var other) ? other : null
            );
        yield return Changed("every output is 0", _ => Dyadic.Zero);

        Hypothesis Placed(string sentence, Func<int, int> source) =>
            new(
                sentence,
                position =>
                    Claims(
                        position,
                        output =>
                            source(output) is var from && from >= 0 && from <= last ? Claim.Of(evidence.Expected(position)[from]) : default
                    )
            );
        Hypothesis Changed(string sentence, Func<Dyadic, Dyadic?> change) =>
            new(sentence, position => Claims(position, output => Claim.Of(change(evidence.Expected(position)[output]))));
        Claim[] Claims(int position, Func<int, Claim> claim) => Enumerable.Range(0, last + 1).Select(claim).ToArray();
    }

    // The power of two between the first wrong value that has one and what was expected.
    private static int? Shift(Evidence evidence)
    {
        foreach (var position in evidence.Examined)
            for (var output = 0; output < evidence.Outputs; output++)
            {
                if (!evidence.Wrong(position)[output] || evidence.Actual(position)[output] is not { IsFinite: true, IsZero: false } actual)
                    continue;
                if (
                    evidence.Expected(position)[output] is not { IsFinite: true, IsZero: false } expected
                    || actual.Mantissa != expected.Mantissa
                )
                    continue;
                var shift = actual.Exponent - expected.Exponent;
                return Math.Abs(shift) < MaxScale ? shift : null;
            }

        return null;
    }

    private static ulong Reversed(ulong bits, int bytes)
    {
        ulong reversed = 0;
        for (var i = 0; i < bytes; i++)
            reversed |= ((bits >> (8 * i)) & 0xFF) << (8 * (bytes - 1 - i));
        return reversed;
    }
}
