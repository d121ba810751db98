using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

public class WeightFormatTests
{
    [Fact]
    public void WhatWasWritten_IsRead_InAnyOrderAndEitherFormat()
    {
        var random = new Random(41);
        for (var i = 0; i < 200; i++)
        {
            var (inputs, outputs) = (random.Next(1, 40), random.Next(1, 40));
            var entries = WeightTexts.RandomEntries(random, inputs, outputs, random.Next(1, 300));
            var inFileOrder = (i % 3) switch
            {
                0 => entries.ToArray(),
                1 => entries.OrderBy(entry => entry.Key).ToArray(),
                _ => entries.OrderBy(entry => entry.Key.Output).ThenByDescending(entry => entry.Key.Input).ToArray(),
            };
            var market = WeightTexts.Matrix(WeightTexts.MatrixMarket(inFileOrder, inputs, outputs));
            var tsv = WeightTexts.Matrix(WeightTexts.Tsv(inFileOrder));
            Assert.Equal(entries, WeightTexts.Entries(market));
            Assert.Equal(entries, WeightTexts.Entries(tsv));
            Assert.Equal((outputs, inputs, true), (market.Edges.RowCount, market.Edges.ColumnCount, market.HasDeclaredShape));
            Assert.Equal(
                (entries.Keys.Max(key => key.Output) + 1, entries.Keys.Max(key => key.Input) + 1, false),
                (tsv.Edges.RowCount, tsv.Edges.ColumnCount, tsv.HasDeclaredShape)
            );
            Assert.Equal(tsv, WeightTexts.Matrix(WeightTexts.Tsv(inFileOrder.Reverse())));
        }
    }

    [Theory]
    [InlineData("real general", "1 2 0.5\n2 1 -1\n", "1,0=-1 0,1=0.5")]
    [InlineData("INTEGER General", "1 2 5\n3 3 -7\n", "0,1=5 2,2=-7")]
    [InlineData("pattern general", "1 2\n3 1\n", "2,0=1 0,1=1")]
    [InlineData("real symmetric", "2 2 4\n3 1 0.25\n", "2,0=0.25 1,1=4 0,2=0.25")]
    [InlineData("real skew-symmetric", "2 1 0.5\n3 1 -2\n", "1,0=0.5 2,0=-2 0,1=-0.5 0,2=2")]
    [InlineData("pattern symmetric", "3 2\n1 1\n", "0,0=1 2,1=1 1,2=1")]
    public void MatrixMarketKinds_ExpandToTheirEntries(string kind, string lines, string expected)
    {
        var matrix = WeightTexts.Matrix($"%%matrixmarket MATRIX coordinate {kind}\n3 3 2\n{lines}");
        var entries = WeightTexts
            .Entries(matrix)
            .Select(entry => FormattableString.Invariant($"{entry.Key.Input},{entry.Key.Output}={entry.Value}"));
        Assert.Equal(expected, string.Join(" ", entries));
    }

    [Fact]
    public void SkewSymmetricMirrors_NegateTheResidueToo()
    {
        var matrix = WeightTexts.Matrix("%%MatrixMarket matrix coordinate real skew-symmetric\n2 2 1\n2 1 0.1\n");
        Assert.Equal(new DecimalNumber(0.1, -1), matrix.Values[0]);
        Assert.Equal(new DecimalNumber(-0.1, 1), matrix.Values[1]);
    }

    [Fact]
    public void ATsvWithoutValues_HasOnes()
    {
        var matrix = WeightTexts.Matrix("1\t2\n3 1\n");
        Assert.True(matrix.Values.IsConstant);
        Assert.Equal(1, matrix.Values[0].Nearest);
    }

