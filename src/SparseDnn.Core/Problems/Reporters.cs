using System;

namespace SparseDnn.Problems;

/// <summary>The analyzers, each of which claims the kinds that name it and reports no other.</summary>
/// <remarks>Kinds of the stages that networks and families of exact solutions share name both.</remarks>
[Flags]
internal enum Reporters
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>Of declared networks.</summary>
    Networks = 1,

    /// <summary>Of families of exact solutions and of fixtures.</summary>
    Fixtures = 1 << 1,

    /// <summary>Of declared semirings.</summary>
    Semirings = 1 << 2,

    /// <summary>Of values that are marked as a semiring's.</summary>
    SemiringValues = 1 << 3,

    /// <summary>Of what number formats do to networks.</summary>
    Precision = 1 << 4,

    /// <summary>Of inputs on their way to a network.</summary>
    Inputs = 1 << 5,

    /// <summary>Of comparisons of outputs.</summary>
    Comparisons = 1 << 6,

    /// <summary>Of the buffers that calls of networks are given.</summary>
    Calls = 1 << 7,

    /// <summary>Of loops around calls of networks.</summary>
    Loops = 1 << 8,

    /// <summary>Of results that nobody reads.</summary>
    Results = 1 << 9,

    /// <summary>Of fixtures that no test uses.</summary>
    FixtureUses = 1 << 10,
}
