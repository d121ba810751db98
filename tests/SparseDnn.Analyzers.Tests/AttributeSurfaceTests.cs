using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using SparseDnn.Algebra;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Roslyn.Networks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>
/// Every public property of every attribute means the same in source, read by the compiler's side, as on an object at run time.
/// </summary>
public sealed class AttributeSurfaceTests
{
    private static readonly Type[] LayerAttributes =
    [
        .. typeof(SparseLayersAttribute)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(SparseLayersAttribute)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static TheoryData<Type, string> Properties
    {
        get
        {
            var data = new TheoryData<Type, string>();
            foreach (var type in LayerAttributes)
            foreach (var property in Settable(type))
                data.Add(type, property.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Property_MeansTheSameInSourceAndAtRunTime(Type type, string name)
    {
        var property = type.GetProperty(name)!;
        var plain = AtRunTime(Create(type));
        Assert.Equal(plain, InSource(type, ""));
        var changes = 0;
        foreach (var value in Values(property.PropertyType))
        {
            var attribute = Create(type);
            property.SetValue(attribute, value);
            var declaration = AtRunTime(attribute);
            Assert.Equal(declaration, InSource(type, $"{name} = {Literal(value)}"));
            if (!declaration.Equals(plain))
                changes++;
        }

        Assert.True(changes > 0, $"No value of {type.Name}.{name} changes the declaration.");
    }

    [Fact]
    public void AllProperties_CanBeGivenTogether()
    {
        foreach (var type in LayerAttributes)
        {
            var attribute = Create(type);
            var arguments = new List<string>();
            foreach (var property in Settable(type))
            {
                var value = Values(property.PropertyType).First();
                property.SetValue(attribute, value);
                arguments.Add($"{property.Name} = {Literal(value)}");
            }

            Assert.Equal(AtRunTime(attribute), InSource(type, string.Join(", ", arguments)));
        }
    }

    [Fact]
    public void NetworkProperties_AreAllRead()
    {
        var plain = Read("[SparseNetwork]");
        Assert.Equal(
            ["Format", "InputRange", "InputRangeFile", "Inputs", "Kernels", "Rewrites", "Semiring", "Summation"],
            Settable(typeof(SparseNetworkAttribute)).Select(property => property.Name)
        );
        Assert.Equal(plain with { Inputs = 7 }, Read("[SparseNetwork(Inputs = 7)]"));
        Assert.Equal(plain with { InputRange = new([-0.5, 2]) }, Read("[SparseNetwork(InputRange = new[] { -0.5, 2 })]"));
        Assert.Equal(plain with { InputRangeFile = "r.tsv" }, Read("[SparseNetwork(InputRangeFile = \"r.tsv\")]"));
        Assert.Equal(
            plain with
            {
                Rewrites = Rewrites.MergeNeurons | Rewrites.DropUnread,
            },
            Read("[SparseNetwork(Rewrites = Rewrites.MergeNeurons | Rewrites.DropUnread)]")
        );
        Assert.Equal(plain with { Format = ElementFormat.Binary64 }, Read("[SparseNetwork(Format = ElementFormat.Binary64)]"));
        Assert.Equal(plain with { Semirings = new(KnownSemirings.MinPlus, null) }, Read("[SparseNetwork(Semiring = typeof(MinPlus))]"));
        Assert.Equal(plain with { Semirings = Oscillation.ReLU }, Read("[SparseNetwork(Semiring = typeof(PlusTimes))]"));
        Assert.Equal(
            plain with
            {
                Semirings = new(KnownSemirings.MinPlus, KnownSemirings.MaxMin),
            },
            Read("[SparseNetwork(Semiring = typeof(MinPlus))] [Oscillate(typeof(MinPlus), select: typeof(MaxMin))]")
        );
        Assert.Equal(plain, Read("[SparseNetwork(Semiring = null)]"));
        Assert.Equal(plain with { Summation = Summation.Strict }, Read("[SparseNetwork(Summation = Summation.Strict)]"));
    }

    [Fact]
    public void ConstructorArguments_AreAllRead()
    {
        foreach (var type in LayerAttributes)
        {
            var constructor = Assert.Single(type.GetConstructors());
            var texts = constructor.GetParameters().Select(parameter => parameter.Name + " text").ToArray();
            Assert.Equal(AtRunTime((SparseLayersAttribute)constructor.Invoke(texts)), InSource(type, "", texts));
        }

        Assert.Equal("pattern", Assert.Single(typeof(WeightFilesAttribute).GetConstructors()[0].GetParameters()).Name);
    }

    [Fact]
    public void Attributes_AreThoseOfTheTable()
    {
        Assert.Equal(LayerKinds.All.Select(kind => kind.AttributeName).Order(), LayerAttributes.Select(type => type.Name).Order());
        foreach (var type in LayerAttributes)
        {
            var kind = Create(type).Kind;
            Assert.Equal(type.Name, kind.AttributeName);
            Assert.Same(kind, LayerKinds.OfAttribute(type.Name));
            Assert.Same(kind, AtRunTime(Create(type)).Kind);
            Assert.Equal(type.GetConstructors()[0].GetParameters().Select(parameter => parameter.Name), kind.Parameters);
        }

        Assert.Null(LayerKinds.OfAttribute("SparseNetworkAttribute"));
    }

    [Fact]
    public void Attributes_AreEqualThatDeclareTheSame()
    {
        Assert.Equal(new LayerAttribute { Outputs = 2, Biases = [1] }, new LayerAttribute { Outputs = 2, Biases = [1] });
        Assert.Equal(new WeightFilesAttribute("a").GetHashCode(), new WeightFilesAttribute("a") { Repeat = 1 }.GetHashCode());
        Assert.NotEqual(new LayerAttribute { Outputs = 2, Biases = [1] }, new LayerAttribute { Outputs = 2, Biases = [2] });
        Assert.NotEqual<SparseLayersAttribute>(new LayerAttribute(), new BandedLayerAttribute());
    }

    [Fact]
    public void Attributes_KeepTheirOrderAcrossParts()
    {
        var declaration = Read("[BandedLayer] [SparseNetwork] [Layer] [RadixNet]");
        Assert.Equal(["[BandedLayer]", "[Layer]", "[RadixNet]"], declaration.Layers.Select(layer => layer.Label));
        Assert.Equal([1, 2, 3], declaration.Layers.Select(layer => layer.Attribute));
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .OrderBy(property => property.Name, StringComparer.Ordinal);

    private static SparseLayersAttribute Create(Type type) =>
        (SparseLayersAttribute)
            type.GetConstructors()[0].Invoke([.. type.GetConstructors()[0].GetParameters().Select(_ => (object)"w.mtx")]);

    private static LayersDeclaration AtRunTime(SparseLayersAttribute attribute) => attribute.ToDeclaration(1, []);

    private static LayersDeclaration InSource(Type type, string arguments, string[]? constructor = null)
    {
        var texts = (constructor ?? [.. type.GetConstructors()[0].GetParameters().Select(_ => "w.mtx")]).Select(text => $"\"{text}\"");
        var all = string.Join(", ", texts.Append(arguments).Where(text => text.Length > 0));
        return Assert.Single(Read($"[SparseNetwork] [{type.Name[..^"Attribute".Length]}({all})]").Layers);
    }

    private static NetworkDeclaration Read(string attributes)
    {
        var compilation = new TestProject($"using SparseDnn; {attributes} static partial class N;").Compile();
        Assert.Empty(
            compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
        );
        return TargetReader.Read(compilation.GetTypeByMetadataName("N")!, default)!.Declaration;
    }

    // The first value differs from every default; the others are what is easily mistaken for "not given".
    private static IEnumerable<object?> Values(Type type)
    {
        if (type == typeof(int))
            return [7, 0, -1, int.MinValue];
        if (type == typeof(long))
            return [8L, 0L, long.MinValue];
        if (type == typeof(double))
            return [0.75, 0.0, -0.0, 1.0, 0.1, double.NaN, double.PositiveInfinity, double.Epsilon];
        if (type == typeof(string))
            return ["0 0 1", "", null];
        if (type == typeof(int[]))
            return [new[] { 2, 3 }, Array.Empty<int>(), null];
        if (type == typeof(double[]))
            return [new[] { 0.5, -0.25 }, Array.Empty<double>(), null];
        if (type.IsEnum)
            return [.. Enum.GetValues(type).Cast<object>().Reverse()];
        throw new NotSupportedException($"No values for {type}; add some.");
    }

    private static string Literal(object? value) =>
        value switch
        {
            null => "null",
            int.MinValue => "int.MinValue",
            long.MinValue => "long.MinValue",
            string text => $"\"{text}\"",
            int[] list => $"new int[] {{ {string.Join(", ", list.Select(item => Literal(item)))} }}",
            double[] list => $"new double[] {{ {string.Join(", ", list.Select(item => Literal(item)))} }}",
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            Enum choice => $"{choice.GetType().Name}.{choice}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException(value.GetType().Name),
        };
}
