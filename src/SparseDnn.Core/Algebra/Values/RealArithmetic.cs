namespace SparseDnn.Algebra.Values;

/// <summary>Exact real arithmetic with ±∞; numbers that grow beyond thousands of bits are Undecided.</summary>
internal sealed class RealArithmetic : CarrierArithmetic
{
    private const int MaxCost = 8192; // beyond float's and double's range of exponents, below what would slow the editor

    public override CarrierValueKind ValueKind => CarrierValueKind.Number;

    public override CarrierValue Least => CarrierValue.NegativeInfinity;

    public override CarrierValue Greatest => CarrierValue.PositiveInfinity;

    public override CarrierValue Convert(Rational number) => Bounded(number);

    public override CarrierValue Add(CarrierValue x, CarrierValue y) => Add(x.AsNumber, y.AsNumber);

    public override CarrierValue Subtract(CarrierValue x, CarrierValue y) => Add(x.AsNumber, -y.AsNumber);

    public override CarrierValue Multiply(CarrierValue x, CarrierValue y)
    {
        Rational a = x.AsNumber,
            b = y.AsNumber;
        return !a.IsFinite && b.IsZero || !b.IsFinite && a.IsZero ? CarrierValue.Undefined : Bounded(a * b);
    }

    public override CarrierValue Divide(CarrierValue x, CarrierValue y)
    {
        Rational a = x.AsNumber,
            b = y.AsNumber;
        if (b.IsZero || !a.IsFinite && !b.IsFinite)
            return CarrierValue.Undefined;
        if (!b.IsFinite)
            return CarrierValue.Number(default(Rational));
        return a.IsFinite ? Bounded(a / b) : CarrierValue.Number(b.Sign > 0 ? a : -a);
    }

    public override CarrierValue Negate(CarrierValue x) => CarrierValue.Number(-x.AsNumber);

    public override CarrierValue Abs(CarrierValue x) => x.AsNumber.Sign < 0 ? Negate(x) : x;

    public override CarrierValue Exp(CarrierValue x)
    {
        var a = x.AsNumber;
        if (a.IsZero)
            return CarrierValue.Number(1);
        if (a.IsFinite)
            return CarrierValue.Undecided;
        return a.Sign > 0 ? x : CarrierValue.Number(default(Rational));
    }

    public override CarrierValue Log(CarrierValue x)
    {
        var a = x.AsNumber;
        if (a.Sign < 0)
            return CarrierValue.Undefined;
        if (a.IsZero)
            return CarrierValue.NegativeInfinity;
        if (!a.IsFinite)
            return x;
        return a.Equals(1) ? CarrierValue.Number(default(Rational)) : CarrierValue.Undecided;
    }

    private static CarrierValue Add(Rational a, Rational b) =>
        !a.IsFinite && !b.IsFinite && a.Sign != b.Sign ? CarrierValue.Undefined : Bounded(a + b);

    private static CarrierValue Bounded(Rational value) => value.Cost <= MaxCost ? CarrierValue.Number(value) : CarrierValue.Undecided;
}
