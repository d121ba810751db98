using System;
using System.Linq;
using Xunit;

namespace SparseDnn.Tests.Conformance;

/// <summary>
/// Strategy × semiring × element type × width against the plain replay, bit for bit; SPARSEDNN_CONFORMANCE=all tries many more batches.
/// </summary>
public sealed class ConformanceTests
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("SPARSEDNN_CONFORMANCE") == "all";

    public static TheoryData<string, VectorWidth> Matrix
    {
        get
        {
            var data = new TheoryData<string, VectorWidth>();
            foreach (var example in ConformanceCases.All)
            foreach (var width in Enum.GetValues<VectorWidth>())
                data.Add(example.ToString(), width);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void EveryKernelReturnsTheBitsOfTheReplay(string network, VectorWidth width)
    {
        var example = ConformanceCases.All.Single(candidate => candidate.ToString() == network);
        foreach (var items in Whole ? new[] { 1, 7, 65, 131 } : [1, 67])
            for (ulong seed = 1; seed <= (Whole ? 3u : 1u); seed++)
                foreach (var hostile in new[] { false, true })
                {
                    // Of plus-times the replay is exact arithmetic, which has no ∞ − ∞.
                    if (
                        hostile
                        && (
                            network.StartsWith("PlusTimes", StringComparison.Ordinal)
                            || network is nameof(MixedInFullThen) or nameof(LinearFirstThenReLU)
                        )
                    )
                        continue;
                    Assert.Null(example.FirstDifference(width, items, seed, hostile));
                }
    }

    [Fact]
    public void EveryBuiltInSemiringIsCovered() =>
        Assert.Equal(
            from row in Algebra.KnownSemirings.All
            from element in row.Elements
            where element.IsUsable
            let name = row.TypeName[(row.TypeName.LastIndexOf('.') + 1)..]
                + element.Format switch
                {
                    ElementFormat.Binary32 => "Single",
                    ElementFormat.Binary64 => "Double",
                    var format => format.ToString(),
                }
            where name is not ("PlusTimesInt32" or "PlusTimesInt64")
            orderby name
            select name,
            ConformanceCases.All.Select(example => example.ToString()!).Where(name => !name.Contains("Then")).Order()
        );
}
