using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Seeded random items of the activation format, and what they do in every layer.</summary>
internal sealed class InputPool
{
    private const int Size = 24;
    private const int MaxBits = 12; // of a random value: enough variety, and few enough that sums can stay exact
    private const int MaxDraws = 64; // in vain, before what is left is looked for in turn
    private const int MaxRefused = 256; // of those

    private readonly RoundedNetwork _rounded;
    private readonly InputSetOptions _options;
    private readonly bool _roundBetweenLayers;
    private readonly CertifiedGrid? _grid;
    private readonly (Dyadic Low, Dyadic High)[]? _ranges;
    private readonly Lazy<LayerTrace[][]> _traces;

    public InputPool(RoundedNetwork rounded, InputSetOptions options, bool roundBetweenLayers, CancellationToken token)
    {
        (_rounded, _options, _roundBetweenLayers, Token) = (rounded, options, roundBetweenLayers, token);
        _ranges = StoredRanges.Exact(options.Ranges, Network.Inputs) is { } ranges ? StoredRanges.Of(ranges, Format) : null;
        _grid = options.Certify ? CertifiedGrid.Find(this, options) : null;
        On = Round(_grid?.Top ?? options.High);
        Off = Round(Dyadic.Min(_grid is null ? options.Low : Dyadic.Max(_grid.Bottom, options.Low), Dyadic.Zero));
        Items = Mixtures().Take(Size).ToArray();
        _traces = new Lazy<LayerTrace[][]>(() => Array.ConvertAll(Items, item => Trace(item.Values).ToArray()));
    }

    public CancellationToken Token { get; }

    public DyadicNetwork Network => _rounded.Network;

    public StorageFormat Format => _rounded.Formats.Activations;

    public StorageFormat Accumulator => _rounded.Formats.Accumulator;

    /// <summary>The value of an input that is on.</summary>
    public Dyadic On { get; }

    /// <summary>The least value of an input: negative where the range reaches below 0, else 0.</summary>
    public Dyadic Off { get; }

    public LabelledInput[] Items { get; }

    /// <summary>Traces of the items, one an item and layer.</summary>
    public LayerTrace[][] Traces => _traces.Value;

    /// <summary>The first layer's neurons without repetitions.</summary>
    public IEnumerable<int> FirstNeurons => NetworkClasses.Of(Network, Token).Layers[0].FirstNeurons;

    public IEnumerable<LayerTrace> Trace(EquatableArray<Dyadic> item) => MixedEvaluator.Trace(Network, item, null, Token);

    /// <summary>Whether an item may be chosen.</summary>
    public bool Accepts(EquatableArray<Dyadic> item) => IsWithin(item) && (!_options.Certify || IsCertified(item));

    /// <summary>Whether each input lies in its declared range.</summary>
    public bool IsWithin(EquatableArray<Dyadic> item)
    {
        for (var i = 0; _ranges is not null && i < _ranges.Length; i++)
            if (item[i] < _ranges[i].Low || item[i] > _ranges[i].High)
                return false;
        return true;
    }

    /// <summary>The nearest value of an input's declared range.</summary>
    public Dyadic Clamp(int input, Dyadic value) =>
        _ranges is null ? value : Dyadic.Max(_ranges[input].Low, Dyadic.Min(_ranges[input].High, value));

    /// <summary>Whether the exactness certificate holds for an item.</summary>
    public bool IsCertified(EquatableArray<Dyadic> item)
    {
        var certificate = new CertificateOfItems(_rounded, _roundBetweenLayers);
        certificate.Begin(item);
        using var traces = MixedEvaluator.Trace(Network, item, _roundBetweenLayers ? Format : null, Token).GetEnumerator();
        while (certificate.IsCertified && traces.MoveNext())
            certificate.Follow(traces.Current);
        return certificate.IsCertified;
    }

    /// <summary>Why an item is not certified.</summary>
    public string? Obstacle(EquatableArray<Dyadic> item) =>
        ExactnessCertificate.ForItems(_rounded, [item], _roundBetweenLayers, Token).Obstacle;

    /// <summary>Distinct acceptable random items as long as they are found, then values in turn.</summary>
    public IEnumerable<LabelledInput> Mixtures()
    {
        var known = new HashSet<EquatableArray<Dyadic>>();
        var vain = 0;
        for (var i = 0; vain < MaxDraws; i++)
        {
            Token.ThrowIfCancellationRequested();
            var item = Draw(i);
            vain = known.Add(item.Values) && Accepts(item.Values) ? 0 : vain + 1;
            if (vain == 0)
                yield return item;
        }

        var refused = 0;
        foreach (var item in ValuesInTurn.Items(_grid?.Values(_options) ?? ValuesInTurn.Of(Format, Off, On), Network.Inputs))
        {
            Token.ThrowIfCancellationRequested();
            if (!known.Add(item.Values))
                continue;
            if (Accepts(item.Values))
                yield return item;
            else if (++refused == MaxRefused)
                yield break;
        }
    }

    /// <summary>The nearest value of the format; a rail or the largest number where it lies beyond.</summary>
    public Dyadic Round(Dyadic value) => Dyadic.Max(Format.MinFinite, Dyadic.Min(Format.MaxFinite, Format.Round(value)));

    /// <summary>A random item on a grid.</summary>
    public EquatableArray<Dyadic> Draw(int index, CertifiedGrid grid) => Draw(index, grid.Bits, grid, out _, out _);

    private LabelledInput Draw(int index)
    {
        var values = Draw(index, Math.Min(MaxBits, Format.Precision), _grid, out var bits, out var density);
        return new LabelledInput($"{InputKind.Mixture}: {bits} bits, {density} of 4 inputs on (draw {index + 1})", values);
    }

    private EquatableArray<Dyadic> Draw(int index, int maxBits, CertifiedGrid? grid, out int bits, out int density)
    {
        var random = SplitMix64.ForStream(_options.Seed, index);
        bits = 1 + random.Next(Math.Min(maxBits, grid?.Bits ?? maxBits));
        density = 1 + random.Next(4); // of 4 quarters
        var (low, high) = grid is null ? (_options.Low, _options.High) : (grid.Bottom, grid.Top);
        // Inputs of both signs cancel each other, and a negative bias then leaves nothing of them to see; every second item has none below
        // 0.
        if (index % 2 == 1)
            low = Dyadic.Max(low, Dyadic.Zero);
        var span = high - low;
        var values = new Dyadic[Network.Inputs];
        for (var i = 0; i < values.Length; i++)
        {
            var isOn = random.Next(4) < density;
            var value = Round(low + (span * new Dyadic(random.Next((1 << bits) + 1), -bits)));
            // A grid is symmetric; the range need not be.
            values[i] = Clamp(i, isOn && (grid is null || value >= _options.Low) ? value : Dyadic.Zero);
        }

        return new EquatableArray<Dyadic>(values);
    }
}
