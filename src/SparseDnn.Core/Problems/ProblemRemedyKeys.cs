using System;

namespace SparseDnn.Problems;

/// <summary>Keys under which the properties of a diagnostic carry the remedies of its problem.</summary>
internal static class ProblemRemedyKeys
{
    /// <summary>
    /// What stands before our types in values, so that they mean the same without a using; fixes simplify it away where they can.
    /// </summary>
    public const string Qualifier = "global::SparseDnn.";

    /// <summary>Name of the argument that a remedy changes.</summary>
    /// <param name="remedy">0-based number of the remedy.</param>
    public static string Argument(int remedy) => FormattableString.Invariant($"Remedy{remedy}.Argument");

    /// <summary>The argument's new value as C#; absent where it is to be removed.</summary>
    /// <param name="remedy">0-based number of the remedy.</param>
    public static string Value(int remedy) => FormattableString.Invariant($"Remedy{remedy}.Value");
}
