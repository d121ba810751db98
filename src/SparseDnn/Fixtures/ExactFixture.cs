using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Perturbation;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;

namespace SparseDnn;

/// <summary>
/// Inputs of one network with outputs that are known exactly, and what may be demanded of an implementation; safe to use from any thread.
/// </summary>
/// <typeparam name="T">Element type of inputs and outputs; formats that .NET lacks are held as their bits (bfloat16 as ushort, E4M3 and
/// E5M2 as byte).</typeparam>
/// <example><c>fixture.Check((input, output) => MyKernel.Run(input, output));</c></example>
public sealed class ExactFixture<T>
    where T : unmanaged
{
    private readonly FixtureData<T> _data;
    private readonly int[] _items;

    internal ExactFixture(FixtureData<T> data, string label, int[] items)
    {
        (_data, Label, _items) = (data, label, items);
    }

    /// <summary>Name of the network.</summary>
    public string Name => Vectors.Name;

    /// <summary>What the items have in common, such as <c>one-hot</c>.</summary>
    public string Label { get; }

    /// <summary>Family of exact solutions, such as recognition; any network where inputs were chosen for a given one.</summary>
    public string Family => Vectors.Family;

    /// <summary>Formats of weights, activations and sums.</summary>
    public FormatTriple Formats => Vectors.Formats;

    /// <summary>Why the expected outputs may be demanded.</summary>
    public ExactnessGround Ground => Vectors.Ground;

    /// <summary>What rounding the network's numbers to their formats, each once, changed; empty where nothing.</summary>
    public string Rounding => Vectors.Rounding;

    /// <summary>Whether equal bits are demanded of every output.</summary>
    public bool DemandsEqualBits => Vectors.Bounds is null || _items.All(item => Vectors.Bounds[item].All(bound => bound == 0));

    /// <summary>Number of values of one input.</summary>
    public int Inputs => _data.InputSize;

    /// <summary>Number of values of one output.</summary>
    public int Outputs => _data.OutputSize;

    /// <summary>Number of items.</summary>
    public int ItemCount => _items.Length;

    /// <summary>What each item exercises.</summary>
    public IReadOnlyList<string> Labels => [.. _items.Select(item => item < Vectors.Labels.Count ? Vectors.Labels[item] : "")];

    /// <summary>The network, for implementations that are given theirs.</summary>
    public IReadOnlyList<FixtureLayer> Layers => _data.Layers;

    /// <summary>All vectors that the fixture takes its items from.</summary>
    internal VectorSet Vectors => _data.Vectors;

    /// <summary>One item's inputs.</summary>
    /// <param name="item">0 to <see cref="ItemCount"/> − 1.</param>
    public ReadOnlySpan<T> Input(int item) => _data.Input(_items[item]);

    /// <summary>One item's expected outputs: exact, then rounded once.</summary>
    /// <param name="item">0 to <see cref="ItemCount"/> − 1.</param>
    public ReadOnlySpan<T> Expected(int item) => _data.Output(_items[item]);

    /// <summary>Largest |actual − expected| of each output of one item; empty where equal bits are demanded.</summary>
    /// <param name="item">0 to <see cref="ItemCount"/> − 1.</param>
    public ReadOnlySpan<double> Bound(int item) => Vectors.Bounds is { } bounds ? bounds[_items[item]].AsSpan() : default;

    /// <summary>Checks an implementation that takes one item a call.</summary>
    /// <param name="run">The implementation.</param>
    /// <exception cref="FixtureMismatchException">It does not return what is demanded; the message is the report.</exception>
    public void Check(FixtureRun<T> run) => Compare(run).Demand();

    /// <summary>Checks an implementation that takes several items a call, with several odd and even batch sizes.</summary>
    /// <param name="run">The implementation.</param>
    /// <exception cref="FixtureMismatchException">It does not return what is demanded; the message is the report.</exception>
    public void Check(FixtureBatchRun<T> run) => Compare(run).Demand();

    /// <summary>Checks a network of this library, item by item and in batches.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="FixtureMismatchException">It does not return what is demanded; the message is the report.</exception>
    public void Check(ISparseNetwork<T> network) => Compare(network).Demand();

    /// <summary>Checks every layer on its own, each fed with the expected outputs of the one before.</summary>
    /// <param name="run">The implementation.</param>
    /// <exception cref="FixtureMismatchException">A layer does not return what is demanded; the message is the report.</exception>
    /// <exception cref="NotSupportedException">The layers cannot be checked one by one.</exception>
    public void CheckLayers(FixtureLayerRun<T> run) => CompareLayers(run).Demand();

    /// <summary>Checks an implementation that is given the network too.</summary>
    /// <param name="run">The implementation.</param>
    /// <exception cref="FixtureMismatchException">It does not return what is demanded; the message is the report.</exception>
    public void CheckNetwork(FixtureNetworkRun<T> run) => CompareNetwork(run).Demand();

    /// <summary>As <see cref="Check(FixtureRun{T})"/>, but returns what was found.</summary>
    /// <param name="run">The implementation.</param>
    public FixtureReport Compare(FixtureRun<T> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return FixtureComparison.Items(_data, ToString(), _items, run);
    }

    /// <summary>As <see cref="Check(FixtureBatchRun{T})"/>, but returns what was found.</summary>
    /// <param name="run">The implementation.</param>
    public FixtureReport Compare(FixtureBatchRun<T> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return FixtureComparison.Batches(_data, ToString(), _items, run);
    }

    /// <summary>As <see cref="Check(ISparseNetwork{T})"/>, but returns what was found.</summary>
    /// <param name="network">The network.</param>
    public FixtureReport Compare(ISparseNetwork<T> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var single = Compare(network.Infer);
        return single.IsSound ? Compare((inputs, outputs, batch) => network.InferBatch(inputs, outputs, batch)) : single;
    }

    /// <summary>As <see cref="CheckLayers"/>, but returns what was found.</summary>
    /// <param name="run">The implementation.</param>
    /// <exception cref="NotSupportedException">The layers cannot be checked one by one.</exception>
    public FixtureReport CompareLayers(FixtureLayerRun<T> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return FixtureComparison.Layers(_data, ToString(), _items, run);
    }

    /// <summary>As <see cref="CheckNetwork"/>, but returns what was found.</summary>
    /// <param name="run">The implementation.</param>
    public FixtureReport CompareNetwork(FixtureNetworkRun<T> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Compare((input, output) => run(Layers, input, output));
    }

    /// <summary>How one item's outputs change along a direction, exactly, and the interval of ε in which that holds.</summary>
    /// <param name="item">0 to <see cref="ItemCount"/> − 1.</param>
    /// <param name="direction">What moves with ε.</param>
    /// <exception cref="ArgumentException">The direction does not fit, or the network does not add products.</exception>
    public PerturbationModel Perturb(int item, PerturbationDirection direction) =>
        PerturbationModel.Create(Vectors.Network, Vectors.Inputs[_items[item]], direction);

    /// <summary>
    /// Writes the fixture as a folder of the exchange format, for implementations in other languages; see
    /// <see cref="FixtureFolder.Verify"/>.
    /// </summary>
    /// <param name="folder">The folder; it is made where it does not exist, and files of the same names are replaced.</param>
    /// <exception cref="FixtureFolderException">The vectors have no form in the exchange format, or a file cannot be written.</exception>
    public void Save(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        FixtureFiles.Write(folder, VectorSubset.Of(Vectors, _items));
    }

    /// <summary>Name and kind of items, short enough for the name of a test.</summary>
    public override string ToString() => Label.Length == 0 ? Name : $"{Name}: {Label}";
}
