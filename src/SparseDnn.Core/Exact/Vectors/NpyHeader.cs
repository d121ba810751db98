using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace SparseDnn.Exact.Vectors;

/// <summary>The dictionary at the head of a .npy file.</summary>
internal sealed record NpyHeader(string DType, bool IsFortran, int[] Shape)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Dictionary = new(@"\A\{(?<body>[^{}]*)\}\s*\z", Options);

    private static readonly Regex Item = new(
        @"\G\s*'(?<name>\w+)'\s*:\s*(?<value>'(?<text>[^']*)'|True|False|\((?<shape>[0-9,\s]*)\))\s*(,|\z)",
        Options
    );

    public static NpyHeader? Read(string text, out string? fault)
    {
        fault =
            $"byte 10: the header {(text.Length > 100 ? text.Substring(0, 100) + "…" : text).Trim()} is not {{'descr': …, "
            + "'fortran_order': …, 'shape': (…), }; write the file with numpy.save";
        if (Dictionary.Match(text) is not { Success: true } dictionary)
            return null;
        string? dtype = null;
        bool? isFortran = null;
        int[]? shape = null;
        var body = dictionary.Groups["body"].Value.TrimEnd();
        var at = 0;
        while (at < body.Length)
        {
            var item = Item.Match(body, at);
            if (!item.Success)
                return null;
            at += item.Length;
            var value = item.Groups["value"].Value;
            var isKnown = item.Groups["name"].Value switch
            {
                "descr" when dtype is null && item.Groups["text"].Success => (dtype = item.Groups["text"].Value) is not null,
                "fortran_order" when isFortran is null && value is "True" or "False" => (isFortran = value == "True") is not null,
                "shape" when shape is null && item.Groups["shape"].Success => (shape = Lengths(item.Groups["shape"].Value)) is not null,
                _ => false,
            };
            if (!isKnown)
                return null;
        }

        if (dtype is null || isFortran is null || shape is null)
            return null;
        fault = null;
        return new NpyHeader(dtype, isFortran.Value, shape);
    }

    private static int[]? Lengths(string text)
    {
        var parts = text.Split(',').Select(part => part.Trim()).ToList();
        if (parts[parts.Count - 1].Length == 0)
            parts.RemoveAt(parts.Count - 1);
        var lengths = new int[parts.Count];
        for (var i = 0; i < lengths.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out lengths[i]))
                return null;
        return lengths;
    }
}
