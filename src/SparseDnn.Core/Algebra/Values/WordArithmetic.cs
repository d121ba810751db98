namespace SparseDnn.Algebra.Values;

/// <summary>Words of 64 bits: unsigned, modulo 2^64; shifts fill with zeros.</summary>
internal sealed class WordArithmetic : CarrierArithmetic
{
    private const int CountMask = 63;

    public override CarrierValueKind ValueKind => CarrierValueKind.Word;

    public override CarrierValue Least => CarrierValue.Word(0);

    public override CarrierValue Greatest => CarrierValue.Word(ulong.MaxValue);

    // Written constants wrap, so that −1 is the word of all ones.
    public override CarrierValue Convert(Rational number) =>
        number.TryGetInteger(out var integer) ? CarrierValue.Word((ulong)(integer & ulong.MaxValue)) : CarrierValue.Undefined;

    public override CarrierValue Add(CarrierValue x, CarrierValue y) => CarrierValue.Word(unchecked(x.AsWord + y.AsWord));

    public override CarrierValue Subtract(CarrierValue x, CarrierValue y) => CarrierValue.Word(unchecked(x.AsWord - y.AsWord));

    public override CarrierValue Multiply(CarrierValue x, CarrierValue y) => CarrierValue.Word(unchecked(x.AsWord * y.AsWord));

    public override CarrierValue Divide(CarrierValue x, CarrierValue y) =>
        y.AsWord == 0 ? CarrierValue.Undefined : CarrierValue.Word(x.AsWord / y.AsWord);

    public override CarrierValue Negate(CarrierValue x) => CarrierValue.Word(unchecked(0 - x.AsWord));

    public override CarrierValue Abs(CarrierValue x) => x;

    public override CarrierValue And(CarrierValue x, CarrierValue y) => CarrierValue.Word(x.AsWord & y.AsWord);

    public override CarrierValue Or(CarrierValue x, CarrierValue y) => CarrierValue.Word(x.AsWord | y.AsWord);

    public override CarrierValue Xor(CarrierValue x, CarrierValue y) => CarrierValue.Word(x.AsWord ^ y.AsWord);

    public override CarrierValue Not(CarrierValue x) => CarrierValue.Word(~x.AsWord);

    public override CarrierValue ShiftLeft(CarrierValue x, CarrierValue y) => CarrierValue.Word(x.AsWord << Count(y));

    public override CarrierValue ShiftRight(CarrierValue x, CarrierValue y) => CarrierValue.Word(x.AsWord >> Count(y));

    public override CarrierValue ShiftRightLogical(CarrierValue x, CarrierValue y) => ShiftRight(x, y);

    private static int Count(CarrierValue y) => (int)(y.AsWord & CountMask);
}
