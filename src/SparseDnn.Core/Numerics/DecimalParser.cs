using System;

namespace SparseDnn.Numerics;

/// <summary>Reads decimal numbers, correctly rounded on every runtime and under every culture.</summary>
/// <remarks>
/// The compiler may run on .NET Framework, whose own parser is not correctly rounded and has no way to say on which side
/// of the result the exact number lies. Nothing is allocated unless a number has more than 19 significant digits or a
/// power of ten beyond 10^±27.
/// </remarks>
internal static class DecimalParser
{
    private const ulong FullDigits = 1_000_000_000_000_000_000; // 10^18: one digit more still stays below 2^64
    private const long MaxExponent = 1_000_000_000_000; // far beyond any text's length, far below overflow

    /// <summary>Reads <c>[+-]digits[.digits][e[+-]digits]</c> without blanks; one side of the point may be empty.</summary>
    /// <param name="text">The whole text of the number.</param>
    /// <param name="number">Nearest binary64, ties to even, and the residue; 0 unless the status is Ok. Underflow gives a zero with a
    /// residue.</param>
    /// <param name="offset">Where <see cref="DecimalStatus.NotANumber"/>: position of the first character that does not fit, the length
    /// where the text ends too early; else 0.</param>
    public static DecimalStatus Parse(ReadOnlySpan<char> text, out DecimalNumber number, out int offset)
    {
        number = default;
        var scan = new DecimalScan(text);
        offset = scan.ErrorOffset;
        if (offset >= 0)
        {
            if (!IsNotFinite(text))
                return DecimalStatus.NotANumber;
            offset = 0;
            return DecimalStatus.NotFinite;
        }
        offset = 0;
        int residue;
        double magnitude;
        if (scan.Digits == 0)
        {
            (magnitude, residue) = (0, 0);
        }
        else if (scan.DigitsAreAll && DecimalRounding.IsSmall(scan.Digits, scan.Exponent))
        {
            magnitude = DecimalRounding.RoundSmall(scan.Digits, (int)scan.Exponent, out residue);
        }
        else if (scan.DigitsAreAll && DecimalRounding.IsMedium(scan.Exponent))
        {
            magnitude = DecimalRounding.RoundMedium(scan.Digits, (int)scan.Exponent, out residue);
        }
        else
        {
            magnitude = DecimalRounding.RoundAny(text, scan.WrittenExponent, out residue);
        }
        if (double.IsInfinity(magnitude))
            return DecimalStatus.OutOfRange;
        number = scan.IsNegative ? new(-magnitude, (sbyte)-residue) : new(magnitude, (sbyte)residue);
        return DecimalStatus.Ok;
    }

    private static bool IsNotFinite(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] is '+' or '-')
            text = text.Slice(1);
        return text.Equals("nan".AsSpan(), StringComparison.OrdinalIgnoreCase)
            || text.Equals("inf".AsSpan(), StringComparison.OrdinalIgnoreCase)
            || text.Equals("infinity".AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>One pass over the text: syntax, sign, leading digits as an integer, and its power of ten.</summary>
    private ref struct DecimalScan
    {
        public DecimalScan(ReadOnlySpan<char> text)
        {
            var at = 0;
            if (text.Length > 0 && text[0] is '+' or '-')
            {
                IsNegative = text[0] == '-';
                at = 1;
            }
            DigitsAreAll = true;
            var start = at;
            at = ScanDigits(text, at, afterPoint: false);
            var digitCount = at - start;
            if (at < text.Length && text[at] == '.')
            {
                start = ++at;
                at = ScanDigits(text, at, afterPoint: true);
                digitCount += at - start;
            }
            ErrorOffset = digitCount == 0 ? at : ScanExponent(text, at);
        }

        public bool IsNegative { get; }

        /// <summary>Leading significant digits; the number is digits·10^<see cref="Exponent"/> if <see cref="DigitsAreAll"/>.</summary>
        public ulong Digits { get; private set; }

        /// <summary>Whether only zeros follow the kept digits.</summary>
        public bool DigitsAreAll { get; private set; }

        public long Exponent { get; private set; }

        /// <summary>The exponent as written after e, clamped; 0 without one.</summary>
        public long WrittenExponent { get; private set; }

        /// <summary>Position of the first character that does not fit; −1 if all do.</summary>
        public int ErrorOffset { get; }

        private int ScanDigits(ReadOnlySpan<char> text, int at, bool afterPoint)
        {
            var digits = Digits;
            var exponent = Exponent;
            for (; at < text.Length; at++)
            {
                var digit = (uint)(text[at] - '0');
                if (digit > 9)
                    break;
                if (digits < FullDigits)
                {
                    digits = (digits * 10) + digit;
                    if (afterPoint)
                        exponent--;
                }
                else
                {
                    if (digit != 0)
                        DigitsAreAll = false;
                    if (!afterPoint)
                        exponent++;
                }
            }
            Digits = digits;
            Exponent = exponent;
            return at;
        }

        private int ScanExponent(ReadOnlySpan<char> text, int at)
        {
            if (at == text.Length)
                return -1;
            if (text[at] is not ('e' or 'E'))
                return at;
            at++;
            var negative = at < text.Length && text[at] == '-';
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            var start = at;
            long exponent = 0;
            for (; at < text.Length; at++)
            {
                var digit = (uint)(text[at] - '0');
                if (digit > 9)
                    return at;
                exponent = Math.Min((exponent * 10) + digit, MaxExponent);
            }
            if (at == start)
                return at;
            WrittenExponent = negative ? -exponent : exponent;
            Exponent += WrittenExponent;
            return -1;
        }
    }
}
