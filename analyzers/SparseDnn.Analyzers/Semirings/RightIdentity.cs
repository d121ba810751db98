using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Laws;
using SparseDnn.Algebra.Values;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings;

/// <summary>Which value Zero or One should be, where a law says that it is another.</summary>
internal static class RightIdentity
{
    private static readonly Dictionary<SemiringMember, LawKind[]> Laws = new()
    {
        [SemiringMember.Zero] =
        [
            LawKind.ZeroInCarrier,
            LawKind.ZeroLeftIdentity,
            LawKind.ZeroRightIdentity,
            LawKind.LeftAnnihilation,
            LawKind.RightAnnihilation,
        ],
        [SemiringMember.One] = [LawKind.OneInCarrier, LawKind.OneLeftIdentity, LawKind.OneRightIdentity],
    };

    /// <summary>
    /// The identity for which all its laws hold; null where none of the usual values is one, or several members are at fault.
    /// </summary>
    public static CarrierValue? Find(
        ElementSource element,
        SemiringCandidate candidate,
        SemiringMember member,
        LawReports reports,
        CancellationToken cancellationToken
    )
    {
        if (!Laws.TryGetValue(member, out var laws))
            return null;
        var isDeclared = element.Members.Any(source => source.Member == SemiringMember.Carrier);
        foreach (var value in Usual(candidate.Carrier))
        {
            var other = member == SemiringMember.Zero ? candidate with { Zero = value } : candidate with { One = value };
            if (!isDeclared)
                other = other with { Carrier = Carrier.Default(candidate.Carrier.Kind, other.Zero, other.One) };
            var report = reports.Of(other, $"with {member} {value}", cancellationToken);
            if (laws.All(law => report[law] is not LawResult.Broken))
                return value;
        }

        return null;
    }

    /// <summary>Whether an integer's end stands for an infinity and ⊗ wraps around at it.</summary>
    public static bool Overflows(SemiringCandidate candidate, LawKind broken) =>
        broken is LawKind.LeftAnnihilation or LawKind.RightAnnihilation
        && candidate is { Carrier.Kind: CarrierKind.WrappingInt32 or CarrierKind.WrappingInt64, Zero.Kind: CarrierValueKind.Integer }
        && Carrier.Whole(candidate.Carrier.Kind) is var whole
        && (candidate.Zero.Equals(whole.Min) || candidate.Zero.Equals(whole.Max));

    private static IEnumerable<CarrierValue> Usual(Carrier carrier)
    {
        var whole = Carrier.Whole(carrier.Kind);
        CarrierValue[] values = whole.Min.Kind switch
        {
            CarrierValueKind.Number => [CarrierValue.Number(0), CarrierValue.Number(1), carrier.Min, carrier.Max, whole.Min, whole.Max],
            CarrierValueKind.Integer =>
            [
                CarrierValue.Integer(0),
                CarrierValue.Integer(1),
                CarrierValue.Integer(-1),
                carrier.Min,
                carrier.Max,
            ],
            _ => [whole.Min, whole.Max],
        };
        return values.Distinct();
    }
}
