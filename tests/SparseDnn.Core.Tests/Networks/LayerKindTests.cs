using System;
using System.IO;
using System.Linq;
using SparseDnn.Networks.Kinds;
using SparseDnn.Problems;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Networks;

/// <summary>The table of kinds of layers, and what reads it.</summary>
public sealed class LayerKindTests
{
    [Fact]
    public void EveryRecordHasItsRow()
    {
        var records = typeof(LayersDeclaration).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LayersDeclaration)));
        Assert.Equal(records.Count(), LayerKinds.All.Count);
        Assert.Equal(LayerKinds.All.Count, LayerKinds.All.Select(kind => kind.Name).Distinct().Count());
    }

    [Fact]
    public void ANetworkWithoutLayersIsToldOfEveryKind()
    {
        var problem = Fault(Build(3), ProblemKinds.NoLayers);
        Assert.EndsWith("at least one of " + string.Join(", ", LayerKinds.All), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePageOfTopologiesHasASectionForEveryKind()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SparseDnn.Gen.sln")))
            folder = Path.GetDirectoryName(folder)!;
        var headings = File.ReadLines(Path.Combine(folder, "docs", "topologies.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .ToArray();
        Assert.All(LayerKinds.All, kind => Assert.Contains(headings, line => line.Contains($"`{kind}`", StringComparison.Ordinal)));
    }
}
