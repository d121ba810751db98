using System.Threading.Tasks;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Semirings;

/// <summary>The fix that writes the lesser end of a carrier first.</summary>
public sealed class SwapCarrierTests
{
    [Theory]
    [InlineData("Carrier => (1f, 0f);", "Carrier => (0f, 1f);")]
    [InlineData("Carrier => (Min: /* most */ 1f, Max: 0f);", "Carrier => (Min: /* most */ 0f, Max: 1f);")]
    [InlineData("Carrier { get { return (1f, 0f); } }", "Carrier { get { return (0f, 1f); } }")]
    public async Task Ends_AreSwapped(string before, string after) =>
        Assert.Equal(
            ["Write the lesser end first"],
            await new CodeFixVerifier(new SwapCarrierCodeFixProvider()).VerifyAsync(Source(before), Source(after))
        );

    private static string Source(string carrier) =>
        $$"""
            using SparseDnn;
            [Semiring]
            public readonly partial struct Reliability : ISemiring<Reliability, float>
            {
                public static float Zero => 0f;
                public static float One => 1f;
                public static float Add(float a, float b) => System.MathF.Max(a, b);
                public static float Multiply(float a, float b) => a * b;
                public static (float Min, float Max) {{carrier}}
            }
            """;
}
