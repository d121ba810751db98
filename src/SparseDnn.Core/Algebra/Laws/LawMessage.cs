using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>Writes counter-examples: "⊗ does not distribute over ⊕: a=2, b=−1, c=3: a⊗(b⊕c) = 6, (a⊗b)⊕(a⊗c) = −2".</summary>
internal static class LawMessage
{
    public static string Write(
        Law law,
        SemiringCandidate candidate,
        IReadOnlyList<CarrierValue> values,
        CarrierValue left,
        CarrierValue right
    )
    {
        var complaint = string.Format(CultureInfo.InvariantCulture, law.Complaint, candidate.Zero, candidate.One, candidate.Carrier);
        if (values.Count == 0)
            return complaint;
        var assignment = string.Join(", ", values.Select(static (value, index) => $"{"abc"[index]}={value}"));
        var sides = law.Right is null ? $"{law.Left} = {left}" : $"{law.Left} = {left}, {law.Right} = {right}";
        return $"{complaint}: {assignment}: {sides}";
    }
}
