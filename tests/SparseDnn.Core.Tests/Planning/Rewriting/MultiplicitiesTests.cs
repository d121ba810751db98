using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Core.Tests.Networks;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>T2: edges from equal neurons lead from one row, with multiplicities; where ⊕ chooses, once.</summary>
public sealed class MultiplicitiesTests
{
    public static TheoryData<string> Semirings =>
        [.. KnownSemirings.All.Where(row => row.GetElement(ElementFormat.Binary64) is { IsUsable: true }).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Semirings))]
    public void RepeatedTermsAreDroppedOnlyWhereSumsChoose(string name)
    {
        var (network, input) = Repeating(name);
        var plan = Planner.PlanTables(network).Layers[1].Data;
        // Over plus-times the factor takes the multiplicity.
        var drops = name is "plus-times" or "max-plus" or "min-plus" or "max-times" or "min-times" or "max-min" or "min-max";
        Assert.Equal(drops ? [0] : [0, 0, 0, 0], plan.Lists[0].ToArray());
        // e and log are the platform's; the kernels' tests judge them.
        if (name == "log")
            return;
        Assert.Equal(
            RoundedEvaluator.Evaluate(network with { Rewrites = Rewrites.None }, input),
            RoundedEvaluator.Evaluate(network, input)
        );
    }

    [Theory]
    [InlineData(Summation.Planned, Rewrites.All & ~Rewrites.ShareSums, new[] { 0, 1 })]
    [InlineData(Summation.Planned, Rewrites.MergeNeurons, new[] { 0, 1, 0, 1, 0 })]
    [InlineData(Summation.Strict, Rewrites.All, new[] { 0, 1, 0, 1, 0 })]
    public void TermsAreCountedOnlyWhereTheirOrderIsFree(Summation summation, Rewrites rewrites, int[] expected)
    {
        // Neurons 0, 2, 4 are equal, and so are 1 and 3.
        var network = Declare.Sound(
            Declare.Build(
                2,
                ElementFormat.Binary32,
                summation,
                [],
                Declare.Edges("0 0 2; 1 1 2; 0 2 2; 1 3 2; 0 4 2", 5),
                Declare.Edges("0 0 3; 1 0 3; 2 0 3; 3 0 3; 4 0 3", 1)
            )
        ) with
        {
            Rewrites = rewrites,
        };
        var data = Planner.PlanTables(network).Layers[1].Data;
        Assert.Equal(expected, data.Lists[0].ToArray());
        if (expected.Length == 2)
            Assert.Equal([3.0, 2.0], Enumerable.Range(0, 2).Select(term => data.Weights[term]));
    }

    [Fact]
    public void OneFactorTakesAMultiplicityThatAllTermsHave()
    {
        var network = Declare.Network(2, Declare.Edges("0 0 2; 1 1 2; 0 2 2; 1 3 2", 4), Declare.Edges("0 0 3; 1 0 3; 2 0 3; 3 0 3", 1));
        var data = Planner.PlanTables(network).Layers[1].Data;
        Assert.Equal([0, 1], data.Lists[0].ToArray());
        Assert.True(data.AddsOnly);
        Assert.Equal(6, data.Scales[0]);
    }

    // Four equal neurons, then one that reads all of them.
    private static (Network Network, double[] Input) Repeating(string name)
    {
        var epilogue = Declare.Plain with { Epilogue = Epilogue.None };
        var semirings = Oscillation.Over(KnownSemirings.All.Single(row => row.Name == name));
        var first = string.Join("; ", Enumerable.Range(0, 4).Select(output => $"0 {output} 0.5; 1 {output} 2"));
        return (
            Declare.Sound(
                Declare.Build(
                    2,
                    semirings,
                    ElementFormat.Binary64,
                    [],
                    Declare.Edges(first, 4, epilogue),
                    Declare.Edges("0 0 3; 1 0 3; 2 0 3; 3 0 3", 1, epilogue)
                )
            ),
            [0.75, 0.25]
        );
    }
}
