using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.Networks;
using SparseDnn.Planning;
using SparseDnn.Roslyn;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests;

/// <summary>A cancelled token stops every stage.</summary>
public sealed class CancellationTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    private static readonly TestProject Project = new(EditScenario.Networks, ("w/a.mtx", EditScenario.Weights), ("w/b.mtx", EditScenario.Weights));

    [Fact]
    public void CancelledToken_StopsEachStage()
    {
        var type = Project.Compile().GetTypeByMetadataName("Inline")!;
        var target = TargetReader.Read(type, default)!;
        var network = NetworkBuilder.Build(target.Declaration, _ => new WeightFileLookup.Missing()).Network!;
        var plan = Planner.Plan(network);
        Assert.Throws<OperationCanceledException>(() => TargetReader.Read(type, Cancelled));
        Assert.Throws<OperationCanceledException>(() => WeightTexts.Read(new InMemoryText("new.mtx", "1 1 1"), Cancelled));
        Assert.Throws<OperationCanceledException>(() => NetworkBuilder.Build(target.Declaration, _ => new WeightFileLookup.Missing(), cancellationToken: Cancelled));
        Assert.Throws<OperationCanceledException>(() => Planner.Plan(network, Cancelled));
        Assert.Throws<OperationCanceledException>(() => KernelEmitter.Emit(target, plan, Cancelled));
    }

    [Fact]
    public async Task CancelledToken_StopsGeneratorAndAnalyzers()
    {
        Assert.Throws<OperationCanceledException>(() => GeneratorRun.Start(Project, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AnalyzerRun.DiagnosticsAsync(Project.Compile(), Project.Weights, Cancelled));
    }
}
