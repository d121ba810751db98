using System;
using System.Linq;
using SparseDnn.Inputs.Text;

namespace SparseDnn.Inputs.Weights;

/// <summary>The first line of a Matrix Market file: <c>%%MatrixMarket matrix coordinate field symmetry</c>.</summary>
/// <param name="HasValues">False for <c>pattern</c>.</param>
/// <param name="IsInteger">Whether values are integers.</param>
/// <param name="Symmetry">What the entries stand for.</param>
internal sealed record MatrixMarketHeader(bool HasValues, bool IsInteger, MatrixMarketSymmetry Symmetry)
{
    private const string Example = "%%MatrixMarket matrix coordinate real general";

    // What each of the five words may be; a word with a remedy is known and refused.
    private static readonly (string Name, (string Word, string? Remedy)[] Words)[] Grammar =
    [
        ("banner", [("%%MatrixMarket", null)]),
        ("object", [("matrix", null), ("vector", "write the weights as a matrix")]),
        ("format", [("coordinate", null), ("array", "dense arrays are not read; list the nonzero entries in 'coordinate' format")]),
        (
            "field",
            [("real", null), ("integer", null), ("pattern", null), ("complex", "weights are real numbers; write the real part as 'real'")]
        ),
        (
            "symmetry",
            [
                ("general", null),
                ("symmetric", null),
                ("skew-symmetric", null),
                ("hermitian", "weights are real numbers, so write 'symmetric'"),
            ]
        ),
    ];

    /// <summary>Reads the line.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static TextFault? Read(ReadOnlySpan<char> line, out MatrixMarketHeader? header)
    {
        header = null;
        var words = new string[Grammar.Length];
        var fields = new FieldCursor(line);
        for (var i = 0; i < words.Length; i++)
        {
            var (name, known) = Grammar[i];
            var expected = string.Join(", ", known.Where(word => word.Remedy is null).Select(word => $"'{word.Word}'"));
            if (!fields.MoveNext())
                return FieldFaults.Of(line)
                    ?? new(line.Length, 0, $"The header ends before its {name}, which is one of {expected}; write for example '{Example}'");
            var text = fields.Field.ToString();
            var (word, remedy) = known.FirstOrDefault(candidate => string.Equals(candidate.Word, text, StringComparison.OrdinalIgnoreCase));
            if (word is null)
                return FieldFaults.Of(line)
                    ?? new(
                        fields.Start,
                        fields.Length,
                        $"{Quoted.Text(fields.Field)} is no {name} of a Matrix Market header; write {expected}, for example '{Example}'"
                    );
            if (remedy is not null)
                return new(fields.Start, fields.Length, $"The {name} {Quoted.Text(fields.Field)} is not supported: {remedy}");
            words[i] = word;
        }
        if (fields.MoveNext())
            return FieldFaults.Of(line)
                ?? new(
                    fields.Start,
                    line.Length - fields.Start,
                    $"Unexpected {Quoted.Text(fields.Field)} after the header's five words; remove it"
                );
        var symmetry = words[4] switch
        {
            "symmetric" => MatrixMarketSymmetry.Symmetric,
            "skew-symmetric" => MatrixMarketSymmetry.SkewSymmetric,
            _ => MatrixMarketSymmetry.General,
        };
        header = new(words[3] != "pattern", words[3] == "integer", symmetry);
        return null;
    }
}
