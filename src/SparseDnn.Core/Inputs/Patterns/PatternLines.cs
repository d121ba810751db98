using System;

namespace SparseDnn.Inputs.Patterns;

/// <summary>The lines of a patterns file, without blanks at their ends, which mean nothing.</summary>
internal static class PatternLines
{
    public static string[] Of(InputFile file)
    {
        using var text = file.OpenText();
        return Array.ConvertAll(text.ReadToEnd().TrimStart('\uFEFF').Split('\n'), line => line.TrimEnd('\r', ' ', '\t'));
    }
}
