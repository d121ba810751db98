using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra;

/// <summary>A semiring candidate as text: carrier, Zero, One, ⊕, ⊗ and name, separated by semicolons.</summary>
/// <remarks>
/// Such as <c>real x0 x3FF0000000000000 [];x0;x3FF0000000000000;max a b;mul a b;Probability</c>. Brackets say which ends
/// belong to the carrier, a following n that NaN does. Invariant and exact, so that assemblies can carry it.
/// </remarks>
internal static class SemiringFormula
{
    private const int Parts = 6;

    private static readonly Dictionary<CarrierKind, string> Kinds = new()
    {
        [CarrierKind.Real] = "real",
        [CarrierKind.Boolean] = "bool",
        [CarrierKind.WrappingInt32] = "int32",
        [CarrierKind.WrappingInt64] = "int64",
        [CarrierKind.SaturatingInt32] = "saturating32",
        [CarrierKind.SaturatingInt64] = "saturating64",
        [CarrierKind.Word64] = "word64",
    };

    private static readonly Dictionary<string, CarrierKind> KindsByWord = Kinds.ToDictionary(
        row => row.Value,
        row => row.Key,
        StringComparer.Ordinal
    );

    /// <summary>The text of a candidate.</summary>
    /// <param name="candidate">Any candidate.</param>
    public static string Encode(SemiringCandidate candidate) =>
        string.Join(
            ";",
            Encode(candidate.Carrier),
            ValueCodec.Encode(candidate.Zero),
            ValueCodec.Encode(candidate.One),
            ExpressionCodec.Encode(candidate.Add),
            ExpressionCodec.Encode(candidate.Multiply),
            candidate.Name
        );

    /// <summary>The candidate of a text; null where it is none.</summary>
    /// <param name="text">Any text.</param>
    public static SemiringCandidate? Decode(string? text)
    {
        var parts = text?.Split([';'], Parts);
        return
            parts is { Length: Parts }
            && Carrier(parts[0]) is { } carrier
            && ValueCodec.Decode(parts[1]) is { } zero
            && ValueCodec.Decode(parts[2]) is { } one
            && ExpressionCodec.Decode(parts[3]) is { } add
            && ExpressionCodec.Decode(parts[4]) is { } multiply
            ? new(parts[5], add, multiply, zero, one, carrier)
            : null;
    }

    private static string Encode(Carrier carrier) =>
        string.Join(
            " ",
            Kinds[carrier.Kind],
            ValueCodec.Encode(carrier.Min),
            ValueCodec.Encode(carrier.Max),
            (carrier.IncludesMin ? "[" : "(") + (carrier.IncludesMax ? "]" : ")") + (carrier.IncludesUndefined ? "n" : "")
        );

    private static Carrier? Carrier(string text)
    {
        var words = text.Split(' ');
        if (
            words.Length != 4
            || !KindsByWord.TryGetValue(words[0], out var kind)
            || ValueCodec.Decode(words[1]) is not { } min
            || ValueCodec.Decode(words[2]) is not { } max
            || words[3].Length is not (2 or 3)
            || words[3][0] is not ('[' or '(')
            || words[3][1] is not (']' or ')')
            || (words[3].Length == 3 && words[3][2] != 'n')
        )
            return null;
        Carrier carrier = new(kind, min, max, words[3][0] == '[', words[3][1] == ']', words[3].Length == 3);
        return carrier.IsWellFormed ? carrier : null;
    }
}
