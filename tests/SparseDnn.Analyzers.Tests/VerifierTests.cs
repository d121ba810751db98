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
    private const string Network = "using SparseDnn;\n[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1\")] ";

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

    [Theory]
    [InlineData("class N;", "partial class  N;")] // another text
    [InlineData("partial class N;", "partial class N;")] // nothing to fix
    [InlineData("class N : Missing;", "partial class N : Missing;")] // does not compile afterwards
    public async Task CodeFixVerifier_FailsOn(string before, string after) =>
        await Assert.ThrowsAsync<VerificationException>(() => new CodeFixVerifier(new AddPartialCodeFixProvider()).VerifyAsync(Network + before, Network + after));

    [Fact]
    public async Task CodeFixVerifier_FailsOnAFixThatMendsNothing() =>
        await Assert.ThrowsAsync<VerificationException>(() => new CodeFixVerifier(new IdleFix()).VerifyAsync(Network + "class N;", Network + "class N;"));

    private sealed class IdleFix : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["SDNN0001"];

        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            context.RegisterCodeFix(CodeAction.Create("Idle", _ => Task.FromResult(context.Document.WithText(SourceText.From(Network + "class N;"))), "Idle"), context.Diagnostics);
            return Task.CompletedTask;
        }
    }
}
