using System;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>The verifiers themselves: they must fail where a test should.</summary>
public sealed class VerifierTests
{
    private const string Network = "using SparseDnn;\n[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 1 1; 2 1 1\")] ";

    [Fact]
    public void Marks_MayNestAndNameIds()
    {
        var markup = Markup.Parse("a[|b{|X1:c|}|]{|Y:|}");
        Assert.Equal("abc", markup.Text);
        Assert.Equal([(null, new TextSpan(1, 2)), ("X1", new TextSpan(2, 1)), ("Y", new TextSpan(3, 0))], markup.Spans);
    }

    [Theory]
    [InlineData("class [|N|];", "SDNN0002")] // another id
    [InlineData("[|class|] N;", "SDNN0001")] // another span
    [InlineData("class N;", "SDNN0001")] // not expected
    [InlineData("class [|[|N|]|];", "SDNN0001")] // expected twice
    [InlineData("partial class [|N|];", "SDNN0001")] // expected in vain
    [InlineData("class [|N|] : Missing;", "SDNN0001")] // does not compile
    public async Task AnalyzerVerifier_FailsOn(string declaration, string id) =>
        await Assert.ThrowsAsync<VerificationException>(() => AnalyzerVerifier.VerifyAsync(id, Network + declaration));

    // Input 2 is read by nobody.
    private const string WithInformation =
        "using SparseDnn;\n[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 1 1\")] partial class N;";

    [Theory]
    [InlineData("SDNN0001")]
    [InlineData("SDNN0031")]
    public async Task AnalyzerVerifier_FailsOnInformationThatNobodyNames(string id) =>
        await Assert.ThrowsAsync<VerificationException>(() => AnalyzerVerifier.VerifyAsync(id, WithInformation));

    [Fact]
    public async Task AnalyzerVerifier_LetsNamedInformationPass()
    {
        Assert.Empty(await AnalyzerVerifier.VerifyAsync("SDNN0001", WithInformation, new IncidentalDiagnostics("SDNN0031"), []));
        await Assert.ThrowsAsync<VerificationException>(() =>
            AnalyzerVerifier.VerifyAsync("SDNN0001", WithInformation, new IncidentalDiagnostics("SDNN0030"), [])
        );
        // Errors are not let pass.
        await Assert.ThrowsAsync<VerificationException>(() =>
            AnalyzerVerifier.VerifyAsync("SDNN0009", Network + "class N;", new IncidentalDiagnostics("SDNN0001"), [])
        );
    }

    [Theory]
    [InlineData("class N;", "partial class  N;")] // another text
    [InlineData("partial class N;", "partial class N;")] // nothing to fix
    [InlineData("class N : Missing;", "partial class N : Missing;")] // does not compile afterwards
    public async Task CodeFixVerifier_FailsOn(string before, string after) =>
        await Assert.ThrowsAsync<VerificationException>(() =>
            new CodeFixVerifier(new AddPartialCodeFixProvider()).VerifyAsync(Network + before, Network + after)
        );

    [Fact]
    public async Task CodeFixVerifier_FailsOnAFixThatMendsNothing() => await FailsAsync(new WrongFix(Mend: false), "Still ");

    [Fact]
    public async Task CodeFixVerifier_FailsWithoutAFixAll() => await FailsAsync(new WrongFix(HasFixAll: false), "has no fix-all");

    [Theory]
    [InlineData("ProgramCopy.cs in UserProject", "Fixed at once in Project, UserProject,")]
    [InlineData("ProgramCopy.cs in UserProject2", "Fixed at once in Solution, UserProject2,")]
    public async Task CodeFixVerifier_FailsOnAFixAllThatOverlooksADocument(string document, string expected) =>
        await FailsAsync(new WrongFix(Overlooks: document), expected);

    [Fact]
    public async Task CodeFixVerifier_FailsOnAFixAllThatGoesTooFar() =>
        await FailsAsync(new WrongFix(GoesFar: true), "Fixed at once in Document, UserProject,");

    [Fact]
    public async Task CodeFixVerifier_TakesTheActionOfItsKey()
    {
        var fix = new WrongFix();
        Assert.Equal(
            ["Right"],
            await new CodeFixVerifier(fix) { EquivalenceKey = "Right" }.VerifyAsync(Network + "class N;", Network + "partial class N;")
        );
        await Assert.ThrowsAsync<VerificationException>(() =>
            new CodeFixVerifier(fix) { EquivalenceKey = "Wrong" }.VerifyAsync(Network + "class N;", Network + "partial class N;")
        );
    }

    [Fact]
    public async Task CodeFixVerifier_FixesSeveralDocumentsOverFiles()
    {
        const string Declaration = "using SparseDnn;\n[SparseNetwork] [WeightFiles(\"w.tsv\")] ";
        var project = new TestProject(Declaration + "class N;", ("w.tsv", "1 1 1\n"));
        var titles = await new CodeFixVerifier(new AddPartialCodeFixProvider()).VerifyAsync(
            project with
            {
                Sources = [.. project.Sources, ("Other.cs", Declaration + "class M;")],
            },
            Declaration + "partial class N;",
            Declaration + "partial class M;"
        );
        Assert.Equal(["Make 'M' partial", "Make 'N' partial"], titles);
    }

    private static async Task FailsAsync(CodeFixProvider fix, string expected)
    {
        var exception = await Assert.ThrowsAsync<VerificationException>(() =>
            new CodeFixVerifier(fix) { EquivalenceKey = "Right" }.VerifyAsync(Network + "class N;", Network + "partial class N;")
        );
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Adds the modifier, with one fault.</summary>
    private sealed class WrongFix(bool Mend = true, bool HasFixAll = true, string Overlooks = "", bool GoesFar = false) : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["SDNN0001"];

        public override FixAllProvider? GetFixAllProvider()
        {
            if (!HasFixAll)
                return null;
            if (GoesFar)
                return new FarFix();
            return FixAllProvider.Create(
                async (_, document, _) => Overlooks == $"{document.Name} in {document.Project.Name}" ? document : await MendAsync(document)
            );
        }

        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            context.RegisterCodeFix(CodeAction.Create("Wrong", _ => Task.FromResult(context.Document), "Wrong"), context.Diagnostics);
            context.RegisterCodeFix(
                CodeAction.Create("Right", _ => Mend ? MendAsync(context.Document) : Task.FromResult(context.Document), "Right"),
                context.Diagnostics
            );
            return Task.CompletedTask;
        }

        private static async Task<Document> MendAsync(Document document) =>
            document.WithText(
                SourceText.From((await document.GetTextAsync()).ToString().Replace("] class", "] partial class", StringComparison.Ordinal))
            );

        private sealed class FarFix : FixAllProvider
        {
            public override Task<CodeAction?> GetFixAsync(FixAllContext context) =>
                Task.FromResult<CodeAction?>(
                    CodeAction.Create(
                        "Far",
                        async _ =>
                        {
                            var solution = context.Solution;
                            foreach (var document in context.Project.Documents)
                                solution = solution.WithDocumentText(document.Id, await (await MendAsync(document)).GetTextAsync());
                            return solution;
                        }
                    )
                );
        }
    }
}
