using System;
using System.IO;
using System.Linq;
using SparseDnn.Exact.Vectors;
using Xunit;

namespace SparseDnn.Tests.Fixtures;

public sealed class FixtureFolderTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private string Given => Path.Combine(_folder, "given");

    private string Own => Path.Combine(_folder, "own");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void AFolderComesBack()
    {
        var set = FixtureSet<Half>.FromVectors(FixtureSamples.Vectors("binary16", "binary16", "binary32", roundBetween: true));
        foreach (var fixture in set)
        {
            fixture.Save(Given);
            var back = FixtureFolder.Load<Half>(Given);
            Assert.Equal(fixture.Labels, back.AllItems.Labels);
            for (var i = 0; i < fixture.ItemCount; i++)
            {
                Assert.Equal(fixture.Input(i).ToArray(), back.AllItems.Input(i).ToArray());
                Assert.Equal(fixture.Expected(i).ToArray(), back.AllItems.Expected(i).ToArray());
                Assert.Equal(fixture.Bound(i).ToArray(), back.AllItems.Bound(i).ToArray());
            }

            back.AllItems.Check((input, output) => FixtureSamples.Run(back.AllItems, input, output));
        }

        Assert.Equal(set.AllItems.Vectors, FixtureFolder.Load<Half>(Save(set.AllItems)).AllItems.Vectors);
        Assert.Throws<NotSupportedException>(() => FixtureFolder.Load<float>(Given));
    }

    // Another implementation reads inputs.npy and writes outputs.npy.
    [Theory]
    [InlineData("binary32", "binary32", "binary32")]
    [InlineData("bfloat16", "bfloat16", "binary32")]
    [InlineData("int8:2", "int8:2", "int32:4")]
    public void AnotherImplementationIsJudgedByItsOutputs(string weights, string activations, string accumulator)
    {
        var vectors = FixtureSamples.Vectors(weights, activations, accumulator);
        FixtureFiles.Write(Given, vectors);
        Write(vectors, outputs => outputs);
        var report = FixtureFolder.Verify(Given, Own);
        Assert.True(report.IsSound);
        Assert.Equal($"quarters: all {vectors.Outputs.Count * 3} values of {vectors.Outputs.Count} items are right.", report.Text);

        Write(vectors, outputs => [.. outputs.Skip(3), .. outputs.TakeLast(3)]);
        report = FixtureFolder.Verify(Given, Own);
        Assert.False(report.IsSound);
        Assert.Equal("each item has the outputs of the item after it", report.Causes[0].Sentence);
        Assert.Throws<FixtureMismatchException>(report.Demand);
    }

    [Fact]
    public void FaultsNameFileAndRemedy()
    {
        var vectors = FixtureSamples.Vectors("binary16", "binary16", "binary32");
        Expect(Path.Combine(Given, "manifest.json"), "there is no such file; name a folder that ExactFixture.Save");
        FixtureFiles.Write(Given, vectors);
        Expect(Path.Combine(Own, "outputs.npy"), "there is no such file; let the implementation write its outputs there");
        Write(vectors, outputs => outputs, "<f4", vectors.Outputs.Count, 3);
        Expect("outputs.npy", "the type is '<f4', but binary16 is stored as '<f2'; convert the array with astype('<f2')");
        Write(vectors, outputs => outputs, "<f2", 3, vectors.Outputs.Count);
        Expect(
            "outputs.npy",
            $"the shape is (3, {vectors.Outputs.Count}), but {vectors.Outputs.Count} items of 3 outputs are wanted; transpose it"
        );
        File.WriteAllText(Path.Combine(Own, "outputs.npy"), "0.5 0.25");
        Expect("outputs.npy", "byte 0: this is no .npy file; write it with numpy.save");
        File.Delete(Path.Combine(Given, "layer-002.mtx"));
        Expect(Path.Combine(Given, "manifest.json") + "(", "layer-002.mtx");
        File.WriteAllText(Path.Combine(Given, "manifest.json"), "{ \"kind\": 1 }");
        Expect(Path.Combine(Given, "manifest.json") + "(1,11): ", "kind");
    }

    [Fact]
    public void WhatCannotBeWrittenSaysWhy()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Given, "a file");
        var fault = Assert.Throws<FixtureFolderException>(() => FixtureFiles.Write(Given, FixtureSamples.Vectors()));
        Assert.StartsWith(Given, fault.File, StringComparison.Ordinal);
        Assert.Contains("; choose a folder that can be", fault.Message, StringComparison.Ordinal);
    }

    private string Save<T>(ExactFixture<T> fixture)
        where T : unmanaged
    {
        fixture.Save(Given);
        return Given;
    }

    private void Expect(string file, string message)
    {
        var fault = Assert.Throws<FixtureFolderException>(() => FixtureFolder.Verify(Given, Own));
        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    private void Write(VectorSet vectors, Func<ulong[], ulong[]> change, string? dtype = null, int? rows = null, int? columns = null)
    {
        var format = vectors.Formats.Activations;
        ulong[] bits = [.. vectors.Outputs.SelectMany(item => item.Select(format.ToBits))];
        Directory.CreateDirectory(Own);
        File.WriteAllBytes(
            Path.Combine(Own, "outputs.npy"),
            NpyFile.Write(new NpyArray(dtype ?? format.DType, new([rows ?? vectors.Outputs.Count, columns ?? 3]), new(change(bits))))
        );
    }
}
