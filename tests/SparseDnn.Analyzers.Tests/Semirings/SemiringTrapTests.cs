using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Semirings;

/// <summary>
/// The traps of docs/semirings.md written in C# are found, with the messages shown there; the built-in rows written in C# are not accused.
/// </summary>
public sealed class SemiringTrapTests
{
    public static TheoryData<string, string> Traps =>
        new()
        {
            { Declared.Semiring("float", "MathF.Max(a, b)", "a * b", "0", "1"), "Zero = 0 is no identity of ⊕: a=−1: Zero⊕a = 0, a = −1" },
            {
                Declared.Semiring(
                    "int",
                    "(int)Math.Clamp((long)a + b, int.MinValue, int.MaxValue)",
                    "(int)Math.Clamp((long)a * b, int.MinValue, int.MaxValue)",
                    "0",
                    "1"
                ),
                "⊕ is not associative: a=1, b=2147483647, c=−1: (a⊕b)⊕c = 2147483646, a⊕(b⊕c) = 2147483647"
            },
            {
                Declared.Semiring(
                    "int",
                    "int.CreateSaturating((long)a + b)",
                    "(int)Math.Min(int.MaxValue, Math.Max((long)a * b, int.MinValue))",
                    "0",
                    "1"
                ),
                "⊕ is not associative: a=1, b=2147483647, c=−1: (a⊕b)⊕c = 2147483646, a⊕(b⊕c) = 2147483647"
            },
            {
                Declared.Semiring(
                    "double",
                    "Math.Max(a, b)",
                    "a + b",
                    "double.NegativeInfinity",
                    "0",
                    "public static (double Min, double Max) Carrier => (double.NegativeInfinity, double.PositiveInfinity);"
                ),
                "Zero = −∞ does not annihilate: a=∞: Zero⊗a = NaN, Zero = −∞"
            },
            { Declared.Semiring("float", "a - b", "a * b", "0", "1"), "⊕ is not associative: a=0, b=0, c=1: (a⊕b)⊕c = −1, a⊕(b⊕c) = 1" },
            {
                Declared.Semiring("double", "(a + b) / 2", "a * b", "0", "1"),
                "⊕ is not associative: a=0, b=0, c=1: (a⊕b)⊕c = 0.5, a⊕(b⊕c) = 0.25"
            },
            {
                Declared.Semiring("float", "a + b", "a * b", "0", "1", "public static (float, float) Carrier => (float.NaN, float.NaN);"),
                "Zero = 0 does not annihilate: a=NaN: Zero⊗a = NaN, Zero = 0"
            },
            {
                Declared.Semiring(
                    "float",
                    "a > b ? a : b",
                    "a + b",
                    "float.NegativeInfinity",
                    "0",
                    "public static (float, float) Carrier { get; } = (float.NegativeInfinity, float.NaN);"
                ),
                "⊕ is not commutative: a=0, b=NaN: a⊕b = NaN, b⊕a = 0"
            },
            {
                Declared.Semiring("int", "Math.Min(a, b)", "a + b", "int.MaxValue", "0"),
                "Zero = 2147483647 does not annihilate: a=1: Zero⊗a = −2147483648, Zero = 2147483647"
            },
            {
                Declared.Semiring("float", "{ if (a > b) return a; return b; }", "a + b", "float.NegativeInfinity", "1"),
                "One = 1 is no identity of ⊗: a=0: One⊗a = 1, a = 0"
            },
            {
                Declared.Semiring("float", "MathF.Max(a, b)", "MathF.Max(0f, a + b - 1f)", "0f", "1f"),
                "Zero = 0 is no identity of ⊕: a=−1: Zero⊕a = 0, a = −1"
            },
            {
                Declared.Semiring(
                    "double",
                    "{ var m = Math.Max(a, b); return m + Math.Log(Math.Exp(a - m) + Math.Exp(b - m)); }",
                    "a + b",
                    "double.NegativeInfinity",
                    "0"
                ),
                "⊕ leaves the carrier R ∪ {−∞}: a=−∞, b=−∞: a⊕b = NaN"
            },
        };

