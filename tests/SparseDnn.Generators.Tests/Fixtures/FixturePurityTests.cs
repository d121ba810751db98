using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using SparseDnn.Inputs;
using SparseDnn.Roslyn.Fixtures;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests.Fixtures;

/// <summary>Fixtures depend on declarations alone, and a cancelled token stops them.</summary>
public sealed class FixturePurityTests
{
    private static readonly TestProject Project = new(
        """
        using SparseDnn;

        [UniformNetwork(Neurons = 6, InDegree = 2, Layers = 2, Weight = 0.3, Bias = -0.5)]
        public static partial class Uniform;

        [BottleneckNetwork(4, 4, Granularity = -3)]
        public static partial class Widest;

        [SparseNetwork(Inputs = 6)]
        [RandomLayer(InDegree = 2, Bias = -0.25, Ceiling = 1.5)]
        public static partial class Net;

        [ExactFixtures(typeof(Net), Low = -2, Perturbations = Perturbations.Input | Perturbations.Weight | Perturbations.Bias)]
        public static partial class OfNet;

        [SparseNetwork(Inputs = 6, Semiring = typeof(MaxPlus))]
        [RandomLayer(InDegree = 2)]
        public static partial class Longest;

        [ExactFixtures(typeof(Longest))]
        public static partial class OfLongest;
        """
    );

    [Fact]
    public async Task Text_DependsOnNoCulture()
    {
        Assert.NotEqual("-1", (-1).ToString(CultureInfo.CurrentCulture));
        var hostile = GeneratorRun.Start(Project).Files;
        IReadOnlyDictionary<string, string>? invariant = null;
        var thread = new Thread(() => invariant = GeneratorRun.Start(Project).Files) { CurrentCulture = CultureInfo.InvariantCulture };
        thread.Start();
        await Task.Run(thread.Join, TestContext.Current.CancellationToken);
        Assert.Equal(invariant, hostile);
    }

    [Fact]
    public void CancelledToken_StopsEachStage()
    {
        var cancelled = new CancellationToken(canceled: true);
        var compilation = Project.Compile();
        var type = compilation.GetTypeByMetadataName("OfNet")!;
        var target = FixtureReader.Read(type, compilation, default)!;
        var network = FixtureStages.Network(target, InputFiles.None, default).Network!;
        Assert.Throws<OperationCanceledException>(() => FixtureReader.Read(type, compilation, cancelled));
        Assert.Throws<OperationCanceledException>(() => FamilyReader.Read(compilation.GetTypeByMetadataName("Uniform")!, cancelled));
        Assert.Throws<OperationCanceledException>(() => FixtureStages.Network(target, InputFiles.None, cancelled));
        Assert.Throws<OperationCanceledException>(() => FixtureStages.OfNetwork(network, target.Options, cancelled));
        Assert.Throws<OperationCanceledException>(() => GeneratorRun.Start(Project, cancelled));
    }

    [Fact]
    public void FoundProblems_AreNotSearchedAgain()
    {
        var compilation = Project.Compile();
        var target = FixtureReader.Read(compilation.GetTypeByMetadataName("OfNet")!, compilation, default)!;
        var network = FixtureStages.Network(target, InputFiles.None, default).Network!;
        var options = target.Options with { Items = -5 };
        var problems = FixtureStages.OfNetwork(network, options, default).Problems;
        var equal = FixtureStages.Network(target, InputFiles.None, default).Network!;
        Assert.Same(network, equal);
        // A token that would stop the search shows that it does not run.
        Assert.Same(problems, FixtureStages.Problems(equal, options with { Items = -5 }, new CancellationToken(canceled: true)));
        GC.KeepAlive(network);
    }
}
