using System;
using System.Collections.Generic;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>A value to try, with what orders values by simplicity.</summary>
/// <remarks>Simpler first: integers, then fractions, then ±∞ and NaN; smaller sizes first; positive before negative.</remarks>
internal readonly struct SamplePoint
{
    public SamplePoint(CarrierValue value)
    {
        Value = value;
        switch (value.Kind)
        {
            case CarrierValueKind.Number:
                var number = value.AsNumber;
                IsStrange = !number.IsFinite;
                IsFraction = number.IsFinite && !number.IsInteger;
                Size = number.Height;
                IsNegative = number.Sign < 0;
                break;
            case CarrierValueKind.Integer:
                Size = Math.Abs((double)value.AsInteger);
                IsNegative = value.AsInteger < 0;
                break;
            case CarrierValueKind.Word:
                Size = value.AsWord;
                break;
            case CarrierValueKind.Boolean:
                Size = value.AsBoolean ? 1 : 0;
                break;
            default:
                IsStrange = true;
                break;
        }
    }

    /// <summary>Simpler points first.</summary>
    public static Comparer<SamplePoint> BySimplicity { get; } = Comparer<SamplePoint>.Create(static (a, b) => a.Compare(b));

    public CarrierValue Value { get; }

    /// <summary>±∞ or NaN.</summary>
    public bool IsStrange { get; }

    public bool IsFraction { get; }

    /// <summary>|value| of an integer, |p| + q − 1 of a fraction p/q, rounded to binary64; 0 for ±∞ and NaN.</summary>
    public double Size { get; }

    private bool IsNegative { get; }

    public int Compare(SamplePoint other)
    {
        var order = IsStrange.CompareTo(other.IsStrange);
        if (order == 0)
            order = IsFraction.CompareTo(other.IsFraction);
        if (order == 0)
            order = Size.CompareTo(other.Size);
        if (order == 0)
            order = IsNegative.CompareTo(other.IsNegative);
        if (order != 0 || Value.Equals(other.Value))
            return order;
        // Equal sizes after rounding, or one of them is NaN, which comes last.
        if (!Value.IsKnown || !other.Value.IsKnown)
            return Value.IsKnown ? -1 : 1;
        return IsNegative ? other.Value.Compare(Value) : Value.Compare(other.Value);
    }
}
