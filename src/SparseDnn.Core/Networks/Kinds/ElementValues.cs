using System;
using System.Globalization;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

/// <summary>
/// Turns written numbers into the bits of one element format, as one semiring reads them, and says which numbers it cannot hold.
/// </summary>
/// <remarks>
/// Real numbers are rounded once. Integers are whole and in range. Booleans are 0 and 1. A word is a set of bits written as an
/// unsigned integer, except that semirings which are over booleans too, such as or-and, whose words are 64 items, know 0 and 1 only.
/// </remarks>
internal sealed class ElementValues
{
    private const double ExactIntegers = 9007199254740992; // 2^53: beyond it, C# rounds what is written in an attribute

    private readonly SemiringSpecification _semiring;
    private readonly SemiringElement _element;
    private readonly CarrierRange? _range;
    private readonly bool _knowsOneOnly;

    /// <param name="semiring">The semiring.</param>
    /// <param name="format">The format of the numbers; the semiring exists in its accumulator.</param>
    public ElementValues(SemiringSpecification semiring, NumberType format)
    {
        _semiring = semiring;
        Format = format;
        _element = semiring.GetElement(format.Accumulator.Format)!;
        _range = _element.Candidate is { } candidate ? new CarrierRange(candidate.Carrier, format) : null;
        _knowsOneOnly =
            format.Format == ElementFormat.Boolean
            || (format.Format == ElementFormat.Word64 && semiring.GetElement(ElementFormat.Boolean) is { IsUsable: true });
    }

    public NumberType Format { get; }

    /// <summary>Bits of One; null where it cannot be read.</summary>
    public long? One => _element.OneBits;

    /// <summary>Whether words are sets of labels, of which a position without a value means all.</summary>
    public bool HoldsSets => Format.Format == ElementFormat.Word64 && !_knowsOneOnly;

    /// <summary>Whether a written number is Zero, that is no edge.</summary>
    public bool IsZero(DecimalNumber value) => value.Residue == 0 && ZeroNumber is { } zero && value.Nearest == zero;

    private double? ZeroNumber =>
        _element.Zero.Kind switch
        {
            CarrierValueKind.Number => _element.Zero.AsNumber.ToDouble(),
            CarrierValueKind.Integer
                when Math.Abs((double)_element.Zero.AsInteger) < long.MaxValue || _element.Zero.AsInteger == long.MinValue => _element
                .Zero
                .AsInteger,
            CarrierValueKind.Boolean => _element.Zero.AsBoolean ? 1 : 0,
            CarrierValueKind.Word when _element.Zero.AsWord <= ExactIntegers => _element.Zero.AsWord,
            _ => null,
        };

    /// <summary>Reads one number.</summary>
    /// <param name="what">What it is, for a message: "In [Layer] the weight".</param>
    /// <param name="value">A finite number.</param>
    /// <param name="place">Where it is written.</param>
    /// <param name="isText">Whether it was read as text, so that large integers are exact.</param>
    /// <param name="bits">Its bits.</param>
    /// <returns>The problem; null where there is none.</returns>
    public Problem? Read(string what, DecimalNumber value, ProblemPlace place, bool isText, out long bits)
    {
        bits = 0;
        if (Format.Real is { } real)
        {
            var rounded = real.Round(value);
            if (double.IsInfinity(rounded))
                return Problem.Create(ProblemKinds.OutsideFormat, place, what, value.Nearest, Format.Name, real.MaxFinite.ToDouble()) with
                {
                    Remedies = Remedies.Wider(_semiring, Format, value),
                };
            // There is one zero; only over plus-times does the sign of a number that rounds to it stay as it was.
            bits = BitConverter.DoubleToInt64Bits(rounded == 0 && !_semiring.Equals(KnownSemirings.PlusTimes) ? 0 : rounded);
        }
        else if (Whole(value, isText, out bits) is { } remedy)
        {
            return Problem.Create(ProblemKinds.NotInFormat, place, what, value.Nearest, Format.Name, remedy);
        }

        return _range is null || _range.Contains(bits)
            ? null
            : Problem.Create(
                ProblemKinds.OutsideCarrier,
                place,
                what,
                value.Nearest,
                Ascii(_element.Candidate!.Carrier.ToString()),
                _semiring.Name
            );
    }

    // Messages carry the minus sign that keyboards have.
    internal static string Ascii(string text) => text.Replace('−', '-');

    private string? Whole(DecimalNumber value, bool isText, out long bits)
    {
        bits = 0;
        var number = value.Nearest;
        if (_knowsOneOnly)
        {
            if (value.Residue != 0 || (number != 0 && number != 1))
                return "write 1 for an edge and leave the others out";
            bits = (number == 0 ? _element.ZeroBits : _element.OneBits) ?? (long)number;
            return null;
        }

        if (value.Residue != 0 && Math.Abs(number) < ExactIntegers || number != Math.Floor(number))
            return "write a whole number";
        if (Math.Abs(number) > ExactIntegers && (value.Residue != 0 || !isText))
            return $"write a whole number of at most {ExactIntegers.ToString("R", CultureInfo.InvariantCulture)} in size, beyond which "
                + "not all are exact";
        if (Format.FromWhole(number) is not { } known)
            return $"write a whole number from {Format.WholeRange}";
        bits = known;
        return null;
    }
}
