using System;
using SparseDnn.Benchmarks.Baseline;
using SparseDnn.Benchmarks.Networks;

namespace SparseDnn.Benchmarks;

/// <summary>
/// Inputs of a network and the contenders that compute its outputs, each judged before it is handed out, on one thread unless its name says
/// otherwise.
/// </summary>
internal sealed class Workload : IDisposable
{
    private static readonly BatchOptions OneThread = new() { MaxDegreeOfParallelism = 1 };
    private readonly int _judged;
    private readonly float[] _outputs;
    private readonly bool[] _categories;
    private readonly Lazy<byte[]> _bytes;
    private readonly Lazy<byte[]> _bits;
    private bool[]? _expectedCategories;
    private CsrBaseline? _loop;

    /// <param name="name">For people.</param>
    /// <param name="network">What to compute.</param>
    /// <param name="batch">Number of items.</param>
    /// <param name="inputs">The items.</param>
    /// <param name="judged">How many of the first items are compared with the exact outputs; of the others whether any output is
    /// nonzero.</param>
    public Workload(string name, BenchmarkNetwork network, int batch, float[] inputs, int judged)
    {
        (Name, Network, Batch, Inputs, _judged) = (name, network, batch, inputs, judged);
        _outputs = new float[batch * network.Model.Outputs];
        _categories = new bool[batch];
        _bytes = new Lazy<byte[]>(() => Array.ConvertAll(inputs, value => (byte)value));
        _bits = new Lazy<byte[]>(() => BitMatrix.Pack(inputs, network.Model.Inputs));
    }

    public string Name { get; }

    public BenchmarkNetwork Network { get; }

    public int Batch { get; }

    public float[] Inputs { get; }

    /// <summary>Whether the official categories are those of the items.</summary>
    public bool HasOfficialCategories { get; init; }

    /// <summary>The hand-written loop in its fastest variant.</summary>
    /// <param name="items">How many of the first items it computes, where all would take too long: its tiles do not depend on each
    /// other.</param>
    /// <param name="tuningItems">On how many of them its variants are tried.</param>
    public Contender Loop(int items = int.MaxValue, int tuningItems = 256)
    {
        items = Math.Min(items, Batch);
        _loop ??= new CsrBaseline(Network.Model);
        if (Batch == 1)
        {
            _loop.TuneItem(Inputs, _outputs);
            return Judged(new Contender("loop", 1, () => _loop.RunItem(Inputs, _outputs)) { Note = _loop.ItemVariant });
        }

        _loop.Tune(Inputs, _outputs, Math.Min(items, tuningItems));
        return Judged(new Contender("loop", items, () => _loop.Run(Inputs, _outputs, items)) { Note = _loop.BatchVariant });
    }

    public Contender[] Generated() => Network.Generated is { } network ? [Run("generated", network)] : [];

    public Contender Loaded() => Run("loaded", Network.Loaded);

    /// <summary>A network, from float to float.</summary>
    public Contender Run(string name, SparseNetwork<float> network, int threads = 1)
    {
        var options = new BatchOptions { MaxDegreeOfParallelism = threads };
        return Judged(
            Batch == 1
                ? new Contender(name, 1, () => network.Infer(Inputs, _outputs))
                : new Contender(name, Batch, () => network.InferBatch(Inputs, _outputs, Batch, options))
        );
    }

    /// <summary>A network, from and to the other forms of items.</summary>
    public Contender[] Forms(string name, SparseNetwork<float> network)
    {
        var (bytes, bits, width) = (_bytes.Value, _bits.Value, network.Inputs);
        return
        [
            Judged(new Contender($"{name}, bytes", Batch, () => network.InferBatch(bytes, _outputs, Batch, OneThread))),
            Judged(new Contender($"{name}, bits", Batch, () => network.InferBatch(new BitMatrix(bits, Batch, width), _outputs, OneThread))),
            Judged(
                new Contender($"{name}, to categories", Batch, () => network.Categorize(Inputs, _categories, OneThread))
                {
                    IsCategorizing = true,
                }
            ),
            Judged(
                new Contender($"{name}, bytes to categories", Batch, () => network.Categorize(bytes, _categories, OneThread))
                {
                    IsCategorizing = true,
                }
            ),
            Judged(
                new Contender(
                    $"{name}, bits to categories",
                    Batch,
                    () => network.Categorize(new BitMatrix(bits, Batch, width), _categories, OneThread)
                )
                {
                    IsCategorizing = true,
                }
            ),
        ];
    }

    public Contender MathNet(int items = int.MaxValue)
    {
        items = Math.Min(items, Batch);
        var peer = new MathNetBaseline(Network.Model, items).Tune(Inputs, _outputs);
        return Judged(
            new Contender("Math.NET sparse", items, () => peer.Run(Inputs, _outputs))
            {
                Note = peer.ByItem ? "matrix times vector" : "matrix times matrix",
            }
        );
    }

    public Contender Dense()
    {
        var peer = new DenseBaseline(Network.Model, Batch);
        return Judged(new Contender("TensorPrimitives dense", Batch, () => peer.Run(Inputs, _outputs, Batch)));
    }

    public void Dispose() => _loop?.Dispose();

    /// <summary>Timing a contender that computes something else would mean nothing.</summary>
    private Contender Judged(Contender contender)
    {
        Array.Fill(_outputs, float.NaN);
        contender.Run();
        if (!contender.IsCategorizing)
        {
            for (var item = 0; item < contender.Items; item++)
                _categories[item] = Output(item).ContainsAnyExcept(0f);
            for (var item = 0; item < Math.Min(_judged, contender.Items); item++)
                if (Network.Judge.FaultOf(Inputs.AsSpan(item * Network.Model.Inputs, Network.Model.Inputs), Output(item)) is { } fault)
                    throw Wrong(contender, item, fault);
        }

        _expectedCategories ??= HasOfficialCategories ? OfficialFiles.Categories() : _categories.AsSpan(0, contender.Items).ToArray();
        for (var item = 0; item < contender.Items; item++)
        {
            // Where fewer are known, the items repeat or were not computed by the first contender.
            if (item >= _expectedCategories.Length && !HasOfficialCategories)
                break;
            if (_categories[item] != _expectedCategories[item % _expectedCategories.Length])
                throw Wrong(contender, item, "its category is another");
        }

        return contender;
    }

    private ReadOnlySpan<float> Output(int item) => _outputs.AsSpan(item * Network.Model.Outputs, Network.Model.Outputs);

    private WrongContenderException Wrong(Contender contender, int item, string fault) =>
        new($"{Name}, batch {Batch}: {contender.Name} is wrong about item {item}: {fault}.");
}
