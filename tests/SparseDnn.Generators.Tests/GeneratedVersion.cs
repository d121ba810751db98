using System;
using SparseDnn.Contract;

namespace SparseDnn.Generators.Tests;

/// <summary>Snapshots stay as they are when the package's version is raised.</summary>
internal static class GeneratedVersion
{
    /// <summary>A generated text without the version of the package.</summary>
    public static string Without(string text) =>
        text.Replace($"SparseDnn.Gen {ContractVersion.Package} ", "SparseDnn.Gen x.y.z ", StringComparison.Ordinal)
            .Replace($"\"{ContractVersion.Package}\"", "\"x.y.z\"", StringComparison.Ordinal);
}
