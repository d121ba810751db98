using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Compiler.Findings;
using SparseDnn.Generators.Networks;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Planning;
using SparseDnn.Roslyn.Files;
using SparseDnn.Roslyn.Networks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests;

/// <summary>A cancelled token stops every stage, and a generator that is already running.</summary>
public sealed class CancellationTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    private static readonly TestProject Project = new(
        EditScenario.Networks,
        ("w/a.mtx", EditScenario.Weights),
        ("w/b.mtx", EditScenario.Weights)
    );

    [Fact]
    public void CancelledToken_StopsEachStage()
    {
        var type = Project.Compile().GetTypeByMetadataName("Inline")!;
        var target = TargetReader.Read(type, default)!;
        var network = NetworkBuilder.Build(target.Declaration, InputFiles.None).Network!;
        var plan = Planner.Plan(network);
        Assert.Throws<OperationCanceledException>(() => TargetReader.Read(type, Cancelled));
        Assert.Throws<OperationCanceledException>(() =>
            CompilerFile.Read(new InMemoryText("new.mtx", "1 1 1"), WeightFormats.Kind, Cancelled)
        );
        Assert.Throws<OperationCanceledException>(() =>
            NetworkBuilder.Build(target.Declaration, InputFiles.None, cancellationToken: Cancelled)
        );
        Assert.Throws<OperationCanceledException>(() => Planner.Plan(network, Cancelled));
        Assert.Throws<OperationCanceledException>(() => CompiledSize.Check(plan, Cancelled));
        Assert.Throws<OperationCanceledException>(() => KernelEmitter.Emit(target, plan, Cancelled));
    }

    // The analyzers ask with an equal declaration; a cancelled token shows that nothing is planned for the answer.
    [Fact]
    public void WhatTheGeneratorPlanned_IsNotPlannedAgain()
    {
        var declaration = TargetReader.Read(Project.Compile().GetTypeByMetadataName("Inline")!, default)!.Declaration with
        {
            Name = nameof(WhatTheGeneratorPlanned_IsNotPlannedAgain),
        };
        Network planned = Build(),
            equal = Build();
        Assert.Throws<OperationCanceledException>(() => PlanStages.Problems(equal, Cancelled));
        Assert.NotNull(PlanStages.Plan(planned, default));
        Assert.Empty(PlanStages.Problems(equal, Cancelled));
        GC.KeepAlive(planned);

        Network Build() => NetworkStages.Build(declaration, InputFiles.None, default).Network!;
    }

    [Fact]
    public void CancellationWhileAFileIsRead_StopsTheRunningGenerator()
    {
        using var source = new CancellationTokenSource();
        var file = new CancellingText("w/a.mtx", EditScenario.Weights, source);
        Assert.Throws<OperationCanceledException>(() =>
            GeneratorRun.Start(Project.Compile(), [file, new InMemoryText("w/b.mtx", EditScenario.Weights)], source.Token)
        );
        Assert.True(source.IsCancellationRequested);
    }

    [Theory]
    [InlineData("[BandedLayer(LowerBandwidth = 1000, UpperBandwidth = 1000)]")]
    [InlineData("[RandomLayer(InDegree = 2000)]")]
    [InlineData("[RadixNet(Radices = new[] { 128, 64 }, Repeat = 20)]")]
    public void CancelledToken_StopsTheBuildOfALargeNetwork(string layer)
    {
        var type = new TestProject($"using SparseDnn; [SparseNetwork(Inputs = 8192)] {layer} static partial class Large;")
            .Compile()
            .GetTypeByMetadataName("Large")!;
        var declaration = TargetReader.Read(type, default)!.Declaration;
        Assert.Throws<OperationCanceledException>(() => NetworkBuilder.Build(declaration, InputFiles.None, cancellationToken: Cancelled));
    }

    [Fact]
    public async Task CancelledToken_StopsGeneratorAndAnalyzers()
    {
        Assert.Throws<OperationCanceledException>(() => GeneratorRun.Start(Project, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            AnalyzerRun.DiagnosticsAsync(Project.Compile(), Project.Weights, Cancelled)
        );
    }

    /// <summary>A file whose reading cancels, as an edit does while the generator is at work.</summary>
    private sealed class CancellingText(string path, string text, CancellationTokenSource source) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            source.Cancel();
            return SourceText.From(text);
        }
    }
}
