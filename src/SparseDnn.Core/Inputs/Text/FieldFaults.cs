using System;
using SparseDnn.Numerics;

namespace SparseDnn.Inputs.Text;

/// <summary>What can be wrong with an entry's line, in words.</summary>
internal static class FieldFaults
{
    /// <summary>Characters that belong in no weights text, which explain any other fault of a line; null if there are none.</summary>
    public static TextFault? Of(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\r')
                return new(
                    i,
                    1,
                    "Wrong line ending: a carriage return (CR) without a line feed (LF); save the file with LF or CR LF line endings"
                );
            if (line[i] < ' ' && line[i] != '\t')
                return new(
                    i,
                    1,
                    $"Character U+{(int)line[i]:X4} does not belong in a text file; if the file is compressed or binary, write it as text"
                );
        }
        return null;
    }

    public static TextFault TooLong(ReadOnlySpan<char> beginning) =>
        Of(beginning)
        ?? new(
            0,
            beginning.Length,
            $"The line has more than {Quoted.Number(InputLimits.MaxLineLength)} characters; write one entry a line"
        );

    public static TextFault Index(FieldCursor field, string axis, int limit)
    {
        var text = field.Field;
        if (text.TrimStart('0').IsEmpty)
            return At(field, $"The {axis} index is 0, but indices count from 1; add 1 to all indices of the file");
        var digits = text[0] is '-' or '+' ? text.Slice(1) : text;
        if (!IsDigits(digits))
            return At(field, $"{Quoted.Text(text)} is no {axis} index; write a whole number from 1 to {Quoted.Number(limit)}");
        if (text[0] == '-')
            return At(
                field,
                $"The {axis} index {Quoted.Text(text)} is negative; indices are whole numbers from 1 to {Quoted.Number(limit)}"
            );
        if (text[0] == '+')
            return At(field, $"{Quoted.Text(text)} is no {axis} index; write it without a sign");
        return limit == InputLimits.MaxNeurons
            ? At(
                field,
                $"The {axis} index {Quoted.Text(text)} is beyond the {Quoted.Number(limit)} neurons that a layer can have; correct it"
            )
            : At(
                field,
                $"The {axis} index {Quoted.Text(text)} is beyond the declared {Quoted.Number(limit)} {axis}s; correct it or the size line"
            );
    }

    public static TextFault MissingField(ReadOnlySpan<char> line, bool hasValues) =>
        new(
            line.Length,
            0,
            hasValues
                ? "The line ends too early; write row, column and value, separated by blanks or tabs"
                : "The line ends too early; write row and column, separated by blanks or tabs"
        );

    public static TextFault ExtraField(FieldCursor field, int lineLength, bool hasValues) =>
        new(
            field.Start,
            lineLength - field.Start,
            hasValues
                ? $"Unexpected {Quoted.Text(field.Field)} after the value; write one entry a line: row, column, value"
                : $"Unexpected {Quoted.Text(field.Field)} after the column; this file's entries have no values, so write row and column only, or give every entry a value"
        );

    public static TextFault NoInteger(FieldCursor field) =>
        At(field, $"{Quoted.Text(field.Field)} is not written as an integer, but the header says 'integer'; write 'real' there");

    public static TextFault Value(FieldCursor field, DecimalStatus status, int offset) => At(field, Value(field.Field, status, offset));

    public static string Value(ReadOnlySpan<char> text, DecimalStatus status, int offset) =>
        status switch
        {
            DecimalStatus.NotFinite => $"{Quoted.Text(text)} is no finite number; leave the entry out or give it a finite weight",
            DecimalStatus.OutOfRange => $"{Quoted.Text(text)} is beyond the largest binary64 number, about 1.8e308; scale the weights down",
            _ when offset < text.Length && text[offset] == ',' => $"{Quoted.Text(text)} is no number; write the decimal point as '.'",
            _ when offset < text.Length && text[offset] is '\u2212' or '\u2013' =>
                $"{Quoted.Text(text)} is no number; write the minus sign as '-'",
            _ when offset < text.Length && text[offset] is 'd' or 'D' =>
                $"{Quoted.Text(text)} is no number; write the exponent with 'e', as in 1.5e-3",
            _ => $"{Quoted.Text(text)} is no number; write a decimal such as -0.25 or 6.25e-2",
        };

    private static bool IsDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (c is < '0' or > '9')
                return false;
        return !text.IsEmpty;
    }

    private static TextFault At(FieldCursor field, string message) => new(field.Start, field.Length, message);
}
