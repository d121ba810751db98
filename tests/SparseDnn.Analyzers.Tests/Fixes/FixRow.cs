using Microsoft.CodeAnalysis;
using SparseDnn.Testing;

namespace SparseDnn.Analyzers.Tests.Fixes;

/// <summary>One diagnostic with one of its fixes, and the program before and after.</summary>
/// <param name="Id">The diagnostic, which the program has at least once before and not at all afterwards.</param>
/// <param name="Provider">The fix, by the name of its provider without the common ending.</param>
/// <param name="Before">C# without its usual directives.</param>
/// <param name="After">The same after the fix.</param>
/// <param name="Key">Equivalence key where the first action is not meant.</param>
public sealed record FixRow(string Id, string Provider, string Before, string After, string? Key = null)
{
    private const string Usings = "using System;\nusing System.Linq;\nusing SparseDnn;\n";

    public override string ToString() => $"{Id} {Provider}";

    internal TestProject Project => Of(Before);

    internal string Fixed => Usings + After;

    internal static TestProject Of(string source) =>
        new(Usings + source, ("a/w.mtx", Weights), ("b/w.mtx", Weights)) { References = [Framework] };

    private const string Weights = "%%MatrixMarket matrix coordinate real general\n3 1 2\n1 1 2\n3 1 -0.5\n";

    private static readonly MetadataReference Framework = TestProject.Reference(
        "xunit.assert",
        "namespace Xunit { public static class Assert { public static void Equal(float expected, float actual) { } public "
            + "static void Equal(float expected, float actual, float tolerance) { } } public sealed class FactAttribute : "
            + "System.Attribute; }"
    );
}
