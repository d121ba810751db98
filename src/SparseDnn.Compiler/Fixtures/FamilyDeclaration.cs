using System.Collections.Generic;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact.Families;
using SparseDnn.Inputs;

namespace SparseDnn.Compiler.Fixtures;

/// <summary>A network of a family of exact solutions as a user declares it. A closed union, one record a family.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Format">Element format of the network; null where not given.</param>
/// <param name="Fixtures">Formats of the fixtures and what else is asked of them.</param>
/// <remarks>
/// Equality contract: all members by value; holds nothing of the compiler. The families are described on the page exact-solutions.
/// </remarks>
internal abstract record FamilyDeclaration(string Name, ElementFormat? Format, FixtureDeclaration Fixtures)
{
    /// <summary>Most edges of a network of a family.</summary>
    public const int MaxEdges = 1 << 22;

    /// <summary>The attribute as written in source, for messages.</summary>
    public abstract string Label { get; }

    /// <summary>The semirings of its layers.</summary>
    public virtual Oscillation Semirings => Oscillation.ReLU;

    /// <summary>The element format where none is given.</summary>
    private protected virtual ElementFormat DefaultFormat => ElementFormat.Binary32;

    /// <summary>The element format of the network.</summary>
    public ElementFormat Elements => NumberTypes.Of(WeightFormat).Accumulator.Format;

    /// <summary>What weights are stored in.</summary>
    public ElementFormat WeightFormat => Format ?? DefaultFormat;

    /// <summary>The files that it reads.</summary>
    public virtual IReadOnlyList<InputFileName> Files => [];

    /// <summary>A file's name with forward slashes.</summary>
    private protected static string Slashed(string name) => name.Replace('\\', '/');

    /// <summary>The solution; null where problems were added.</summary>
    internal abstract ExactSolution? Solve(FamilyContext context);
}
