using System;
using System.Collections.Generic;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>Reads the bits that <see cref="VectorEncoder"/> wrote.</summary>
internal sealed class VectorDecoder(BitReader reader)
{
    public VectorSet Read()
    {
        var ground = (ExactnessGround)reader.Bits(VectorEncoder.GroundBits);
        var roundBetweenLayers = reader.Flag();
        var seed = unchecked((long)reader.Bits(VectorEncoder.DoubleBits));
        var (name, family, tool, source, rounding) = (
            TextCodec.Read(reader),
            TextCodec.Read(reader),
            TextCodec.Read(reader),
            TextCodec.Read(reader),
            TextCodec.Read(reader)
        );
        var formats = new FormatTriple(Format(), Format(), Format());
        var labels = List(() => TextCodec.Read(reader));
        var layers = Layers(formats);
        var inputs = Items(formats.Activations);
        var outputs = Items(formats.Activations);
        return new VectorSet(name, family, seed, formats, layers, inputs, outputs)
        {
            Bounds = reader.Flag() ? Bounds() : null,
            Perturbation = reader.Flag()
                ? new VectorPerturbation(Values(formats.Activations), Items(formats.Accumulator), End(), End())
                : null,
            Ground = ground,
            RoundBetweenLayers = roundBetweenLayers,
            Labels = labels,
            Tool = tool,
            Source = source,
            Rounding = rounding,
        };
    }

    private EquatableArray<VectorLayer> Layers(FormatTriple formats)
    {
        var known = new List<DyadicLayer>();
        return List(() =>
        {
            if (reader.Flag() && reader.Count() is var earlier)
                return Layer(known[earlier], formats);
            known.Add(LayerCodec.Read(reader, formats));
            return Layer(known[known.Count - 1], formats);
        });
    }

    private VectorLayer Layer(DyadicLayer layer, FormatTriple formats)
    {
        VectorCertificate? certificate = null;
        if (reader.Flag())
        {
            var sign = reader.Flag() ? -1 : 1;
            certificate = new VectorCertificate(checked((int)(sign * reader.Number())), NumberLists.Number(reader), Double());
        }

        return new VectorLayer(layer, certificate, reader.Flag() ? Items(formats.Activations) : null);
    }

    private EquatableArray<EquatableArray<Dyadic>> Items(StorageFormat format) => List(() => Values(format));

    private EquatableArray<Dyadic> Values(StorageFormat format) => new(NumberLists.Read(reader, reader.Count(), format));

    private EquatableArray<EquatableArray<double>> Bounds() =>
        List(() =>
            new EquatableArray<double>(
                Array.ConvertAll(
                    PatternLists.Read(reader, reader.Count(), VectorEncoder.DoubleBits),
                    bits => BitConverter.Int64BitsToDouble(unchecked((long)bits))
                )
            )
        );

    private Rational End() =>
        reader.Flag()
            ? new Rational(NumberLists.Number(reader))
            : new Rational(new Dyadic(NumberLists.Integer(reader), 0)) / new Rational(new Dyadic(NumberLists.Integer(reader), 0));

    private double Double() => BitConverter.Int64BitsToDouble(unchecked((long)reader.Bits(VectorEncoder.DoubleBits)));

    private StorageFormat Format() =>
        TextCodec.Read(reader) is var name && StorageFormats.TryParse(name, out var format)
            ? format
            : throw new FormatException($"'{name}' is no format.");

    private EquatableArray<T> List<T>(Func<T> read)
        where T : IEquatable<T>
    {
        var items = reader.Array<T>(reader.Count());
        for (var i = 0; i < items.Length; i++)
            items[i] = read();
        return new EquatableArray<T>(items);
    }
}
