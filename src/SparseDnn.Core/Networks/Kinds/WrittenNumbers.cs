using System;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

/// <summary>Numbers written together: in one argument or one file.</summary>
/// <param name="What">Their name in messages.</param>
/// <param name="Attribute">The attribute that declares them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="At">The number at a position.</param>
/// <param name="Place">Where a number is written.</param>
internal sealed record WrittenNumbers(
    string What,
    LayersDeclaration Attribute,
    int Count,
    Func<int, DecimalNumber> At,
    Func<int, ProblemPlace> Place
)
{
    /// <summary>Whether they are weights, which may be stored in a narrower format than sums are.</summary>
    public bool AreWeights { get; init; }

    /// <summary>The number of one argument.</summary>
    /// <param name="group">The attribute.</param>
    /// <param name="argument">Name of the argument.</param>
    /// <param name="value">The number.</param>
    public static WrittenNumbers Of(LayersDeclaration group, string argument, double value) =>
        new(argument, group, 1, _ => DecimalNumber.Exact(value), _ => group.At(argument));
}
