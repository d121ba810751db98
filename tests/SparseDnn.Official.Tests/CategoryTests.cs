using System;
using System.Linq;
using Xunit;

namespace SparseDnn.Official.Tests;

public sealed class CategoryTests
{
    [Fact]
    public void GeneratedCode_FindsExactlyTheOfficialCategories()
    {
        var alive = OfficialData.Alive(OfficialData.Run(OfficialData.Generated));
        Assert.Equal(OfficialData.Categories(), alive);
        Assert.Equal(19, OfficialData.Categories().Length);
    }

    [Fact]
    public void LoadedNetwork_FindsExactlyTheOfficialCategories() =>
        Assert.Equal(OfficialData.Categories(), OfficialData.Alive(OfficialData.Run(OfficialData.Loaded)));

    [Fact]
    public void GeneratedCodeAndLoadedNetwork_ReturnTheSameBits()
    {
        var generated = OfficialData.Run(OfficialData.Generated);
        var loaded = OfficialData.Run(OfficialData.Loaded);
        Assert.Equal(loaded.Select(BitConverter.SingleToUInt32Bits), generated.Select(BitConverter.SingleToUInt32Bits));
    }

    [Fact]
    public void SingleItems_HaveTheBitsOfTheBatch()
    {
        var network = OfficialData.Generated;
        var batch = OfficialData.Run(network);
        var output = new float[OfficialData.Neurons];
        foreach (var image in OfficialData.Categories().Take(4).Prepend(1))
        {
            var first = (image - 1) * OfficialData.Neurons;
            network.Infer(OfficialData.Images.AsSpan(first, OfficialData.Neurons), output);
            Assert.Equal(
                batch.Skip(first).Take(output.Length).Select(BitConverter.SingleToUInt32Bits),
                output.Select(BitConverter.SingleToUInt32Bits)
            );
        }
    }
}
