using System.Linq;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Official.Tests;

public sealed class StructureTests
{
    private const int RadixSystem = 64;
    private const int Blocks = OfficialData.Neurons / RadixSystem;
    private static readonly CsrPattern[] Net = RadixNet.Layers([2, 2, 2, 2, 2, 2], Enumerable.Repeat(Blocks, 7).ToArray());

    public static TheoryData<int> LaterNets => new(Enumerable.Range(1, 19));

    [Fact]
    public void Network_Has120LayersOf1024NeuronsWith32EdgesOfOneSixteenth()
    {
        var model = OfficialData.Model;
        Assert.Equal(120, model.Layers.Count);
        Assert.Equal(3_932_160, model.Edges);
        Assert.All(
            model.Layers,
            layer =>
            {
                Assert.Equal((1024, 1024), (layer.Inputs, layer.Outputs));
                Assert.All(Enumerable.Range(0, layer.Outputs), neuron => Assert.Equal(32, layer.Edges.Row(neuron).Length));
                Assert.True(layer.Weights.IsConstant);
                Assert.Equal(0.0625, layer.Weights.Constant);
            }
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void FirstSixLayers_AreTheRadixNet(int layer) => AssertSame(Net[layer - 1], Official(layer));

    [Theory]
    [MemberData(nameof(LaterNets))]
    public void LaterSixLayers_AreTheRadixNetWithOnePermutationOfTheirInputs(int net)
    {
        var permutation = DerivePermutation(Official((6 * net) + 1));
        Assert.NotEqual(Enumerable.Range(0, OfficialData.Neurons), permutation);
        for (var layer = 0; layer < 6; layer++)
            AssertSame(RadixNet.PermuteInputs(Net[layer], permutation), Official((6 * net) + layer + 1));
    }

    private static CsrPattern Official(int layer) => OfficialData.Model.Layers[layer - 1].Edges;

    /// <summary>
    /// Which input of the plain net each input stands for; inputs of different blocks but one place have the same edges, so any of them
    /// serves.
    /// </summary>
    /// <remarks>
    /// In the plain net's first layer, input n of a block feeds the outputs n and n − 1 (mod 64) of every block, hence output n is fed by
    /// the inputs n and n + 1.
    /// </remarks>
    private static int[] DerivePermutation(CsrPattern firstLayer)
    {
        var fed = Enumerable.Range(0, RadixSystem).Select(output => firstLayer.Row(output).ToArray().ToHashSet()).ToArray();
        var permutation = new int[OfficialData.Neurons];
        for (var place = 0; place < RadixSystem; place++)
        {
            var inputs = fed[place].Intersect(fed[(place + RadixSystem - 1) % RadixSystem]).Order().ToArray();
            Assert.Equal(Blocks, inputs.Length);
            for (var block = 0; block < Blocks; block++)
                permutation[inputs[block]] = (block * RadixSystem) + place;
        }

        Assert.Equal(Enumerable.Range(0, OfficialData.Neurons), permutation.Order());
        return permutation;
    }

    private static void AssertSame(CsrPattern expected, CsrPattern actual)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        for (var row = 0; row < expected.RowCount; row++)
            Assert.Equal(expected.Row(row), actual.Row(row));
    }
}
