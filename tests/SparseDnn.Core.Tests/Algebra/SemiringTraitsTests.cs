using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using Xunit;
using static SparseDnn.Algebra.Expressions.OperatorExpression;

namespace SparseDnn.Core.Tests.Algebra;

/// <summary>What is read from formulas where lists of names once said it.</summary>
public sealed class SemiringTraitsTests
{
    [Fact]
    public void BuiltInSemirings_HaveTheTraitsOfTheirFormulas()
    {
        Assert.Equal(
            ["max-plus", "min-plus", "max-times", "min-times", "max-min", "min-max", "or-and", "union-intersection"],
            Those(SemiringTraits.IsIdempotent)
        );
        Assert.Equal(["max-min", "min-max", "or-and", "union-intersection"], Those(SemiringTraits.ChoosesOnly));
        Assert.Equal(["max-plus"], Those(SemiringTraits.Rectifies));
        Assert.Equal(["log"], Those(candidate => SemiringTraits.IsTranscendental(candidate.Add)));
        Assert.Equal(["plus-times"], KnownSemirings.All.Where(row => row.FusesProducts).Select(row => row.Name));
    }

    [Fact]
    public void Formulas_CountInEitherOrder_AndOnlyAsTheyAreWritten()
    {
        Assert.Equal(ExpressionOperator.Max, SemiringTraits.Single(Max(B, A)));
        Assert.Null(SemiringTraits.Single(Max(A, A)));
        Assert.Null(SemiringTraits.Single(Max(A, B + B)));
        Assert.Null(SemiringTraits.Single(A));
        var maxPlus = KnownSemirings.MaxPlus.GetElement(ElementFormat.Binary32)!.Candidate!;
        Assert.True(SemiringTraits.Rectifies(maxPlus with { Name = "Mine", Add = Max(B, A), Multiply = B + A }));
        Assert.False(SemiringTraits.Rectifies(maxPlus with { One = CarrierValue.Number(1) }));
        Assert.False(SemiringTraits.Rectifies(maxPlus with { Add = Min(A, B) }));
        // a < b ? b : a takes the one or the other of two zeros.
        Assert.False(
            SemiringTraits.IsIdempotent(
                maxPlus with
                {
                    Add = Apply(ExpressionOperator.Conditional, Apply(ExpressionOperator.Less, A, B), B, A),
                }
            )
        );
    }

    [Theory]
    [InlineData("min-plus", "min-plus")]
    [InlineData("Mine.Log, App", "Log")]
    [InlineData("Mine.Outer+Log, App", "Log")]
    [InlineData("log, log", "log")]
    [InlineData("", "")]
    public void Keys_TellTheNameForPeople(string key, string name) => Assert.Equal(name, SemiringKey.NameOf(key));

    [Fact]
    public void NoKeyOfAType_IsAPublishedName()
    {
        Assert.All(
            KnownSemirings.All,
            row =>
            {
                Assert.Equal(row.Name, row.Key);
                Assert.True(row.IsBuiltIn);
                Assert.False(KnownSemirings.TryGet(SemiringKey.OfType(row.Name, "App"), out _));
            }
        );
        Assert.False(new SemiringSpecification("log", "+", "+", 0, 0) { Key = SemiringKey.OfType("log", "App") }.IsBuiltIn);
    }

    private static IEnumerable<string> Those(Func<SemiringCandidate, bool> trait) =>
        KnownSemirings
            .All.Where(row =>
                row.Elements.Where(element => element.Candidate is not null)
                    .Select(element => trait(element.Candidate!))
                    .Distinct()
                    .Single()
            )
            .Select(row => row.Name);
}
