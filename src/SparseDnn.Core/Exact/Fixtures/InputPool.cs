using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact;

/// <summary>Seeded random items of the activation format, and what they do in every layer.</summary>
internal sealed class InputPool
{
    private const int Size = 24;
    private const int MaxBits = 12; // of a random value: enough variety, and few enough that sums can stay exact

    private readonly StorageFormat _format;
    private readonly InputSetOptions _options;
    private readonly Lazy<LayerTrace[][]> _traces;

    public InputPool(RoundedNetwork network, InputSetOptions options)
    {
        _format = network.Formats.Activations;
        _options = options;
        On = Round(options.High);
        Off = Round(Dyadic.Min(options.Low, Dyadic.Zero));
        Items = Enumerable.Range(0, Math.Max(Size, options.Mixtures)).Select(i => Draw(i, network.Network.Inputs)).ToArray();
        _traces = new Lazy<LayerTrace[][]>(() => Array.ConvertAll(Items, item => MixedEvaluator.Trace(network.Network, item.Values).ToArray()));
    }

    /// <summary>The value of an input that is on.</summary>
    public Dyadic On { get; }

    /// <summary>The least value of an input: negative where the range reaches below 0, else 0.</summary>
    public Dyadic Off { get; }

    public LabelledInput[] Items { get; }

    /// <summary>Traces of the items, one an item and layer.</summary>
    public LayerTrace[][] Traces => _traces.Value;

    public IEnumerable<LabelledInput> Mixtures() => Items.Take(_options.Mixtures);

    /// <summary>The nearest value of the format; a rail or the largest number where it lies beyond.</summary>
    public Dyadic Round(Dyadic value) => Dyadic.Max(_format.MinFinite, Dyadic.Min(_format.MaxFinite, _format.Round(value)));

    private LabelledInput Draw(int index, int count)
    {
        var random = SplitMix64.ForStream(_options.Seed, index);
        var bits = 1 + random.Next(Math.Min(MaxBits, _format.Precision));
        var density = 1 + random.Next(4); // of 4 quarters
        var span = _options.High - _options.Low;
        var values = new Dyadic[count];
        for (var i = 0; i < count; i++)
        {
            var isOn = random.Next(4) < density;
            var value = Round(_options.Low + (span * new Dyadic(random.Next((1 << bits) + 1), -bits)));
            values[i] = isOn ? value : Dyadic.Zero;
        }

        return new LabelledInput($"mixture {index + 1}: {bits} bits, {density} of 4 inputs on", new EquatableArray<Dyadic>(values));
    }
}
