namespace SparseDnn.Algebra.Values;

/// <summary>Booleans; also the conditions inside operators of other carriers.</summary>
internal sealed class BooleanArithmetic : CarrierArithmetic
{
    public override CarrierValueKind ValueKind => CarrierValueKind.Boolean;

    public override CarrierValue Least => CarrierValue.Boolean(false);

    public override CarrierValue Greatest => CarrierValue.Boolean(true);

    public override CarrierValue Convert(Rational number) => CarrierValue.Undefined;

    public override CarrierValue And(CarrierValue x, CarrierValue y) => CarrierValue.Boolean(x.AsBoolean & y.AsBoolean);

    public override CarrierValue Or(CarrierValue x, CarrierValue y) => CarrierValue.Boolean(x.AsBoolean | y.AsBoolean);

    public override CarrierValue Xor(CarrierValue x, CarrierValue y) => CarrierValue.Boolean(x.AsBoolean ^ y.AsBoolean);

    public override CarrierValue Not(CarrierValue x) => CarrierValue.Boolean(!x.AsBoolean);
}
