using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Folders;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Tests.Fixtures.Folders;

/// <summary>What folders say of vectors of compiled networks, and what they refuse.</summary>
public sealed class ModelFolderTests
{
    [Fact]
    public void FoldersSayWhatRoundingChanged()
    {
        var model = Sound(Build(3, Edges("0 0 0.25; 1 0 0.3; 2 0 1.5", 1, Plain with { Bias = 0.1 })));
        var narrow = VectorSets.FromModel(
            model,
            new FormatTriple(StorageFormats.Of(NumberFormats.BFloat16), StorageFormats.Binary32, StorageFormats.Of(NumberFormats.Binary16)),
            new InputSetOptions(1, 4),
            false,
            out _
        )!;
        Assert.NotEqual("", narrow.Rounding);
        Assert.Equal(
            narrow.Rounding,
            Assert.IsType<VectorReadResult.Success>(VectorFolder.Read(VectorFolder.Write(narrow))).Vectors.Rounding
        );
    }

    [Theory]
    [InlineData("max-plus", "min-plus", ElementFormat.Binary32, 0.375)]
    [InlineData("min-plus", "max-min", ElementFormat.Binary64, 0.375)]
    [InlineData("max-min", "min-max", ElementFormat.Int32, 3.0)]
    [InlineData("max-min", "min-max", ElementFormat.Int64, 3.0)]
    [InlineData("max-times", "max-plus", ElementFormat.Binary32, -0.25)]
    [InlineData("plus-times", "min-plus", ElementFormat.Binary32, 0.375)]
    [InlineData("plus-times", "max-min", ElementFormat.Int32, 3.0)]
    [InlineData("min-plus", "log", ElementFormat.Binary64, 0.375)]
    public void FoldersRefusePairs(string correlate, string select, ElementFormat format, double bias)
    {
        var vectors = Vectors(
            Sound(
                Build(
                    2,
                    new Oscillation(Semiring(correlate), Semiring(select)),
                    format,
                    [],
                    Edges("0 0 1; 1 0 2", 1, Plain with { Bias = bias })
                )
            )
        );
        Assert.Contains(
            "layer 1 selects over " + select,
            Assert
                .Throws<ArgumentException>(() =>
                    VectorFolder.Write(vectors with { Formats = FormatTriple.Uniform(StorageFormats.Binary64) })
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void FoldersKeepTheGroundAndRefuseWhatTheyCannotSay()
    {
        var vectors = Vectors(
            Sound(Build(8, new Oscillation(KnownSemirings.Log, null), ElementFormat.Binary64, [], Random(5, 4, 1, Linearly)))
        );
        Assert.Equal(vectors, Assert.IsType<VectorReadResult.Success>(VectorFolder.Read(VectorFolder.Write(vectors))).Vectors);
        Refused("int64", Build(8, new Oscillation(KnownSemirings.XorAnd, null), ElementFormat.Int64, [], Random(5, 4, 1, Linearly, -9, 9)));
        Refused("modulo 2^32", Build(8, Oscillation.ReLU, ElementFormat.Int32, [], Random(5, 4, 1, Linearly, -9, 9)));
        var words = Vectors(
            Sound(Build(8, new Oscillation(KnownSemirings.OrAnd, null), ElementFormat.Word64, [], Edges("0 0 1; 3 1 1", 2)))
        );
        Assert.Contains(
            "Own",
            Assert
                .Throws<ArgumentException>(() =>
                    VectorFolder.Write(
                        words with
                        {
                            Layers = new(
                                words.Layers.Select(layer =>
                                    layer with
                                    {
                                        Layer = layer.Layer with { Semirings = Oscillation.Over(SemiringKey.Resolve("Own")) },
                                    }
                                )
                            ),
                        }
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

        static void Refused(string message, NetworkBuild build) =>
            Assert.Contains(
                message,
                Assert.Throws<ArgumentException>(() => VectorFolder.Write(Vectors(Sound(build)))).Message,
                StringComparison.Ordinal
            );
    }

    private static EpilogueDeclaration Linearly => Plain with { Epilogue = Epilogue.None };

    private static VectorSet Vectors(Network model)
    {
        var vectors = VectorSets.FromModel(model, null, new InputSetOptions(), true, out var fault);
        Assert.Null(fault);
        return vectors!;
    }

    private static SemiringSpecification Semiring(string name) =>
        KnownSemirings.TryGet(name, out var semiring) ? semiring : throw new ArgumentException(name);
}
