using System.Collections.Generic;

namespace SparseDnn.Roslyn.Names;

/// <summary>Metadata names of the attributes and the members that generated code adds.</summary>
internal static class KnownNames
{
    /// <summary>The attribute that makes a type a network.</summary>
    public const string SparseNetworkAttribute = "SparseDnn.SparseNetworkAttribute";

    /// <summary>The attribute that gives a type fixtures for a network.</summary>
    public const string ExactFixturesAttribute = "SparseDnn.ExactFixturesAttribute";

    /// <summary>The attribute that makes a type a semiring.</summary>
    public const string SemiringAttribute = "SparseDnn.SemiringAttribute";

    /// <summary>The attribute that marks values of a semiring.</summary>
    public const string OfAttribute = "SparseDnn.OfAttribute`1";

    /// <summary>Namespace of all attributes.</summary>
    public const string Namespace = "SparseDnn";

    /// <summary>Names that generated code declares in the user's type.</summary>
    public static IReadOnlyList<string> GeneratedMembers { get; } =
    ["Inputs", "Outputs", "Layers", "Edges", "Description", "Network", "Infer", "InferBatch", "CreateNetwork", "NetworkInstance"];

    /// <summary>Names that the code of fixtures declares in the user's type.</summary>
    public static IReadOnlyList<string> FixtureMembers { get; } = ["Fixtures", "Cases", "CreateFixtures", "FixturesInstance"];
}
