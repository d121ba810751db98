using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Networks;

/// <summary>Short ways to declare networks in tests.</summary>
internal static class Declare
{
    public static EpilogueDeclaration Plain => EpilogueDeclaration.Default;

    public static ExplicitLayerDeclaration Edges(string edges, int outputs, EpilogueDeclaration? epilogue = null, int repeat = 1) =>
        new(1, epilogue ?? Plain, repeat, outputs, edges);

    public static WeightFilesDeclaration Files(string pattern, int? neurons = null, int repeat = 1) =>
        new(1, Plain, repeat, pattern, neurons);

    public static RandomLayerDeclaration Random(
        int outputs,
        int degree,
        long seed,
        EpilogueDeclaration? epilogue = null,
        double min = -1,
        double max = 1
    ) => new(1, epilogue ?? Plain, 1, outputs, degree, null, seed, min, max);

    public static NetworkBuild Build(int? inputs, params LayersDeclaration[] layers) =>
        Build(inputs, ElementFormat.Binary32, Summation.Planned, new Dictionary<string, string>(), layers);

    public static NetworkBuild Build(int? inputs, Dictionary<string, string> files, params LayersDeclaration[] layers) =>
        Build(inputs, ElementFormat.Binary32, Summation.Planned, files, layers);

    public static NetworkBuild Build(
        int? inputs,
        ElementFormat format,
        Summation summation,
        Dictionary<string, string> files,
        params LayersDeclaration[] layers
    ) => Build(new NetworkDeclaration("test", inputs, format, summation, Numbered(layers)), files);

    public static NetworkBuild Build(
        int? inputs,
        Oscillation semirings,
        ElementFormat? format,
        Dictionary<string, string> files,
        params LayersDeclaration[] layers
    ) => Build(new NetworkDeclaration("test", inputs, format, Summation.Planned, Numbered(layers)) { Semirings = semirings }, files);

    private static NetworkBuild Build(NetworkDeclaration declaration, Dictionary<string, string> files) =>
        NetworkBuilder.Build(
            declaration,
            InputFiles.Of(name => files.TryGetValue(name, out var text) ? InputFile.OfText(name, text) : null)
        );

    private static EquatableArray<LayersDeclaration> Numbered(LayersDeclaration[] layers) =>
        new(layers.Select((layer, i) => layer with { Attribute = i + 1 }).ToArray());

    public static Network Network(int inputs, params LayersDeclaration[] layers) => Sound(Build(inputs, layers));

    public static Network Sound(NetworkBuild build)
    {
        Assert.DoesNotContain(build.Problems, problem => problem.Kind.Severity == ProblemSeverity.Error);
        Assert.Empty(NetworkVerifier.Verify(build.Network!));
        return build.Network!;
    }

    public static Problem Fault(NetworkBuild build, ProblemKind kind)
    {
        Assert.Null(build.Network);
        var problem = Assert.Single(build.Problems);
        Assert.Equal(kind, problem.Kind);
        Assert.DoesNotMatch(@"\{\d+\}", problem.Message);
        return problem;
    }
}
