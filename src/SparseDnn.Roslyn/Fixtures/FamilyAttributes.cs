using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Compiler.Fixtures.Families;
using SparseDnn.Primitives;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Semirings;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Fixtures;

/// <summary>The attributes of families: for each class name how its arguments become a declaration.</summary>
internal static class FamilyAttributes
{
    private const double DefaultThreshold = 0.5;
    private const int DefaultDegree = 3;
    private const int DefaultRange = 64;
    private const int DefaultGranularity = -2;

    /// <summary>Metadata names of the attributes.</summary>
    public static IEnumerable<string> MetadataNames
    {
        get
        {
            foreach (var name in Readers.Keys)
                yield return KnownNames.Namespace + "." + name;
        }
    }

    internal static IReadOnlyDictionary<string, Func<AttributeReader, string, FamilyDeclaration>> Readers { get; } =
        new Dictionary<string, Func<AttributeReader, string, FamilyDeclaration>>(StringComparer.Ordinal)
        {
            ["RecognitionNetworkAttribute"] = (a, name) =>
                new RecognitionDeclaration(
                    name,
                    Format(a),
                    Fixtures(a),
                    a.ConstructorText(0) ?? "",
                    a.Double("Threshold") ?? DefaultThreshold,
                    a.Texts("Categories")
                ),
            ["CompositionNetworkAttribute"] = (a, name) =>
                new CompositionDeclaration(
                    name,
                    Format(a),
                    Fixtures(a),
                    new EquatableArray<string>([a.ConstructorText(0) ?? "", .. a.ConstructorTexts(1)]),
                    a.Double("Threshold") ?? DefaultThreshold,
                    a.Flag("Multiply")
                ),
            ["PathCountingNetworkAttribute"] = (a, name) =>
                new PathCountingDeclaration(
                    name,
                    Format(a),
                    Fixtures(a),
                    a.Integers("Radices") ?? EquatableArray<int>.Empty,
                    a.Integer("Blocks"),
                    a.Integers("BlockCounts"),
                    a.Double("Weight") ?? 1,
                    a.Integer("Repeat") ?? 1,
                    a.Long("PermuteSeed")
                ),
            ["UniformNetworkAttribute"] = (a, name) =>
                new UniformDeclaration(
                    name,
                    Format(a),
                    Fixtures(a),
                    a.Integer("Neurons") ?? 0,
                    a.Integer("InDegree") ?? 1,
                    a.Integer("Layers") ?? 1,
                    a.Double("Weight") ?? 1,
                    a.Double("Bias") ?? 0,
                    a.Choice<BiasMode>("BiasMode"),
                    a.Double("Ceiling"),
                    a.Doubles("Inputs"),
                    Seed(a)
                ),
            ["PotentialsNetworkAttribute"] = (a, name) =>
                new PotentialsDeclaration(
                    name,
                    Format(a),
                    Fixtures(a),
                    a.ConstructorIntegers(0),
                    Degree(a),
                    Seed(a),
                    Semiring(a),
                    a.Integer("Range") ?? DefaultRange,
                    a.Integer("Granularity") ?? DefaultGranularity
                ),
            ["ReachabilityNetworkAttribute"] = (a, name) =>
                new ReachabilityDeclaration(name, Format(a), Fixtures(a), a.ConstructorIntegers(0), Degree(a), Seed(a)),
            ["BottleneckNetworkAttribute"] = (a, name) =>
                new BottleneckDeclaration(
                    name,
                    Format(a),
                    Fixtures(a),
                    a.ConstructorIntegers(0),
                    Degree(a),
                    Seed(a),
                    a.Integer("Range") ?? DefaultRange,
                    a.Integer("Granularity") ?? DefaultGranularity
                ),
        };

    /// <summary>What [ExactFixtures] and the families have in common.</summary>
    internal static FixtureDeclaration Fixtures(AttributeReader attribute) =>
        new(attribute.Place)
        {
            Weights = attribute.Text("Weights"),
            Activations = attribute.Text("Activations"),
            Accumulator = attribute.Text("Accumulator"),
            Seed = Seed(attribute),
            Certify = attribute.Flag("Certify"),
            Perturbations = attribute.Flags<Perturbations>(
                "Perturbations",
                Perturbations.Input | Perturbations.Weight | Perturbations.Bias
            ),
        };

    private static ElementFormat? Format(AttributeReader attribute) => attribute.OptionalChoice<ElementFormat>("Format");

    private static long Seed(AttributeReader attribute) => attribute.Long("Seed") ?? 1;

    private static int Degree(AttributeReader attribute) => attribute.Integer("Degree") ?? DefaultDegree;

    private static string Semiring(AttributeReader attribute) =>
        attribute.Type("Semiring") switch
        {
            null or IErrorTypeSymbol => KnownSemirings.MinPlus.Key,
            { } type when SemiringReader.BuiltIn(type) is { } known => known.Key,
            { } type => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
        };
}
