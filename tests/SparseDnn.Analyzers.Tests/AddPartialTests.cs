using System.Linq;
using System.Threading.Tasks;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>The fix for SDNN0001 and SDNN0002: the modifier in its place, every comment and blank where it was.</summary>
public sealed class AddPartialTests
{
    private const string Good = """[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = "0 0 1")]""";

    private static readonly CodeFixVerifier Verifier = new(new AddPartialCodeFixProvider());

    [Theory]
    [InlineData("public static class N { }", "public static partial class N { }", "Make 'N' partial")]
    [InlineData("class N;", "partial class N;", "Make 'N' partial")]
    [InlineData("readonly struct N;", "readonly partial struct N;", "Make 'N' partial")]
    [InlineData("public record N(int X);", "public partial record N(int X);", "Make 'N' partial")]
    [InlineData("record struct N(int X);", "partial record struct N(int X);", "Make 'N' partial")]
    [InlineData("sealed record class @class;", "sealed partial record class @class;", "Make 'class' partial")]
    [InlineData(
        "\n// In front.\n  /* a */ class /* b */ N /* c */ { }",
        "\n// In front.\n  /* a */ partial class /* b */ N /* c */ { }",
        "Make 'N' partial"
    )]
    [InlineData("public // why\n    static\n    class N { }", "public // why\n    static\n    partial class N { }", "Make 'N' partial")]
    public async Task MissingModifier_IsAdded(string declaration, string expected, string title)
    {
        var titles = await Verifier.VerifyAsync($"using SparseDnn;\n{Good} {declaration}", $"using SparseDnn;\n{Good} {expected}");
        Assert.Equal([title], titles);
    }

    [Fact]
    public async Task ContainingTypes_AreMadePartialOnceEach()
    {
        var titles = await Verifier.VerifyAsync(
            $$"""
            using SparseDnn;
            /// <summary>Outer.</summary>
            public class Outer<T>
            {
                // Middle.
                internal struct Middle
                {
                    {{Good}}
                    public static class First { }

                    {{Good}}
                    public static partial class Second { }
                }
            }
            """,
            $$"""
            using SparseDnn;
            /// <summary>Outer.</summary>
            public partial class Outer<T>
            {
                // Middle.
                internal partial struct Middle
                {
                    {{Good}}
                    public static partial class First { }

                    {{Good}}
                    public static partial class Second { }
                }
            }
            """
        );
        Assert.Equal(["Make 'Outer' partial", "Make 'Middle' partial", "Make 'First' partial"], titles);
    }

    [Fact]
    public async Task PartThatLacksTheModifier_GetsIt() =>
        await Verifier.VerifyAsync(
            $"using SparseDnn;\n{Good} partial class N;\nclass N {{ }}",
            $"using SparseDnn;\n{Good} partial class N;\npartial class N {{ }}"
        );

    [Fact]
    public async Task StaleDiagnostic_OffersNothing()
    {
        var (workspace, solution) = FixSolution.Open(new TestProject($"using SparseDnn;\n{Good} class N;"));
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        var diagnostic = Assert.Single(await FixSolution.DiagnosticsAsync(document.Project));
        var edited = document.WithText(Microsoft.CodeAnalysis.Text.SourceText.From($"using SparseDnn;\n{Good} partial class N;"));
        Assert.Empty(await Verifier.ActionsAsync(edited, diagnostic));
    }

    [Fact]
    public void FixableIds_AreThoseOfTheModifier() =>
        Assert.Equal(["SDNN0001", "SDNN0002", "SDNN1005", "SDNN1006"], new AddPartialCodeFixProvider().FixableDiagnosticIds.Order());
}
