using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>
/// Certain faults stop a build where nothing is configured; that the samples build without a warning is tested with the corpus.
/// </summary>
public sealed class SeverityTests
{
    [Theory]
    [InlineData(
        "SDNN1001",
        "[Semiring] readonly partial struct S : ISemiring<S, float> { public static float Zero => 0; public static float One "
            + "=> 1; public static float Add(float a, float b) => System.MathF.Max(a, b); public static float Multiply(float a, "
            + "float b) => a * b; }"
    )]
    [InlineData(
        "SDNN2003",
        "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Edges = \"\", Bias = 2e38)] [Layer(Outputs = 1, Edges = \"0 0 1.5; 1 "
            + "0 1.5\")] partial class N;"
    )]
    [InlineData("SDNN0007", "[SparseNetwork] [WeightFiles(\"w.mtx\")] partial class N;")]
    public async Task CertainFaults_AreErrors(string id, string source)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(new TestProject("using SparseDnn;\n" + source, ("w.mtx", "1 1 x\n")));
        Assert.Contains(found, diagnostic => diagnostic.Id == id);
        Assert.All(
            found.Where(diagnostic => diagnostic.Id == id),
            diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity)
        );
    }
}
