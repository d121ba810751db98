using System;
using Xunit;

namespace SparseDnn.Samples.Fixtures;

/// <summary>The kernel against every fixture: a theory a network, a test a fixture.</summary>
public sealed class KernelTests
{
    [Theory, MemberData(nameof(Letters.Cases), MemberType = typeof(Letters))]
    public void LettersAreRecognised(ExactFixture<Half> fixture) =>
        fixture.Check(new NaiveKernel<Half, float>(fixture.Layers, Numbers.Half).Run);

    [Theory, MemberData(nameof(Sentences.Cases), MemberType = typeof(Sentences))]
    public void SentencesAreRead(ExactFixture<sbyte> fixture) =>
        fixture.Check(new NaiveKernel<sbyte, int>(fixture.Layers, Numbers.Int8).Run);

    [Theory, MemberData(nameof(Paths.Cases), MemberType = typeof(Paths))]
    public void PathsAreCounted(ExactFixture<float> fixture) =>
        fixture.Check(new NaiveKernel<float, float>(fixture.Layers, Numbers.Single).Run);

    [Theory, MemberData(nameof(Uniform.Cases), MemberType = typeof(Uniform))]
    public void UniformValuesStayUniform(ExactFixture<float> fixture) =>
        fixture.Check(new NaiveKernel<float, float>(fixture.Layers, Numbers.Single).Run);

    [Theory, MemberData(nameof(DrawnExact.Cases), MemberType = typeof(DrawnExact))]
    public void RandomWeightsGiveEqualBits(ExactFixture<float> fixture) =>
        fixture.Check(new NaiveKernel<float, float>(fixture.Layers, Numbers.Single).Run);

    [Theory, MemberData(nameof(DrawnBounded.Cases), MemberType = typeof(DrawnBounded))]
    public void RandomWeightsKeepTheirBounds(ExactFixture<ushort> fixture) =>
        fixture.Check(new NaiveKernel<ushort, float>(fixture.Layers, Numbers.BFloat16).Run);

    [Theory, MemberData(nameof(Streets.Cases), MemberType = typeof(Streets))]
    public void StreetsAreShortest(ExactFixture<float> fixture) =>
        fixture.Check(new NaiveKernel<float, float>(fixture.Layers, Numbers.Single).Run);

    // All items at once, in batches of several sizes.
    [Fact]
    public void BatchesAreRight()
    {
        Letters.Fixtures.AllItems.Check(new NaiveKernel<Half, float>(Letters.Fixtures.AllItems.Layers, Numbers.Half).RunBatch);
        Uniform.Fixtures.AllItems.Check(new NaiveKernel<float, float>(Uniform.Fixtures.AllItems.Layers, Numbers.Single).RunBatch);
    }

    // Each layer is given right inputs, so that a wrong layer does not hide the others.
    [Fact]
    public void LayersAreRight()
    {
        Sentences.Fixtures.AllItems.CheckLayers(new NaiveKernel<sbyte, int>(Sentences.Fixtures.AllItems.Layers, Numbers.Int8).RunLayer);
        DrawnExact.Fixtures.AllItems.CheckLayers(
            new NaiveKernel<float, float>(DrawnExact.Fixtures.AllItems.Layers, Numbers.Single).RunLayer
        );
    }

    // The networks that the compiler made of the same declarations; their own format is binary32.
    [Fact]
    public void GeneratedNetworksAreRight()
    {
        Paths.Fixtures.AllItems.Check(Paths.Network);
        Uniform.Fixtures.AllItems.Check(Uniform.Network);
        Streets.Fixtures.AllItems.Check(Streets.Network);
    }
}
