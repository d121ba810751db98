using System;
using System.Linq;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Patterns;
using SparseDnn.Numerics;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>Closed forms against exact evaluation.</summary>
public sealed class FamilyTests
{
    private const string Glyphs = """
        I:
        .#.
        .#.
        .#.

        L:
        #..
        ##.
        #..

        T:
        ###
        .#.
        .#.

        O:
        ###
        #.#
        ###

        """;

    private static RecognitionLevel Letters(Dyadic? threshold = null)
    {
        // I is contained in T, so this set leaves it out.
        var glyphs = Read(Glyphs[Glyphs.IndexOf("L:", StringComparison.Ordinal)..]);
        return RecognitionLevel.Of(glyphs.Names, glyphs.Pixels, threshold);
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("1")]
    [InlineData("0.125")]
    public void RecognitionAnswersAsItsClosedFormSays(string threshold)
    {
        Assert.True(Dyadic.TryParse(threshold, out var theta));
        var solution = Recognition.Solve("letters", Letters(theta));
        // The patterns themselves answer with C = I.
        for (var i = 0; i < 3; i++)
            Assert.Equal(Enumerable.Range(0, 3).Select(j => (Dyadic)(i == j ? 1 : 0)), solution.Items[i].Outputs);
        AssertClosedForm(solution);
        Assert.Contains(solution.Items, item => item.Label == "all features" && item.Outputs.All(value => value == 1));
    }

    [Fact]
    public void CategoriesMayHaveAnyValuesAndShareColumns()
    {
        var categories = new CsrPattern(3, 2, [0, 1, 3, 4], [0, 0, 1, 1]);
        var level = Letters() with { Categories = categories, CategoryValues = DyadicValues.From(3, 1, new Dyadic(5, -3), 7) };
        var solution = Recognition.Solve("valued", level);
        Assert.Equal([1, new Dyadic(5, -3)], solution.Items[1].Outputs);
        AssertClosedForm(solution);
    }

