using System.Numerics;

namespace SparseDnn.Algebra.Values;

/// <summary>Signed integers of 32 or 64 bits: wrapping as C# computes in an unchecked context, or saturating.</summary>
/// <remarks>
/// Division truncates; where .NET throws (x/0, wrapping Min/−1, wrapping |Min|) the result is Undefined. Shift counts are taken modulo the
/// width.
/// </remarks>
internal sealed class IntegerArithmetic : CarrierArithmetic
{
    private readonly int _bits;
    private readonly bool _saturates;
    private readonly long _least;
    private readonly long _greatest;

    public IntegerArithmetic(int bits, bool saturates)
    {
        _bits = bits;
        _saturates = saturates;
        _greatest = bits == 64 ? long.MaxValue : (1L << (bits - 1)) - 1;
        _least = -_greatest - 1;
    }

    public override CarrierValueKind ValueKind => CarrierValueKind.Integer;

    public override CarrierValue Least => CarrierValue.Integer(_least);

    public override CarrierValue Greatest => CarrierValue.Integer(_greatest);

    public override CarrierValue Convert(Rational number) =>
        number.TryGetInteger(out var integer) && integer >= _least && integer <= _greatest
            ? CarrierValue.Integer((long)integer)
            : CarrierValue.Undefined;

    public override CarrierValue Add(CarrierValue x, CarrierValue y)
    {
        long a = x.AsInteger,
            b = y.AsInteger,
            sum = unchecked(a + b);
        return ((a ^ sum) & (b ^ sum)) < 0 ? Fit((BigInteger)a + b) : Fit(sum);
    }

    public override CarrierValue Subtract(CarrierValue x, CarrierValue y)
    {
        long a = x.AsInteger,
            b = y.AsInteger,
            difference = unchecked(a - b);
        return ((a ^ b) & (a ^ difference)) < 0 ? Fit((BigInteger)a - b) : Fit(difference);
    }

    public override CarrierValue Multiply(CarrierValue x, CarrierValue y)
    {
        long a = x.AsInteger,
            b = y.AsInteger;
        return a == (int)a && b == (int)b ? Fit(a * b) : Fit((BigInteger)a * b);
    }

    public override CarrierValue Divide(CarrierValue x, CarrierValue y)
    {
        long a = x.AsInteger,
            b = y.AsInteger;
        if (b == 0)
            return CarrierValue.Undefined;
        if (b != -1)
            return CarrierValue.Integer(a / b);
        return a == _least && !_saturates ? CarrierValue.Undefined : Negate(x);
    }

    public override CarrierValue Negate(CarrierValue x) => Subtract(CarrierValue.Integer(0), x);

    public override CarrierValue Abs(CarrierValue x)
    {
        if (x.AsInteger == _least && !_saturates)
            return CarrierValue.Undefined;
        return x.AsInteger < 0 ? Negate(x) : x;
    }

    public override CarrierValue And(CarrierValue x, CarrierValue y) => CarrierValue.Integer(x.AsInteger & y.AsInteger);

    public override CarrierValue Or(CarrierValue x, CarrierValue y) => CarrierValue.Integer(x.AsInteger | y.AsInteger);

    public override CarrierValue Xor(CarrierValue x, CarrierValue y) => CarrierValue.Integer(x.AsInteger ^ y.AsInteger);

    public override CarrierValue Not(CarrierValue x) => CarrierValue.Integer(~x.AsInteger);

    public override CarrierValue ShiftLeft(CarrierValue x, CarrierValue y) => CarrierValue.Integer(Wrap(x.AsInteger << Count(y)));

    public override CarrierValue ShiftRight(CarrierValue x, CarrierValue y) => CarrierValue.Integer(x.AsInteger >> Count(y));

    public override CarrierValue ShiftRightLogical(CarrierValue x, CarrierValue y) =>
        CarrierValue.Integer(
            _bits == 64 ? unchecked((long)((ulong)x.AsInteger >> Count(y))) : unchecked((int)((uint)x.AsInteger >> Count(y)))
        );

    private int Count(CarrierValue y) => (int)(y.AsInteger & (_bits - 1));

    private long Wrap(long value) => _bits == 64 ? value : (int)value;

    private CarrierValue Fit(long value)
    {
        if (value >= _least && value <= _greatest)
            return CarrierValue.Integer(value);
        if (_saturates)
            return CarrierValue.Integer(value < 0 ? _least : _greatest);
        return CarrierValue.Integer(Wrap(value));
    }

    private CarrierValue Fit(BigInteger value) =>
        _saturates
            ? CarrierValue.Integer((long)BigInteger.Max(_least, BigInteger.Min(_greatest, value)))
            : CarrierValue.Integer(Wrap(unchecked((long)(ulong)(value & ulong.MaxValue))));
}
