using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Fixtures.Folders;

/// <summary>Writes test vectors.</summary>
internal sealed class VectorFolderWriter(VectorSet vectors)
{
    private readonly SortedDictionary<string, byte[]> _files = new(System.StringComparer.Ordinal);
    private readonly JsonWriter _json = new();

    public IReadOnlyDictionary<string, byte[]> Write()
    {
        _json.Object(null, Manifest);
        _files[VectorFolder.Manifest] = Utf8(_json.ToString());
        return _files;
    }

    private void Manifest()
    {
        _json.String("kind", VectorFolder.Kind).Integer("version", VectorFolder.Version);
        _json.String("name", vectors.Name).String("family", vectors.Family).Integer("seed", vectors.Seed);
        _json.Object(
            "formats",
            () =>
            {
                Format("weights", vectors.Formats.Weights);
                Format("activations", vectors.Formats.Activations);
                Format("accumulator", vectors.Formats.Accumulator);
            }
        );
        _json.String("inputs", Items("inputs.npy", vectors.Inputs)).String("outputs", Items("outputs.npy", vectors.Outputs));
        _json.String(
            "bounds",
            vectors.Bounds is { } bounds
                ? Array("bounds.npy", NpyArray.Of(bounds.SelectMany(item => item), bounds.Count, vectors.Outputs[0].Count))
                : null
        );
        if (vectors.RoundBetweenLayers)
            _json.Truth("roundBetweenLayers", true);
        _json.Array(
            "layers",
            () =>
            {
                for (var i = 0; i < vectors.Layers.Count; i++)
                    Layer(vectors.Layers[i], (i + 1).ToString("D3", CultureInfo.InvariantCulture));
            }
        );
        if (vectors.Perturbation is { } perturbation)
            _json.Object("perturbation", () => Perturbation(perturbation));
        else
            _json.String("perturbation", null);
        _json.Object(
            "provenance",
            () =>
            {
                _json.String("tool", vectors.Tool).String("source", vectors.Source);
                if (VectorNames.Of(vectors.Ground) is { } ground)
                    _json.String("ground", ground);
                if (vectors.Rounding.Length > 0)
                    _json.String("rounding", vectors.Rounding);
                if (vectors.Labels.Count == 0)
                    return;
                _json.Array(
                    "items",
                    () =>
                    {
                        foreach (var label in vectors.Labels)
                            _json.String(null, label);
                    }
                );
            }
        );
    }

    private void Format(string name, StorageFormat format)
    {
        if (format.Scale is { } scale)
            _json.Object(name, () => _json.String("format", format.BaseName).Integer("scale", scale));
        else
            _json.String(name, format.Name);
    }

    private void Layer(VectorLayer vector, string number) =>
        _json.Object(
            null,
            () =>
            {
                var layer = vector.Layer;
                var weights = $"layer-{number}.mtx";
                _files[weights] = Utf8(MatrixMarketWriter.Write(layer));
                _json.String("weights", weights).Integer("rows", layer.Inputs).Integer("columns", layer.Outputs);
                _json.String(
                    "bias",
                    layer.HasBias
                        ? Array($"bias-{number}.npy", NpyArray.Of(vectors.Formats.Accumulator, layer.Biases, layer.Outputs))
                        : null
                );
                _json
                    .String("biasMode", VectorNames.Of(layer.BiasMode))
                    .String("semiring", layer.Semirings.Correlate.Key)
                    .String("activation", VectorNames.Of(layer.Activation));
                _json.String("ceiling", layer.Ceiling is { } ceiling ? MatrixMarketWriter.Decimal(ceiling) : null);
                if (vector.Outputs is { } outputs)
                    _json.String("outputs", Items($"outputs-{number}.npy", outputs));
                if (vector.Certificate is { } certificate)
                {
                    _json.Object(
                        "certificate",
                        () =>
                            _json
                                .Integer("granularity", certificate.Granularity)
                                .String("largestSum", certificate.LargestSum.ToString())
                                .Number("headroomBits", certificate.HeadroomBits)
                    );
                }
                else
                {
                    _json.String("certificate", null);
                }
            }
        );

    private void Perturbation(VectorPerturbation perturbation)
    {
        _json
            .String("direction", Exact("delta", new([perturbation.Direction]), isVector: true))
            .String("derivative", Exact("derivative", perturbation.Derivative, isVector: false));
        _json.Array(
            "interval",
            () => _json.String(null, RationalText.Of(perturbation.Low)).String(null, RationalText.Of(perturbation.High))
        );
    }

    // As <f8 where binary64 holds all of it, else as text.
    private string Exact(string name, EquatableArray<EquatableArray<Dyadic>> rows, bool isVector)
    {
        var shape = isVector ? new[] { rows[0].Count } : [rows.Count, rows[0].Count];
        if (rows.All(row => row.All(value => value.IsExactDouble)))
            return Array(name + ".npy", NpyArray.Of(rows.SelectMany(row => row).Select(value => value.ToDouble()), shape));
        var text = string.Concat(rows.Select(row => string.Join(" ", row.Select(value => RationalText.Of(new Rational(value)))) + "\n"));
        _files[name + ".txt"] = Utf8(text);
        return name + ".txt";
    }

    private string Items(string name, EquatableArray<EquatableArray<Dyadic>> items) =>
        Array(
            name,
            NpyArray.Of(vectors.Formats.Activations, items.SelectMany(item => item), items.Count, items.Count == 0 ? 0 : items[0].Count)
        );

    private string Array(string name, NpyArray array)
    {
        _files[name] = NpyFile.Write(array);
        return name;
    }

    private static byte[] Utf8(string text) => new UTF8Encoding(false).GetBytes(text);
}
