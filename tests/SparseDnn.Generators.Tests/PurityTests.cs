using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests;

/// <summary>Generated text is a function of declaration and weights alone, and no step keeps a compilation alive.</summary>
public sealed class PurityTests
{
    private static TestProject Project { get; } =
        new(
            EditScenario.Networks + Semiring + Fixtures,
            ("w/a.mtx", EditScenario.Weights),
            ("w/b.mtx", "faulty"),
            ("w/g.txt", "I:\n#\n"),
            ("w/r.tsv", "1 0 1\n2 0 2\n")
        );

    private const string Fixtures = """
        [SparseNetwork(Inputs = 2, InputRangeFile = "r.tsv")] [BandedLayer] static partial class Ranged;
        [RecognitionNetwork("g.txt")] static partial class Glyphs;
        [PathCountingNetwork(Radices = new[] { 2, 1 })] static partial class NoPaths;
        [ReachabilityNetwork(3, 3)] static partial class Reach;
        [ExactFixtures(typeof(FromA))] static partial class OfA;
        [ExactFixtures(typeof(FromB))] static partial class OfB;
        """;

    private const string Semiring = """
        [Semiring] partial struct Fuzzy : ISemiring<Fuzzy, float>, ISemiring<Fuzzy, bool>
        {
            public static float Zero => 0;
            public static float One => 1;
            static bool ISemiring<Fuzzy, bool>.Zero => false;
            static bool ISemiring<Fuzzy, bool>.One => true;
            public static float Add(float a, float b) => System.MathF.Max(a, b);
            public static float Multiply(float a, float b) => a % b;
            public static bool Add(bool a, bool b) => a | b;
            public static bool Multiply(bool a, bool b) => new[] { a, b }[1];
        }
        """;

    [Fact]
    public async Task TwoRuns_GiveTheSameText()
    {
        var first = GeneratorRun.Start(Project).Files;
        var second = await Task.Run(() => GeneratorRun.Start(Project).Files);
        Assert.Equal(first, second);
    }

    [Fact]
    public void GeneratedText_DependsOnNoPath()
    {
        var elsewhere = Project with
        {
            Sources = [("/other/place/X.cs", Project.Sources[0].Text)],
            Weights =
            [
                new InMemoryText(@"C:\data\g.txt", "I:\n#\n"),
                new InMemoryText(@"C:\data\b.mtx", "faulty"),
                new InMemoryText(@"C:\data\a.mtx", EditScenario.Weights),
                new InMemoryText(@"C:\data\r.tsv", "1 0 1\n2 0 2\n"),
            ],
        };
        Assert.Equal(GeneratorRun.Start(Project).Files, GeneratorRun.Start(elsewhere).Files);
    }

    [Fact]
    public void GeneratedText_HasUnixLineEndsAndNoTrailingBlanks()
    {
        foreach (var text in GeneratorRun.Start(Project).Files.Values)
        {
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
            Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TrackedValues_HoldNothingOfTheCompiler()
    {
        var run = GeneratorRun.Start(Project);
        var names = typeof(TrackingNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToArray();
        Assert.All(names, name => Assert.Contains(name, run.Result.TrackedSteps.Keys));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var name in names)
        foreach (var (value, _) in run.Result.TrackedSteps[name].SelectMany(step => step.Outputs))
            Walk(value, name, seen);
        Assert.True(seen.Count > 50, $"Only {seen.Count} objects were reached.");
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        // An additional file is the compiler's own immutable input; it refers to its text only.
        if (
            value is null or string or AdditionalText
            || value.GetType().IsPrimitive
            || value.GetType().IsEnum
            || value is Type or MemberInfo
        )
            return;
        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel or AttributeData or Diagnostic,
            $"{path} holds a {value.GetType().Name}."
        );
        if (!value.GetType().IsValueType && !seen.Add(value))
            return;
        if (value is Array array)
        {
            if (!array.GetType().GetElementType()!.IsPrimitive)
                foreach (var item in (IEnumerable)array)
                    Walk(item, path + "[]", seen);
            return;
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (
                var field in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
    }
}
