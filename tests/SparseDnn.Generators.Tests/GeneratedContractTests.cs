using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Contract;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests;

/// <summary>Generated code says what it is, and asks the runtime whether it is understood before it does anything else.</summary>
public sealed class GeneratedContractTests
{
    private const string Source = """
        using SparseDnn;
        [SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25")]
        public static partial class Tiny { public static int Mine => 1; }
        [SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = "0 0 1,5")]
        public static partial class Faulty;
        [PathCountingNetwork(Radices = new[] { 2, 2 }, Blocks = 2, Weight = 0.5, Accumulator = "binary64")]
        public static partial class Paths;
        [Semiring]
        public readonly partial struct Truncated : ISemiring<Truncated, float>
        {
            public static float Zero => 0f;
            public static float One => 1f;
            public static float Add(float a, float b) => System.MathF.Max(a, b);
            public static float Multiply(float a, float b) => System.MathF.Max(0f, a + b - 1f);
            public static (float Min, float Max) Carrier => (0f, 1f);
        }
        [Semiring]
        public readonly partial struct Called : ISemiring<Called, bool>
        {
            public static bool Zero => false;
            public static bool One => true;
            public static bool Add(bool a, bool b) => Either(a, b);
            public static bool Multiply(bool a, bool b) => a & b;
            private static bool Either(bool a, bool b) => a || b;
        }
        """;

    private static readonly GeneratorRun Run = GeneratorRun.Start(new TestProject(Source));

    [Fact]
    public void EveryFileNamesPackageAndContract() =>
        Assert.All(
            Run.Files.Values,
            text =>
                Assert.EndsWith(
                    $", written by SparseDnn.Gen {ContractVersion.Package} (contract {ContractVersion.Current}).",
                    text.Split('\n')[1],
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void EveryGeneratedMemberIsMarkedAndNoTypeOfTheUsers()
    {
        var marked = 0;
        foreach (var tree in Run.Output.SyntaxTrees.Except(Run.Input.SyntaxTrees))
        {
            var model = Run.Output.GetSemanticModel(tree);
            foreach (var type in tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                var symbol = model.GetDeclaredSymbol(type)!;
                var isUsers = symbol.DeclaringSyntaxReferences.Any(part => Run.Input.SyntaxTrees.Contains(part.SyntaxTree));
                Assert.Equal((!isUsers, !isUsers), (Has(symbol, "GeneratedCode"), Has(symbol, "ExcludeFromCodeCoverage")));
                if (!isUsers)
                    continue;
                foreach (var member in type.Members.Where(member => member is not TypeDeclarationSyntax))
                {
                    var declared = model.GetDeclaredSymbol(
                        member is FieldDeclarationSyntax field ? field.Declaration.Variables[0] : (SyntaxNode)member
                    )!;
                    Assert.True(Has(declared, "GeneratedCode"), declared.ToString());
                    Assert.True(
                        Has(declared, "ExcludeFromCodeCoverage") || declared is IFieldSymbol { IsConst: true },
                        declared.ToString()
                    );
                    marked++;
                }
            }
        }

        Assert.InRange(marked, 40, int.MaxValue);
        Assert.Equal(
            ["SparseDnn.Gen", ContractVersion.Package],
            Run.Output.GetTypeByMetadataName("Tiny")!
                .GetMembers("Infer")[0]
                .GetAttributes()
                .Single(attribute => attribute.AttributeClass!.Name == "GeneratedCodeAttribute")
                .ConstructorArguments.Select(argument => argument.Value)
        );

        static bool Has(ISymbol symbol, string attribute) =>
            symbol.GetAttributes().Any(candidate => candidate.AttributeClass!.Name == attribute + "Attribute");
    }

    [Theory]
    [InlineData(1, ContractFault.RuntimeIsOlder, "update the SparseDnn.Gen package of the application to 9.8.7 or later")]
    [InlineData(-1, ContractFault.GeneratedCodeIsOlder, "update the SparseDnn.Gen package of the project UserProject to ")]
    public void CodeOfAnotherContractSaysWhichPackageToRaise(int distance, ContractFault fault, string remedy)
    {
        var program = Programs.Load(OfContract(ContractVersion.Current + distance));
        foreach (var (type, member) in new[] { ("Tiny", "Network"), ("Tiny", "Description"), ("Paths", "Network"), ("Paths", "Fixtures") })
        {
            var exception = Assert.IsType<ContractException>(Thrown(program, type, member));
            Assert.Equal(fault, exception.Fault);
            Assert.StartsWith("UserProject was generated by SparseDnn.Gen 9.8.7 (contract ", exception.Message, StringComparison.Ordinal);
            Assert.Contains(remedy, exception.Message, StringComparison.Ordinal);
            // The same again, not a type whose initializer failed.
            Assert.Equal(exception.Message, Thrown(program, type, member).Message);
        }
    }

    [Fact]
    public void AFaultyDeclarationSaysSoItself()
    {
        var program = Programs.Load(Run.Output);
        var exception = Assert.IsType<InvalidOperationException>(Thrown(program, "Faulty", "Network"));
        Assert.Equal("The declaration of Faulty has errors; the build reports them as SDNN diagnostics.", exception.Message);
    }

    private static Exception Thrown(Assembly program, string type, string member) =>
        Assert
            .Throws<TargetInvocationException>(() =>
                program.GetType(type)!.GetProperty(member, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)
            )
            .InnerException!;

    // The program as another version of the generator might have written it.
    private static Compilation OfContract(int contract)
    {
        var number = contract.ToString(CultureInfo.InvariantCulture);
        var edits = new Dictionary<string, string>
        {
            [$"RuntimeContract.Understands({ContractVersion.Current})"] = $"RuntimeContract.Understands({number})",
            [$"{ContractVersion.Current}, \"{ContractVersion.Package}\", typeof("] = $"{number}, \"9.8.7\", typeof(",
        };
        var compilation = Run.Output;
        foreach (var tree in Run.Output.SyntaxTrees.Except(Run.Input.SyntaxTrees))
        {
            var text = edits.Aggregate(tree.ToString(), (text, edit) => text.Replace(edit.Key, edit.Value, StringComparison.Ordinal));
            compilation = compilation.ReplaceSyntaxTree(
                tree,
                CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath)
            );
        }

        return compilation;
    }
}
