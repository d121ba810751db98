using System;
using SparseDnn.Algebra;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Folders;
using SparseDnn.Numerics;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Tests.Fixtures.Folders;

/// <summary>Exported folders name semirings by what they are.</summary>
public sealed class SemiringNameTests
{
    [Fact]
    public void ASemiringThatIsCalledLog_IsNotExportedAsLog()
    {
        var layer = new DyadicLayer(
            new CsrPattern(1, 1, [0, 0], []),
            new DyadicValues(Dyadic.Zero, 0),
            new DyadicValues(Dyadic.Zero, 1),
            BiasMode.Dense,
            Activation.None,
            null,
            new(SemiringKey.Resolve(SemiringKey.OfType("log", "App")), null)
        );
        Assert.Equal("log", layer.Semirings.Correlate.Name);
        var vectors = new VectorSet(
            "Own",
            "any network",
            1,
            FormatTriple.Uniform(StorageFormats.Binary32),
            new([new VectorLayer(layer, null, null)]),
            new([]),
            new([])
        );
        Assert.Contains("is over log, which version 1", Assert.ThrowsAny<Exception>(() => VectorFolder.Write(vectors)).Message);
    }
}
