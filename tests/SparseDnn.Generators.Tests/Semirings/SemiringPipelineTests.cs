using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Values;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Roslyn.Semirings;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests.Semirings;

/// <summary>
/// Declared semirings in the pipeline: what an edit re-runs, where a semiring can stand, and what other assemblies know of it.
/// </summary>
public sealed class SemiringPipelineTests
{
    private const string Members =
        "{ public static float Zero => 0; public static float One => 1; public static float Add(float a, float b) => "
        + "System.MathF.Max(a, b); public static float Multiply(float a, float b) => Helper.Product(a, b); public static (float, "
        + "float) Carrier => (0, 1); }";
    private const string Helper = "static class Helper { public static float Product(float a, float b) => a * b; }";
    private const string Source = "using SparseDnn;\n[Semiring] public readonly partial struct S : ISemiring<S, float> " + Members;

    [Theory]
    [InlineData("", "// A comment.", false)]
    [InlineData("class Other;", "class Another { int x; }", false)]
    [InlineData("=> a * b", "=>   a  *  b /* the product */", false)]
    [InlineData("=> a * b", "=> b * a", true)]
    public void Edit_RewritesTheSemiringOnlyWhereItsFormulaChanges(string from, string to, bool changes)
    {
        var project = new TestProject(Source) { Sources = [("Program.cs", Source), ("Other.cs", Helper + "class Other;")] };
        var first = GeneratorRun.Start(project);
        var tree = first.Input.SyntaxTrees.Single(candidate => candidate.FilePath == "Other.cs");
        var text = from.Length == 0 ? to + "\n" + tree : tree.ToString().Replace(from, to, StringComparison.Ordinal);
        var second = first.Continue(
            first.Input.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, project.ParseOptions, "Other.cs"))
        );
        var reason = Assert.Single(second.Result.TrackedSteps[TrackingNames.SemiringKernels].SelectMany(step => step.Outputs)).Reason;
        Assert.Equal(changes ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached, reason);
        Assert.Equal(!changes, first.Files.Single().Value == second.Files.Single().Value);
    }

    [Fact]
    public void EveryShape_CompilesWithoutWarnings()
    {
        string[] shapes =
        [
            "[Semiring] public readonly partial struct SELF",
            "[Semiring] internal partial record struct SELF",
            "public static partial class Outer { [Semiring] private readonly partial struct SELF }",
            "public partial record Outer { public partial interface IMiddle { [Semiring] protected partial struct SELF } }",
        ];
        string[] names = ["S", "@class", "@file", "@record", "Größe", "Kernel", "TLanes", "SparseDnn", "System"];
        var text = string.Join(
            "\n",
            shapes.SelectMany(
                (shape, i) =>
                    names.Select(
                        (name, j) => $"namespace N{i}_{j}.@namespace {{ {shape.Replace("SELF", Self(name), StringComparison.Ordinal)} }}"
                    )
            )
        );
        var run = GeneratorRun.Start(new TestProject("using SparseDnn;\n" + Helper + "\n" + text)).RequireClean();
        Assert.Equal(shapes.Length * names.Length, run.Files.Count);

        static string Self(string name)
        {
            var members = Members
                .Replace("System.", "global::System.", StringComparison.Ordinal)
                .Replace("Helper", "global::Helper", StringComparison.Ordinal);
            return $"{name} : global::SparseDnn.ISemiring<{name}, float> {members}";
        }
    }

    [Fact]
    public void CheckedProject_AndExplicitMembers_Compile()
    {
        const string Explicit = """
            using SparseDnn;
            [Semiring]
            public partial struct Both : ISemiring<Both, int>, ISemiring<Both, double>
            {
                static int ISemiring<Both, int>.Zero => int.MinValue;
                static int ISemiring<Both, int>.One => int.MaxValue;
                static int ISemiring<Both, int>.Add(int a, int b) => System.Math.Max(a, b);
                static int ISemiring<Both, int>.Multiply(int a, int b) => System.Math.Min(a, b);
                static double ISemiring<Both, double>.Zero => double.NegativeInfinity;
                static double ISemiring<Both, double>.One => double.PositiveInfinity;
                static double ISemiring<Both, double>.Add(double a, double b) => System.Math.Max(a, b);
                static double ISemiring<Both, double>.Multiply(double a, double b) => System.Math.Min(a, b);
            }
            """;
        GeneratorRun.Start(new TestProject(Explicit) { CheckOverflow = true, DiagnoseDocumentation = false }).RequireClean();
    }

    [Fact]
    public void OtherAssembly_KnowsTheFormula()
    {
        var library = GeneratorRun.Start(new TestProject(Source + Helper)).RequireClean().Output;
        var direct = SemiringReader.Read(library.GetTypeByMetadataName("S")!, library, default)!.Specification;
        using var image = new System.IO.MemoryStream();
        Assert.True(library.Emit(image).Success);
        var user = new TestProject("class User;").Compile().AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        var seen = SemiringReader.Read(user.GetTypeByMetadataName("S")!, user, default)!.Specification;
        Assert.Equal(direct, seen);
        Assert.Equal("a × b", Assert.Single(seen.Elements).Candidate!.Multiply.ToString());
        Assert.Equal("[0, 1]", seen.Carrier);
    }

    [Fact]
    public void OtherAssemblyWithoutAFormula_IsOpaque()
    {
        var library = GeneratorRun
            .Start(new TestProject(Source + Helper.Replace("a * b", "a % b", StringComparison.Ordinal)))
            .RequireClean()
            .Output;
        using var image = new System.IO.MemoryStream();
        Assert.True(library.Emit(image).Success);
        var user = new TestProject("class User;").Compile().AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        var element = Assert.Single(SemiringReader.Read(user.GetTypeByMetadataName("S")!, user, default)!.Specification.Elements);
        Assert.Null(element.Candidate);
        Assert.True(element.IsUsable);
        Assert.Equal(CarrierValueKind.Undecided, element.Zero.Kind);
    }

    [Theory]
    [InlineData("[Semiring]", "")]
    [InlineData("partial ", "")]
    public void TypeWithoutKernels_IsNoSemiringForNetworks(string from, string to)
    {
        var compilation = new TestProject(Source.Replace(from, to, StringComparison.Ordinal) + Helper).Compile();
        Assert.Null(SemiringReader.Read(compilation.GetTypeByMetadataName("S")!, compilation, default));
    }

    [Fact]
    public void BuiltInType_IsItsRowOfTheTable()
    {
        var user = new TestProject("class User;").Compile();
        Assert.All(
            KnownSemirings.All,
            row =>
                Assert.Same(
                    row,
                    SemiringReader.Read(user.GetTypeByMetadataName(row.TypeName["global::".Length..])!, user, default)!.Specification
                )
        );
        Assert.Null(SemiringReader.Read(user.GetTypeByMetadataName("User")!, user, default));
    }

    [Fact]
    public void Network_ComputesOverADeclaredSemiring()
    {
        var run = GeneratorRun
            .Start(
                new TestProject(
                    Source
                        + Helper
                        + """
                        [SparseNetwork(Inputs = 2, Semiring = typeof(S))]
                        [Layer(Outputs = 2, Edges = "0 0 0.5; 1 0 0.25; 1 1 1", Repeat = 2)]
                        public static partial class Reliability;
                        """
                )
            )
            .RequireClean();
        var output = new float[2];
        Programs.Network<float>(Programs.Load(run.Output), "Reliability").Infer([0.5f, 1], output);
        Assert.Equal([0.25f, 1], output);
    }
}
