using System;
using System.Threading.Tasks;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Semirings;

/// <summary>The fix of identities that overflow: only where the result is a semiring.</summary>
public sealed class SaturateTests
{
    private const string OfInt = "public static (int Min, int Max) Carrier => (0, int.MaxValue);";
    private const string OfLong = "public static (long Min, long Max) Carrier => (0, long.MaxValue);";

    [Theory]
    [InlineData("int", "a + b", "int.CreateSaturating((long)a + b)", OfInt)]
    [InlineData("int", "b + a", "int.CreateSaturating((long)b + a)", OfInt)]
    [InlineData("int", "{ return a + b; }", "{ return int.CreateSaturating((long)a + b); }", OfInt)]
    [InlineData("int", "unchecked(a + b)", "int.CreateSaturating((long)a + b)", OfInt)]
    [InlineData("long", "a + b", "a > long.MaxValue - b ? long.MaxValue : a + b", OfLong)]
    public async Task Sum_StopsAtTheGreatestValue(string type, string before, string after, string carrier)
    {
        var source = Declared.Semiring(type, "Math.Min(a, b)", before, $"{type}.MaxValue", "0");
        var body = after.StartsWith('{') ? after : $"=> {after};";
        var expected = source.Replace(
            before.StartsWith('{') ? before : $"=> {before};",
            $"{body}\n    {carrier}",
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["Stop at the greatest value, for values from 0 on"],
            await new CodeFixVerifier(new SaturateCodeFixProvider()).VerifyAsync(source, expected)
        );
    }

    [Theory]
    [InlineData("int", "Math.Max(a, b)", "a + b", "int.MinValue", "0")] // nothing reaches below 0
    [InlineData("int", "Math.Min(a, b)", "a * b", "int.MaxValue", "1")] // 0 ⊗ Zero is 0
    // Not written here.
    [InlineData("int", "Math.Min(a, b)", "F(a, b)", "int.MaxValue", "0", "private static int F(int a, int b) => a + b;")]
    // A carrier is there.
    [InlineData("int", "Math.Min(a, b)", "a + b", "int.MaxValue", "0", "public static (int, int) Carrier => (-9, int.MaxValue);")]
    public async Task Rest_IsLeftToTheUser(string type, string add, string multiply, string zero, string one, string members = "")
    {
        var (workspace, solution) = FixSolution.Open(new TestProject(Declared.Semiring(type, add, multiply, zero, one, members)));
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        var diagnostic = Assert.Single(await FixSolution.DiagnosticsAsync(document.Project), found => found.Id == "SDNN1028");
        Assert.Empty(await new CodeFixVerifier(new SaturateCodeFixProvider()).ActionsAsync(document, diagnostic));
    }
}