    public static TheoryData<string> Sound =>
        new()
        {
            Declared.Semiring("float", "a + b", "a * b", "0", "1"),
            Declared.Semiring("int", "a + b", "a * b", "0", "1"),
            Declared.Semiring("long", "a + b", "b * a", "0", "1"),
            Declared.Semiring("double", "Math.Max(a, b)", "a + b", "double.NegativeInfinity", "0"),
            Declared.Semiring("float", "a < b ? a : b", "a + b", "float.PositiveInfinity", "0"),
            Declared.Semiring(
                "float",
                "MathF.Max(a, b)",
                "a * b",
                "0",
                "1",
                "public static (float Min, float Max) Carrier => (0, float.MaxValue);"
            ),
            Declared.Semiring(
                "double",
                "Math.Min(a, b)",
                "a * b",
                "double.PositiveInfinity",
                "1",
                "public static (double Min, double Max) Carrier => (double.Epsilon, double.PositiveInfinity);"
            ),
            Declared.Semiring("float", "MathF.Max(a, b)", "MathF.Min(a, b)", "float.NegativeInfinity", "float.PositiveInfinity"),
            Declared.Semiring("int", "Math.Max(a, b)", "Math.Min(a, b)", "int.MinValue", "int.MaxValue"),
            Declared.Semiring("long", "Math.Min(a, b)", "Math.Max(a, b)", "long.MaxValue", "long.MinValue"),
            Declared.Semiring("bool", "a || b", "a && b", "false", "true"),
            Declared.Semiring("ulong", "a | b", "a & b", "0", "~0UL"),
            Declared.Semiring("bool", "a != b", "a & b", "false", "true"),
            Declared.Semiring("int", "a ^ b", "a & b", "0", "-1"),
            Declared.Semiring("ulong", "a | b", "a & b", "ulong.MinValue", "ulong.MaxValue"),
            Declared.Semiring("float", "MathF.Log(MathF.Exp(a) + MathF.Exp(b))", "a + b", "float.NegativeInfinity", "0"),
            Declared.Semiring(
                "float",
                "MathF.Max(a, b)",
                "MathF.Max(0f, a + b - 1f)",
                "0f",
                "1f",
                "public static (float Min, float Max) Carrier => (0f, 1f);"
            ),
            Declared.Semiring(
                "int",
                "int.CreateSaturating((long)a + b)",
                "int.CreateSaturating((long)a * b)",
                "0",
                "1",
                "public static (int, int) Carrier => (0, int.MaxValue);"
            ),
        };

    [Theory]
    [MemberData(nameof(Traps))]
    public async Task Trap_IsFoundWithItsCounterexample(string source, string message)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(new TestProject(source));
        var broken = found.Where(diagnostic => diagnostic.Id is "SDNN1001" or "SDNN1028").ToArray();
        Assert.Contains(
            broken,
            diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains($"\"{message}\"", StringComparison.Ordinal)
        );
        Assert.All(broken, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.ToString()));
        Assert.Equal(broken.Length, broken.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)).Distinct().Count());
        Assert.Contains(
            message,
            await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, "docs", "semirings.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task EveryTrapOfThePage_IsTried()
    {
        var page = await File.ReadAllLinesAsync(Path.Combine(RepositoryFiles.Root, "docs", "semirings.md"));
        var rows = page.SkipWhile(line => line != "## Traps")
            .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'))
            .ToArray();
        Assert.True(rows.Length > 10);
        Assert.All(
            rows,
            row => Assert.Contains(Traps, trap => row.Contains(((ITheoryDataRow)trap).GetData()[1]!.ToString()!, StringComparison.Ordinal))
        );
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task SoundSemiring_IsNotAccused(string source)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(new TestProject(source));
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id is not ("SDNN1002" or "SDNN1003"));
        GeneratorRun.Start(new TestProject(source)).RequireClean();
    }
}
