using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Use;

/// <summary>Results that nobody reads, and fixtures that no test uses.</summary>
public sealed class ResultDiagnosticTests
{
    private const string Fixtures = SpanDiagnosticTests.Tiny + "\n[ExactFixtures(typeof(Tiny))] public static partial class TinyFixtures;";
    private const string Unused =
        SpanDiagnosticTests.Tiny + "\n[ExactFixtures(typeof(Tiny))] public static partial class [|TinyFixtures|];";

    private static readonly MetadataReference XUnit = TestProject.Reference(
        "xunit.v3.core",
        """
        namespace Xunit
        {
            public class FactAttribute : System.Attribute;

            public sealed class TheoryAttribute : FactAttribute;

            public sealed class MemberDataAttribute(string name) : System.Attribute
            {
                public string Name => name;
                public System.Type MemberType { get; set; }
            }
        }
        """
    );

    [Theory]
    [InlineData("SDNN3005", "f.[|Compare|](run);")]
    [InlineData("SDNN3005", "f.[|Compare|](Tiny.Network); f.[|CompareNetwork|]((layers, x, y) => { });")]
    [InlineData("SDNN3005", "Action a = () => FixtureFolder.[|Verify|](\"a\", \"b\"); a();")]
    [InlineData(
        "SDNN3005",
        "SparseNetwork.[|Load|]<float>(4, new BandedLayerAttribute()); SparseNetwork.[|BuildModel|]<float>(new LoadOptions());"
    )]
    public async Task Fault_OfAStatementIsMarked(string id, string statements)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, Program(statements));
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.ToString()));
    }

    [Theory]
    [InlineData(
        "SDNN3005",
        "f.Check(run); f.Compare(run).Demand(); _ = f.Compare(run); var report = f.Compare(run); if (!f.Compare(run).IsSound) "
            + "Console.WriteLine(report);"
    )]
    [InlineData(
        "SDNN3005",
        "FixtureReport Verify() => FixtureFolder.Verify(\"a\", \"b\"); Func<FixtureReport> lazy = () => f.Compare(run); Verify(); lazy();"
    )]
    [InlineData(
        "SDNN3005",
        "Check.Throws(() => SparseNetwork.Load<float>(4)); try { SparseNetwork.Load<float>(4); } catch (SparseNetworkException) { }"
    )]
    public async Task NearMiss_OfAStatementIsSilent(string id, string statements) =>
        await AnalyzerVerifier.VerifyAsync(id, Program(statements));

    [Fact]
    public async Task Report_IsDemanded() =>
        await new CodeFixVerifier(new DemandReportCodeFixProvider()).VerifyAsync(
            Program("f.Compare(run); // all of it\n        FixtureFolder\n            .Verify(\"a\", \"b\");"),
            Program("f.Compare(run).Demand(); // all of it\n        FixtureFolder\n            .Verify(\"a\", \"b\").Demand();")
        );

    [Theory]
    [InlineData("SDNN3006", "public class T { [Xunit.Fact] public void M() { } }" + Unused)]
    [InlineData("SDNN3006", "public class T { [Xunit.Fact] public void M() => Tiny.Infer([1, 2, 3], new float[2]); }" + Unused)]
    public async Task Fault_OfAProjectIsMarked(string id, string source)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, SpanDiagnosticTests.Usings + source, [XUnit]);
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.ToString()));
    }

    [Theory]
    [InlineData(
        "SDNN3006",
        "public class T { [Xunit.Theory, Xunit.MemberData(nameof(TinyFixtures.Cases), MemberType = typeof(TinyFixtures))] public "
            + "void M(ExactFixture<float> f) => f.Check(Tiny.Infer); }"
            + Fixtures
    )]
    [InlineData(
        "SDNN3006",
        "public class T { [Xunit.Fact] public void M() => TinyFixtures.Fixtures.AllItems.Check(Tiny.Infer); }" + Fixtures
    )]
    [InlineData(
        "SDNN3006",
        "public class T { public static IEnumerable<object[]> Cases => TinyFixtures.Cases; [Xunit.Theory, "
            + "Xunit.MemberData(nameof(Cases))] public void M(ExactFixture<float> f) => f.Check(Tiny.Infer); }"
            + Fixtures
    )]
    [InlineData("SDNN3006", "public class T { public void M() { } }" + Fixtures)]
    public async Task NearMiss_OfAProjectIsSilent(string id, string source) =>
        await AnalyzerVerifier.VerifyAsync(id, SpanDiagnosticTests.Usings + source, [XUnit]);

    [Fact]
    public async Task Fixtures_OfAProjectWithoutTestsAreForOthers() =>
        await AnalyzerVerifier.VerifyAsync(
            "SDNN3006",
            SpanDiagnosticTests.Usings + "public class T { [Obsolete] public void M() { } }" + Fixtures
        );

    private static string Program(string statements) =>
        SpanDiagnosticTests.Usings
        + $$"""
            static class Program
            {
                static void Main(ExactFixture<float> f, FixtureRun<float> run)
                {
                    {{statements}}
                }
            }
            static class Check { public static void Throws(Action a) { } }
            """
        + SpanDiagnosticTests.Tiny;
}