    [Fact]
    public void WhatBreaksTheClosedFormIsNamed()
    {
        var glyphs = Read(Glyphs);
        Assert.Contains(
            "'I' is contained in pattern 'T'",
            RecognitionLevel.Of(glyphs.Names, glyphs.Pixels).Check(),
            StringComparison.Ordinal
        );
        var twice = new CsrPattern(2, 2, [0, 1, 2], [0, 0]);
        Assert.Contains("'a' and 'b' are equal", RecognitionLevel.Of(["a", "b"], twice).Check(), StringComparison.Ordinal);
        Assert.Contains(
            "'b' is empty",
            RecognitionLevel.Of(["a", "b"], new CsrPattern(2, 2, [0, 1, 1], [0])).Check(),
            StringComparison.Ordinal
        );
        Assert.Contains("threshold is 0", Letters(Dyadic.Zero).Check(), StringComparison.Ordinal);
        Assert.Contains("threshold is 1.5", Letters(new Dyadic(3, -1)).Check(), StringComparison.Ordinal);
        Assert.Contains("over the threshold 0.75", Letters(new Dyadic(3, -2)).Check(), StringComparison.Ordinal);
        Assert.Null((Letters(new Dyadic(3, -2)) with { CategoryValues = new DyadicValues(3, 3) }).Check());
        Assert.Contains("2 names for 3", (Letters() with { Names = new(["a", "b"]) }).Check(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Recognition.Solve("x", Letters(Dyadic.Zero)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CompositionsAnswerAsTheirClosedFormSays(bool multiply)
    {
        // Words over letters at two positions; sentences over words.
        var letters = Letters().Repeat(2);
        var words = RecognitionLevel.Of(["LT", "TO", "OL"], new CsrPattern(3, 6, [0, 2, 4, 6], [0, 4, 1, 5, 2, 3]));
        var one = Composition.Solve("words", [letters, words], multiply);
        Assert.Equal(multiply ? 3 : 4, one.Network.Layers.Count);
        AssertClosedForm(one);
        var composed = one.Items.Where(item => item.Label is "composed LT" or "composed TO" or "composed OL").ToArray();
        for (var i = 0; i < 3; i++)
            Assert.Equal(Enumerable.Range(0, 3).Select(j => (Dyadic)(i == j ? 1 : 0)), composed[i].Outputs);
        var sentences = RecognitionLevel.Of(["LT TO"], new CsrPattern(1, 6, [0, 2], [0, 4]));
        AssertClosedForm(Composition.Solve("sentences", [Letters().Repeat(4), words.Repeat(2), sentences], multiply));
    }

    [Fact]
    public void SharedCategoriesAreLimitedToOne()
    {
        // L and O are one category; with all features on both are found.
        var shared = Letters() with
        {
            Categories = new CsrPattern(3, 2, [0, 1, 2, 3], [0, 1, 0]),
        };
        var top = RecognitionLevel.Of(["both"], new CsrPattern(1, 2, [0, 2], [0, 1]));
        AssertClosedForm(Composition.Solve("shared", [shared, top]));
        Assert.Contains("needs a ceiling", Composition.Check([shared, top], multiply: true), StringComparison.Ordinal);
        Assert.Contains("3 categories but level 2 has 2", Composition.Check([Letters(), top], multiply: false), StringComparison.Ordinal);
        Assert.Contains(
            "is not 1",
            Composition.Check([shared with { CategoryValues = new DyadicValues(2, 3) }, top], multiply: false),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(new[] { 2, 3, 2 }, new[] { 1, 1, 1, 1 }, 1, 0)]
    [InlineData(new[] { 2, 2, 2 }, new[] { 2, 3, 1, 4 }, 1, -4)]
    [InlineData(new[] { 3, 2 }, new[] { 2, 5, 2 }, 3, -3)]
    public void PathsAreCounted(int[] radices, int[] blocks, int repeat, int weightExponent)
    {
        AssertClosedForm(PathCounting.Solve("paths", radices, blocks, new Dyadic(3, weightExponent), repeat, repeat > 1 ? 5 : null));
        Assert.NotNull(PathCounting.Check(radices, blocks, 0));
        Assert.NotNull(PathCounting.Check([2, 2], [1, 1, 2], 1, repeat: 2));
    }

    // The first six official layers of 1024 neurons: Σ inputs / 16.
    [Fact]
    public void TheOfficialParametersGiveASixteenthOfTheSum()
    {
        int[] radices = [2, 2, 2, 2, 2, 2],
            blocks = [16, 16, 16, 16, 16, 16, 16];
        Assert.Equal(Math.Pow(16, 5), PathCounting.Paths(radices, blocks).ToDouble());
        var solution = PathCounting.Solve("official", radices, blocks, new Dyadic(1, -4));
        Assert.All(solution.Items.Single(item => item.Label == "all ones").Outputs, value => Assert.Equal(64, value));
    }

    [Theory]
    [InlineData(BiasMode.Dense, "-0.25", "32")]
    [InlineData(BiasMode.NonzeroSums, "0.5", "32")]
    [InlineData(BiasMode.Dense, "0.375", null)]
    public void UniformInputsFollowTheRecurrence(BiasMode mode, string biasText, string? ceilingText)
    {
        Assert.True(Dyadic.TryParse(biasText, out var bias));
        var ceiling = Dyadic.TryParse(ceilingText, out var limit) ? limit : (Dyadic?)null;
        var layers = RadixNet.Layers([2, 3, 2], [2, 2, 2, 2], 3, 7);
        AssertClosedForm(
            UniformRecurrence.Solve("uniform", layers, new Dyadic(3, -3), bias, ceiling, [0, 1, new Dyadic(1, -6), 40, -1], mode)
        );
        Assert.Contains("equally many", UniformRecurrence.Check([new CsrPattern(2, 2, [0, 1, 3], [0, 0, 1])]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("min-plus")]
    [InlineData("max-plus")]
    public void PotentialsAreShortestPaths(string semiring)
    {
        for (var seed = 0; seed < 20; seed++)
            AssertPlainClosedForm(Potentials.Solve("p", [5, 8, 3, 6], 1 + (seed % 4), semiring, seed));
        Assert.NotNull(Potentials.Check([5, 5], 2, "max-times"));
        Assert.NotNull(Potentials.Check([5], 2, semiring));
        Assert.NotNull(Potentials.Check([5, 0], 2, semiring));
        Assert.NotNull(Potentials.Check([5, 5], 0, semiring));
    }

    [Fact]
    public void ReachabilityAndBottlenecksAreAsChosen()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            AssertPlainClosedForm(Reachability.Solve("r", [6, 9, 4, 7], 1 + (seed % 4), seed));
            AssertPlainClosedForm(Bottleneck.Solve("b", [6, 9, 4, 7], 1 + (seed % 4), seed));
        }

        Assert.NotNull(Reachability.Check([3, 1], 2));
    }

    [Fact]
    public void EqualSeedsGiveEqualSolutions()
    {
        Assert.Equal(Potentials.Solve("p", [5, 8, 3], 2, "min-plus", 3), Potentials.Solve("p", [5, 8, 3], 2, "min-plus", 3));
        Assert.NotEqual(Potentials.Solve("p", [5, 8, 3], 2, "min-plus", 3), Potentials.Solve("p", [5, 8, 3], 2, "min-plus", 4));
    }

    [Theory]
    [InlineData("e4m3", "e4m3", "binary16")]
    [InlineData("e5m2", "e5m2", "e5m2")]
    [InlineData("int8:0", "int8:2", "int16:2")]
    [InlineData("binary32", "binary32", "binary32")]
    public void ScaledSolutionsAreCertifiedAndStillSolutions(string weights, string activations, string accumulator)
    {
        var formats = new FormatTriple(Format(weights), Format(activations), Format(accumulator));
        var tiny = new Dyadic(1, -40);
        var layers = RadixNet.Layers([2, 2], [1, 1, 1], 2, null);
        var solution = UniformRecurrence.Solve("tiny", layers, tiny, default, null, [tiny, tiny * 2, 0]);
        var scaled = CertifiedScaling.Find(solution, formats, out var fault);
        Assert.Null(fault);
        Assert.True(scaled!.Certificate.IsCertified);
        Assert.Equal(0, scaled.Network.Weights.Count + scaled.Network.Biases.Count);
        AssertClosedForm(scaled.Solution);
        var ordinary = CertifiedScaling.Find(Recognition.Solve("letters", Letters()), formats, out _);
        if (weights == "binary32")
            Assert.Equal(0, ordinary!.InputShift);
    }

    // 15·2^5 = 480 lies beyond the largest e4m3 number 448 although both have the exponent 8.
    [Fact]
    public void ScalingStaysBelowTheLargestNumber()
    {
        var formats = new FormatTriple(Format("binary32"), Format("e4m3"), Format("binary32"));
        var layers = RadixNet.Layers([2], [1, 1]);
        var scaled = CertifiedScaling.Find(UniformRecurrence.Solve("u", layers, 1, 0, null, [new Dyadic(15, 20)]), formats, out _);
        Assert.Equal(240, scaled!.Solution.Items[0].Inputs[0]);
    }

    [Fact]
    public void WhereNoScaleHelpsTheReasonIsNamed()
    {
        var layers = RadixNet.Layers([2, 2], [1, 1, 1]);
        var wide = UniformRecurrence.Solve("wide", layers, 17, 0, null, [1]);
        Assert.Null(CertifiedScaling.Find(wide, FormatTriple.Uniform(Format("e4m3")), out var fault));
        Assert.Contains("needs 5 bits, but e4m3 has 4", fault, StringComparison.Ordinal);
        var long_ = UniformRecurrence.Solve("long", layers, 1, Dyadic.One.ScaleByPowerOfTwo(-30), null, [1]);
        Assert.Null(CertifiedScaling.Find(long_, FormatTriple.Uniform(Format("binary32")), out fault));
        Assert.Contains("binary32 does not hold at any scale", fault, StringComparison.Ordinal);
        var spread = Recognition.Solve("s", Letters() with { CategoryValues = DyadicValues.From(1, Dyadic.One.ScaleByPowerOfTwo(40), 1) });
        Assert.Null(CertifiedScaling.Find(spread, FormatTriple.Uniform(Format("binary16")), out fault));
        Assert.Contains("more than binary16 spans", fault, StringComparison.Ordinal);
    }

    private static StorageFormat Format(string name) =>
        StorageFormats.TryParse(name, out var format) ? format : throw new ArgumentException(name);

    private static void AssertClosedForm(ExactSolution solution)
    {
        Assert.Null(solution.Network.Check());
        foreach (var item in solution.Items)
            Assert.Equal(MixedEvaluator.Evaluate(solution.Network, item.Inputs), item.Outputs);
    }

    private static void AssertPlainClosedForm(ExactSolution solution)
    {
        Assert.Null(solution.Network.Check());
        foreach (var item in solution.Items)
            Assert.Equal(PlainSemirings.Evaluate(solution.Network, item.Inputs), item.Outputs);
    }

    private static GlyphSet Read(string glyphs)
    {
        Assert.True(PatternFormats.Glyphs.Read(InputFile.OfText("glyphs.txt", glyphs)).TryGet(out var set, out _));
        return set;
    }
}
