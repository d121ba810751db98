using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Values;

/// <summary>The operations of one ideal carrier on known values of its kind; what a carrier lacks is Undefined.</summary>
internal abstract class CarrierArithmetic
{
    /// <summary>The kind of the carrier's values.</summary>
    public abstract CarrierValueKind ValueKind { get; }

    /// <summary>The least value that the type holds: −∞, the least integer, 0, false.</summary>
    public abstract CarrierValue Least { get; }

    /// <summary>The greatest value that the type holds.</summary>
    public abstract CarrierValue Greatest { get; }

    /// <summary>The value of a written number, Undefined where the type does not hold it.</summary>
    public abstract CarrierValue Convert(Rational number);

    public virtual CarrierValue Add(CarrierValue x, CarrierValue y) => default;

    public virtual CarrierValue Subtract(CarrierValue x, CarrierValue y) => default;

    public virtual CarrierValue Multiply(CarrierValue x, CarrierValue y) => default;

    public virtual CarrierValue Divide(CarrierValue x, CarrierValue y) => default;

    public virtual CarrierValue Negate(CarrierValue x) => default;

    public virtual CarrierValue Abs(CarrierValue x) => default;

    public virtual CarrierValue And(CarrierValue x, CarrierValue y) => default;

    public virtual CarrierValue Or(CarrierValue x, CarrierValue y) => default;

    public virtual CarrierValue Xor(CarrierValue x, CarrierValue y) => default;

    public virtual CarrierValue Not(CarrierValue x) => default;

    public virtual CarrierValue ShiftLeft(CarrierValue x, CarrierValue y) => default;

    public virtual CarrierValue ShiftRight(CarrierValue x, CarrierValue y) => default;

    public virtual CarrierValue ShiftRightLogical(CarrierValue x, CarrierValue y) => default;

    public virtual CarrierValue Exp(CarrierValue x) => default;

    public virtual CarrierValue Log(CarrierValue x) => default;

    /// <summary>The value of a written constant.</summary>
    public CarrierValue Convert(CarrierValue constant)
    {
        if (constant.Kind == CarrierValueKind.Number && ValueKind != CarrierValueKind.Number)
            return Convert(constant.AsNumber);
        if (constant.Kind == CarrierValueKind.Integer && ValueKind != CarrierValueKind.Integer)
            return Convert(new Rational((Dyadic)constant.AsInteger));
        return constant;
    }
}