    [Theory]
    [InlineData("1\t1\t0.5\n2\t1\t0.5\n")]
    [InlineData("1\t1\t0.5\r\n2\t1\t0.5\r\n")]
    [InlineData("1\t1\t0.5\n2\t1\t0.5")]
    [InlineData("\uFEFF1\t1\t0.5\n2\t1\t0.5\n")]
    [InlineData("\n1 1 0.5\n\n \t\n  2    1\t0.5   \n\n")]
    [InlineData("1 1 .5\n2 1 5e-1\n")]
    [InlineData("0000000000001 1 +0.50\n2 1 0.5000000000000000000000000\n")]
    [InlineData("%%MatrixMarket matrix coordinate real general\r\n%\r\n2 1 2\r\n1 1 0.5\r\n% between\r\n2 1 0.5\r\n\r\n")]
    public void WhiteSpaceAndSpelling_DoNotMatter(string text)
    {
        var matrix = WeightTexts.Matrix(text);
        Assert.Equal(new Dictionary<(int, int), double> { [(0, 0)] = 0.5, [(1, 0)] = 0.5 }, WeightTexts.Entries(matrix));
        Assert.True(matrix.Values.IsConstant);
    }

    [Fact]
    public void ExplicitZeros_AreCountedAndEdges_UntilTheyAreDropped()
    {
        const string text = "1 1 0\n1 2 3\n2 1 -0.0\n2 2 3\n";
        var matrix = WeightTexts.Matrix(text);
        Assert.Equal(4, matrix.Edges.EntryCount);
        Assert.Equal(new ZeroEntries(2, new FilePlace(WeightTexts.Path, 1, 5, 1)), matrix.Zeros);
        var dropped = matrix.WithoutZeros();
        Assert.Equal(new Dictionary<(int, int), double> { [(0, 1)] = 3, [(1, 1)] = 3 }, WeightTexts.Entries(dropped));
        Assert.Equal(matrix.Zeros, dropped.Zeros);
        Assert.Equal(2, dropped.Edges.RowCount);
        Assert.Equal(WeightTexts.Matrix("1 2 3\n2 2 3\n").Values, dropped.Values);
        Assert.Same(dropped, dropped.WithoutZeros());
    }

    [Fact]
    public void ANumberThatUnderflows_IsNoZero() => Assert.Equal(new DecimalNumber(0, 1), WeightTexts.Matrix("1 1 1e-999\n").Values[0]);

    [Fact]
    public void EqualTexts_GiveEqualResults()
    {
        var text = WeightTexts.Tsv(WeightTexts.RandomEntries(new Random(42), 9, 9, 30));
        Assert.Equal(WeightTexts.Read(text), WeightTexts.Read(text));
        Assert.NotEqual(WeightTexts.Read(text), WeightTexts.Read(text + "40\t1\t1\n"));
        Assert.Equal(WeightTexts.Read("x"), WeightTexts.Read("x"));
    }

    [Fact]
    public void FilesLargerThanABlock_AreReadWhole_HoweverTheReaderDealsThemOut()
    {
        var entries = WeightTexts.RandomEntries(new Random(43), 300, 300, 20_000);
        var text = WeightTexts.MatrixMarket(entries, 300, 300);
        Assert.Equal(entries, WeightTexts.Entries(WeightTexts.Matrix(text)));
        Assert.True(
            WeightFormats.Kind.Read(InputFile.OfText("", () => new SparingReader(text, charactersAtATime: 7))).TryGet(out var matrix, out _)
        );
        Assert.Equal(WeightTexts.Matrix(text), matrix);
    }

    [Fact]
    public void Cancellation_StopsTheReading()
    {
        var text = WeightTexts.Tsv(WeightTexts.RandomEntries(new Random(44), 300, 300, 10_000));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => WeightFormats.Kind.Read(InputFile.OfText("", text), source.Token));
    }

    [Fact]
    public void RepeatedWeights_AreStoredOnce_AndDifferentOnesAreNot()
    {
        Assert.True(WeightTexts.Matrix("1 1 0.0625\n1 2 6.25e-2\n").Values.IsConstant);
        var values = WeightTexts.Matrix("1 1 0.1\n1 2 0.1\n1 3 2\n1 4 0.1\n").Values;
        Assert.Equal([new(0.1, -1), new(0.1, -1), new(2, 0), new(0.1, -1)], Enumerable.Range(0, 4).Select(i => values[i]));
    }
}
