using System.Collections.Generic;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra;

/// <summary>Writes the rows of one semiring for every element type.</summary>
internal sealed class SemiringElementRows(string name, OperatorExpression add, OperatorExpression multiply)
{
    private readonly List<SemiringElement> _rows = [];

    public SemiringElementRows Reals(Carrier carrier, double zero, double one)
    {
        SemiringCandidate candidate = new(name, add, multiply, CarrierValue.Number(zero), CarrierValue.Number(one), carrier);
        _rows.Add(SemiringElement.Exists(ElementFormat.Binary32, candidate));
        _rows.Add(SemiringElement.Exists(ElementFormat.Binary64, candidate));
        return this;
    }

    public SemiringElementRows NoReals(string reason) => No(reason, ElementFormat.Binary32, ElementFormat.Binary64);

    public SemiringElementRows Integers(long zero, long one) => Int32(zero, one).Int64(zero, one);

    public SemiringElementRows Int32(long zero, long one) =>
        Add(ElementFormat.Int32, CarrierKind.WrappingInt32, CarrierValue.Integer(zero), CarrierValue.Integer(one));

    public SemiringElementRows Int64(long zero, long one) =>
        Add(ElementFormat.Int64, CarrierKind.WrappingInt64, CarrierValue.Integer(zero), CarrierValue.Integer(one));

    public SemiringElementRows NoIntegers(string reason) => No(reason, ElementFormat.Int32, ElementFormat.Int64);

    public SemiringElementRows Booleans() =>
        Add(ElementFormat.Boolean, CarrierKind.Boolean, CarrierValue.Boolean(false), CarrierValue.Boolean(true));

    public SemiringElementRows NoBooleans(string reason) => No(reason, ElementFormat.Boolean);

    public SemiringElement[] Words() =>
        [.. Add(ElementFormat.Word64, CarrierKind.Word64, CarrierValue.Word(0), CarrierValue.Word(ulong.MaxValue))._rows];

    public SemiringElement[] NoWords(string reason) => [.. No(reason, ElementFormat.Word64)._rows];

    private SemiringElementRows Add(ElementFormat type, CarrierKind kind, CarrierValue zero, CarrierValue one)
    {
        _rows.Add(SemiringElement.Exists(type, new(name, add, multiply, zero, one, Carrier.Whole(kind))));
        return this;
    }

    private SemiringElementRows No(string reason, params ElementFormat[] types)
    {
        foreach (var type in types)
            _rows.Add(SemiringElement.Declined(type, reason));
        return this;
    }
}
