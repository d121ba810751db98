using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>Writes a set of vectors as bits, in the order in which <see cref="VectorDecoder"/> reads them.</summary>
internal sealed class VectorEncoder(VectorSet vectors)
{
    public const int GroundBits = 2,
        DoubleBits = 64;

    private readonly BitWriter _writer = new();

    public BitWriter Write()
    {
        var formats = vectors.Formats;
        _writer.Bits((ulong)vectors.Ground, GroundBits).Flag(vectors.RoundBetweenLayers).Bits(unchecked((ulong)vectors.Seed), DoubleBits);
        foreach (
            var text in new[]
            {
                vectors.Name,
                vectors.Family,
                vectors.Tool,
                vectors.Source,
                vectors.Rounding,
                formats.Weights.Name,
                formats.Activations.Name,
                formats.Accumulator.Name,
            }
        )
            TextCodec.Write(_writer, text);
        _writer.Number(vectors.Labels.Count);
        foreach (var label in vectors.Labels)
            TextCodec.Write(_writer, label);
        Layers(formats);
        Items(vectors.Inputs, formats.Activations);
        Items(vectors.Outputs, formats.Activations);
        Optional(vectors.Bounds, Bounds);
        Optional(vectors.Perturbation, Perturbation);
        return _writer;
    }

    private void Layers(FormatTriple formats)
    {
        _writer.Number(vectors.Layers.Count);
        var known = new Dictionary<DyadicLayer, int>();
        foreach (var vector in vectors.Layers)
        {
            _writer.Flag(known.TryGetValue(vector.Layer, out var earlier));
            if (known.ContainsKey(vector.Layer))
            {
                _writer.Number(earlier);
            }
            else
            {
                known.Add(vector.Layer, known.Count);
                LayerCodec.Write(_writer, vector.Layer, formats);
            }

            Optional(
                vector.Certificate,
                certificate =>
                {
                    _writer.Flag(certificate.Granularity < 0).Number(Math.Abs((long)certificate.Granularity));
                    NumberLists.Write(_writer, certificate.LargestSum);
                    Double(certificate.HeadroomBits);
                }
            );
            Optional(vector.Outputs, outputs => Items(outputs, formats.Activations));
        }
    }

    private void Items(EquatableArray<EquatableArray<Dyadic>> items, StorageFormat format)
    {
        _writer.Number(items.Count);
        foreach (var item in items)
            Values(item, format);
    }

    private void Values(EquatableArray<Dyadic> values, StorageFormat format)
    {
        _writer.Number(values.Count);
        NumberLists.Write(_writer, values, format);
    }

    private void Bounds(EquatableArray<EquatableArray<double>> bounds)
    {
        _writer.Number(bounds.Count);
        foreach (var item in bounds)
        {
            _writer.Number(item.Count);
            PatternLists.Write(
                _writer,
                item.Select(bound => unchecked((ulong)BitConverter.DoubleToInt64Bits(bound))).ToArray(),
                DoubleBits
            );
        }
    }

    private void Perturbation(VectorPerturbation perturbation)
    {
        Values(perturbation.Direction, vectors.Formats.Activations);
        Items(perturbation.Derivative, vectors.Formats.Accumulator);
        End(perturbation.Low);
        End(perturbation.High);
    }

    private void End(Rational value)
    {
        _writer.Flag(value.IsDyadic || !value.IsFinite);
        if (value.IsDyadic || !value.IsFinite)
        {
            NumberLists.Write(_writer, value.ToDyadic());
            return;
        }

        var (over, under) = value.Fraction;
        NumberLists.Write(_writer, over);
        NumberLists.Write(_writer, under);
    }

    private void Double(double value) => _writer.Bits(unchecked((ulong)BitConverter.DoubleToInt64Bits(value)), DoubleBits);

    private void Optional<T>(T? value, Action<T> write)
        where T : class
    {
        _writer.Flag(value is not null);
        if (value is not null)
            write(value);
    }
}
