using System;
using Xunit;

namespace SparseDnn.Samples.Fixtures;

/// <summary>The kernel against every fixture: a theory a network, a test a fixture.</summary>
public sealed class KernelTests
{
    [Theory, MemberData(nameof(Letters.All), MemberType = typeof(Letters))]
    public void LettersAreRecognised(ExactFixture<Half> fixture) =>
        fixture.Check(new NaiveKernel<Half, float>(fixture.Layers, Numbers.Half).Run);

    [Theory, MemberData(nameof(Sentences.All), MemberType = typeof(Sentences))]
    public void SentencesAreRead(ExactFixture<sbyte> fixture) =>
        fixture.Check(new NaiveKernel<sbyte, int>(fixture.Layers, Numbers.Int8).Run);

    [Theory, MemberData(nameof(Paths.All), MemberType = typeof(Paths))]
    public void PathsAreCounted(ExactFixture<float> fixture) =>
        fixture.Check(new NaiveKernel<float, float>(fixture.Layers, Numbers.Single).Run);

    [Theory, MemberData(nameof(Uniform.All), MemberType = typeof(Uniform))]
    public void UniformValuesStayUniform(ExactFixture<float> fixture) =>
        fixture.Check(new NaiveKernel<float, float>(fixture.Layers, Numbers.Single).Run);

    [Theory, MemberData(nameof(DrawnExact.All), MemberType = typeof(DrawnExact))]
    public void RandomWeightsGiveEqualBits(ExactFixture<float> fixture) =>
        fixture.Check(new NaiveKernel<float, float>(fixture.Layers, Numbers.Single).Run);

    [Theory, MemberData(nameof(DrawnBounded.All), MemberType = typeof(DrawnBounded))]
    public void RandomWeightsKeepTheirBounds(ExactFixture<ushort> fixture) =>
        fixture.Check(new NaiveKernel<ushort, float>(fixture.Layers, Numbers.BFloat16).Run);

    [Theory, MemberData(nameof(Streets.All), MemberType = typeof(Streets))]
    public void StreetsAreShortest(ExactFixture<float> fixture) =>
        fixture.Check(new NaiveKernel<float, float>(fixture.Layers, Numbers.Single).Run);

    // All items at once, in batches of several sizes.
    [Fact]
    public void BatchesAreRight()
    {
        Letters.Fixtures.Whole.Check(new NaiveKernel<Half, float>(Letters.Fixtures.Whole.Layers, Numbers.Half).RunBatch);
        Uniform.Fixtures.Whole.Check(new NaiveKernel<float, float>(Uniform.Fixtures.Whole.Layers, Numbers.Single).RunBatch);
    }

    // Each layer is given right inputs, so that a wrong layer does not hide the others.
    [Fact]
    public void LayersAreRight()
    {
        Sentences.Fixtures.Whole.CheckLayers(new NaiveKernel<sbyte, int>(Sentences.Fixtures.Whole.Layers, Numbers.Int8).RunLayer);
        DrawnExact.Fixtures.Whole.CheckLayers(new NaiveKernel<float, float>(DrawnExact.Fixtures.Whole.Layers, Numbers.Single).RunLayer);
    }

    // The networks that the compiler made of the same declarations; their own format is binary32.
    [Fact]
    public void GeneratedNetworksAreRight()
    {
        Paths.Fixtures.Whole.Check(Paths.Network);
        Uniform.Fixtures.Whole.Check(Uniform.Network);
        Streets.Fixtures.Whole.Check(Streets.Network);
    }
}
