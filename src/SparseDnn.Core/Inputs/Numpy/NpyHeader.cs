using System.Collections.Generic;

namespace SparseDnn.Inputs.Numpy;

/// <summary>
/// The Python dictionary at the head of a .npy file: <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</c>.
/// </summary>
/// <param name="DType">Type of the elements, such as <c>&lt;f4</c>.</param>
/// <param name="IsFortran">Whether the first index varies fastest.</param>
/// <param name="Shape">Length of each dimension, as written: digits of any number.</param>
/// <remarks>
/// Weights files and exchanged test vectors are read by it. That kernels and what judges them share the spelling of a header says nothing
/// about their values, which each reads for itself. Source: NumPy enhancement proposal 1 and numpy.lib.format.
/// </remarks>
internal sealed record NpyHeader(string DType, bool IsFortran, IReadOnlyList<string> Shape)
{
    /// <summary>Reads the dictionary.</summary>
    /// <param name="text">The header's text.</param>
    /// <param name="fault">What is wrong, and at which character; null on success.</param>
    /// <returns>The header; null on failure.</returns>
    public static NpyHeader? Read(string text, out (int Offset, string Message)? fault)
    {
        var reader = new Reader(text);
        var header = reader.Dictionary();
        fault = header is null ? (reader.At, reader.Message) : null;
        return header;
    }

    private sealed class Reader(string text)
    {
        private const string Example = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }";

        private string? _dtype;
        private bool? _isFortran;
        private List<string>? _shape;

        public int At { get; private set; }

        public string Message { get; private set; } = $"the header is no dictionary such as {Example}; write the file with numpy.save";

        public NpyHeader? Dictionary()
        {
            if (!Take('{'))
                return null;
            while (!Take('}'))
                if (!Item() || (!Take(',') && !Sees('}')))
                    return null;
            if (At < text.Length && text.Substring(At).Trim().Length > 0)
                return null;
            return _dtype is { } dtype && _isFortran is { } isFortran && _shape is { } shape ? new(dtype, isFortran, shape) : null;
        }

        // An item of the three, each once.
        private bool Item()
        {
            if (Quoted() is not { } key || !Take(':'))
                return false;
            return key switch
            {
                "descr" when _dtype is null => DType(),
                "fortran_order" when _isFortran is null => Order(),
                "shape" when _shape is null => Lengths(),
                _ => false,
            };
        }

        private bool DType()
        {
            if (Sees('['))
                Message = "the array has named fields; save each field as an array of its own";
            return (_dtype = Quoted()) is not null;
        }

        private bool Order()
        {
            if (TakeWord("True"))
                _isFortran = true;
            else if (TakeWord("False"))
                _isFortran = false;
            return _isFortran is not null;
        }

        private bool Lengths()
        {
            if (!Take('('))
                return false;
            _shape = [];
            while (!Take(')'))
            {
                if (Number() is not { } number || (!Take(',') && !Sees(')')))
                    return false;
                _shape.Add(number);
            }

            return true;
        }

        private string? Number()
        {
            SkipBlanks();
            var start = At;
            while (At < text.Length && text[At] is >= '0' and <= '9')
                At++;
            return At > start ? text.Substring(start, At - start) : null;
        }

        private string? Quoted()
        {
            SkipBlanks();
            if (At >= text.Length || text[At] is not ('\'' or '"'))
                return null;
            var end = text.IndexOf(text[At], At + 1);
            if (end < 0)
                return null;
            var word = text.Substring(At + 1, end - At - 1);
            At = end + 1;
            return word;
        }

        private bool TakeWord(string word)
        {
            SkipBlanks();
            if (string.CompareOrdinal(text, At, word, 0, word.Length) != 0)
                return false;
            At += word.Length;
            return true;
        }

        private bool Take(char c)
        {
            if (!Sees(c))
                return false;
            At++;
            return true;
        }

        private bool Sees(char c)
        {
            SkipBlanks();
            return At < text.Length && text[At] == c;
        }

        private void SkipBlanks()
        {
            while (At < text.Length && text[At] is ' ' or '\t' or '\n' or '\r')
                At++;
        }
    }
}
