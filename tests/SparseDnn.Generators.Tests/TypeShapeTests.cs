using System;
using System.Linq;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests;

/// <summary>Wherever a partial type can stand, a network can: each shape is compiled into one program and run.</summary>
public sealed class TypeShapeTests
{
    private const string Tiny =
        """[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25", Biases = new[] { 0.5, 0 })]""";

    // Metadata name of the network, then its declaration.
    private static readonly (string Name, string Source)[] Shapes =
    [
        ("Plain", "public static partial class Plain;"),
        ("Instance", "public partial class Instance { public int State; }"),
        ("Sealed", "internal sealed partial class Sealed;"),
        ("Abstract", "public abstract partial class Abstract;"),
        (
            "Derived",
            "public class Parent { public int Inputs, Network; public void Infer() { } } TINY public partial class Derived : Parent;"
        ),
        ("Primary", "public partial class Primary(int inputs) { public int Twice => 2 * inputs; }"),
        ("Value", "public partial struct Value { public int State; }"),
        ("ReadOnly", "public readonly partial struct ReadOnly;"),
        ("Record", "public partial record Record(int State);"),
        ("RecordValue", "public partial record struct RecordValue(int State);"),
        ("InClass+Inner", "public partial class InClass { TINY private protected static partial class Inner; }"),
        ("InStruct+Inner", "public partial struct InStruct { TINY private static partial class Inner; }"),
        ("InRecord+Inner", "public partial record InRecord(int X) { TINY public partial class Inner; }"),
        ("IAround+Inner", "public partial interface IAround { TINY public partial class Inner; }"),
        ("InRef+Inner", "public ref partial struct InRef { TINY public static partial class Inner; }"),
        (
            "InGeneric`2+Middle`1+Inner",
            "public partial class InGeneric<@class, @file> where @file : notnull { public partial struct Middle<TMiddle> where "
                + "TMiddle : struct { TINY public static partial class Inner; } }"
        ),
        ("class", "public static partial class @class;"),
        ("record", "public static partial class @record;"),
        ("required", "public static partial class @required;"),
        ("file", "public static partial class @file;"),
        ("scoped", "public static partial class @scoped;"),
        ("extension", "public static partial class @extension;"),
        ("field", "public static partial class @field;"),
        ("var", "public static partial class @var;"),
        ("Größe", "public static partial class Größe;"),
        ("Case", "public static partial class Case;"),
        ("CASE", "public static partial class CASE;"),
        (
            "Two.Parts",
            "namespace Two { TINY public static partial class Parts; static partial class Parts { public static int More => Inputs; } }"
        ),
        ("namespace.Spaced", "namespace @namespace { TINY public static partial class Spaced; }"),
        ("where.partial.Spaced", "namespace where.partial { TINY public static partial class Spaced; }"),
        ("SparseDnn.Own", "namespace SparseDnn { TINY public static partial class Own; }"),
        ("My.SparseDnn.System.Own", "namespace My.SparseDnn.System { TINY public static partial class Own; }"),
        ("A+Same", "public static partial class A { TINY public static partial class Same; }"),
        ("B+Same", "public static partial class B { TINY public static partial class Same; } class Same_Network; class Same_Code<T>;"),
        ("Shadowed", "public static partial class Shadowed { class ReadOnlySpan; class System; class SparseDnn; }"),
    ];

    private static string Source { get; } =
        "using SparseDnn;\n"
        + string.Join(
            "\n",
            Shapes.Select(shape =>
                shape.Source.Contains("TINY", StringComparison.Ordinal)
                    ? shape.Source.Replace("TINY", Tiny, StringComparison.Ordinal)
                    : Tiny + " " + shape.Source
            )
        );

    [Fact]
    public void EveryShape_CompilesWithoutWarningsAndComputes()
    {
        // CS0649: the fields of the test's own types are never assigned.
        var run = GeneratorRun
            .Start(new TestProject(Source) { Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable })
            .RequireClean("CS0649");
        Assert.Equal(2 * Shapes.Length, run.Files.Count);
        var program = Programs.Load(run.Output);
        foreach (var (name, _) in Shapes)
        {
            var output = new float[2];
            Programs.Network<float>(program, name).Infer([2, 0.5f, 8], output);
            Assert.Equal([2.5f, 2f], output);
        }
    }

    [Fact]
    public void HintNames_DifferWhateverTheCaseOfLetters()
    {
        var names = GeneratorRun.Start(new TestProject(Source)).Files.Keys;
        Assert.Equal(names.Count(), names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches("^[A-Za-z0-9_.]+$", name));
    }

    [Fact]
    public void DeclaredTypes_ServeGenericCode()
    {
        var program = Programs.Load(
            GeneratorRun
                .Start(
                    new TestProject(
                        $$"""
                        using SparseDnn;
                        {{Tiny}} public partial class First;
                        {{Tiny.Replace(
                            "Inputs = 3",
                            "Inputs = 3, Format = ElementFormat.Binary64",
                            StringComparison.Ordinal
                        )}} public partial struct Second;
                        public static class Generic
                        {
                            public static T[] Run<TNetwork, T>(T[] input) where TNetwork : IDeclaredNetwork<T> where T : unmanaged
                            {
                                var output = new T[TNetwork.Network.Outputs];
                                TNetwork.Network.Infer(input, output);
                                return output;
                            }

                            public static float[] Single() => Run<First, float>([2, 0.5f, 8]);
                            public static double[] Double() => Run<Second, double>([2, 0.5, 8]);
                        }
                        """
                    )
                )
                .Output
        );
        Assert.Equal(new[] { 2.5f, 2f }, program.GetType("Generic")!.GetMethod("Single")!.Invoke(null, null));
        Assert.Equal(new[] { 2.5, 2 }, program.GetType("Generic")!.GetMethod("Double")!.Invoke(null, null));
    }
}
