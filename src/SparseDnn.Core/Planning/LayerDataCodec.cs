using System;
using System.Collections.Generic;
using SparseDnn.Networks;
using SparseDnn.Topologies;

namespace SparseDnn.Planning;

/// <summary>Writes <see cref="LayerData"/> as 16-bit units, the form in which it costs a compiler least: one escaped string.</summary>
/// <remarks>
/// Units in order: inputs (2), lists (2), sums (2), outputs (2), flags (1: 64 = one sum a neuron, 1 = one list a sum, 2 = constant weight, 4 = constant bias,
/// 8 = nonzero sums, 16 = select step, 32 = bias, 128 to 512 = <see cref="ElementFormat"/>, 1024 and 2048 = <see cref="OrderedInputs"/>, 4096 = keeps them), ceiling (4); list lengths; indices; list of each sum unless
/// flag 1; sum of each neuron unless flag 64; weights; biases where flag 32. Counts and indices take one unit where every one of their kind is below 65,536, else two; values take one unit as
/// booleans, two in formats of 32 bits and four in those of 64, least significant unit first. Units do not depend on the machine's byte order.
/// </remarks>
public static class LayerDataCodec
{
    private const int OneListEach = 1, ConstantWeight = 2, ConstantBias = 4, NonzeroSums = 8, Select = 16, Bias = 32, OneSumEach = 64, Keeps = 4096;
    private const int FormatShift = 7, OrderedShift = 10;
    private const int OneUnit = 1 << 16;

    /// <summary>Encodes.</summary>
    /// <param name="data">The layer.</param>
    public static ushort[] Encode(LayerData data)
    {
        var units = new List<ushort>(data.Lists.EntryCount + (3 * data.Outputs) + 16);
        var oneListEach = IsIdentity(data.ListOfSum, data.Lists.RowCount);
        var oneSumEach = IsIdentity(data.SumOfNeuron, data.Sums);
        Integer(data.Inputs, true);
        Integer(data.Lists.RowCount, true);
        Integer(data.Sums, true);
        Integer(data.Outputs, true);
        units.Add((ushort)(Flags(data) | (oneListEach ? OneListEach : 0) | (oneSumEach ? OneSumEach : 0)));
        LayerValues.Write(units, ElementFormat.Binary64, BitConverter.DoubleToInt64Bits(data.Ceiling));
        for (var list = 0; list < data.Lists.RowCount; list++) Integer(data.Lists.Row(list).Length, data.Inputs >= OneUnit);
        foreach (var index in data.Lists.Columns) Integer(index, data.Inputs > OneUnit);
        if (!oneListEach) foreach (var list in data.ListOfSum) Integer(list, data.Lists.RowCount > OneUnit);
        if (!oneSumEach) foreach (var sum in data.SumOfNeuron) Integer(sum, data.Sums > OneUnit);
        Values(data.Weights);
        if (data.HasBias) Values(data.Biases);
        return units.ToArray();

        void Integer(int value, bool two)
        {
            units.Add(unchecked((ushort)value));
            if (two) units.Add((ushort)(value >> 16));
        }

        void Values(RoundedValues values)
        {
            for (var i = 0; i < (values.IsConstant ? 1 : values.Count); i++) LayerValues.Write(units, data.Elements, values.Bits(i));
        }
    }

    private static int Flags(LayerData data) =>
        (data.Weights.IsConstant ? ConstantWeight : 0) | (data.Biases.IsConstant ? ConstantBias : 0) | (data.BiasMode == BiasMode.NonzeroSums ? NonzeroSums : 0)
        | (data.HasSelect ? Select : 0) | (data.HasBias ? Bias : 0) | ((int)data.Elements << FormatShift) | ((int)data.Ordered << OrderedShift) | (data.KeepsOrdered ? Keeps : 0);

    /// <summary>How many units <see cref="Encode"/> would give.</summary>
    /// <param name="data">The layer.</param>
    public static long CountUnits(LayerData data)
    {
        var values = (data.Weights.IsConstant ? 1L : data.Weights.Count) + (!data.HasBias ? 0 : data.Biases.IsConstant ? 1L : data.Biases.Count);
        return 13
            + (data.Lists.RowCount * (data.Inputs >= OneUnit ? 2L : 1L))
            + (data.Lists.EntryCount * (data.Inputs > OneUnit ? 2L : 1L))
            + (IsIdentity(data.ListOfSum, data.Lists.RowCount) ? 0 : data.Sums * (data.Lists.RowCount > OneUnit ? 2L : 1L))
            + (IsIdentity(data.SumOfNeuron, data.Sums) ? 0 : data.Outputs * (data.Sums > OneUnit ? 2L : 1L))
            + (values * LayerValues.Units(data.Elements));
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    /// <param name="units">The units.</param>
    /// <exception cref="ArgumentException">The text was not written by <see cref="Encode"/>.</exception>
    public static LayerData Decode(ReadOnlySpan<char> units)
    {
        var reader = new Reader(units);
        var inputs = reader.Integer(true);
        var lists = reader.Integer(true);
        var sums = reader.Integer(true);
        var outputs = reader.Integer(true);
        var flags = reader.Unit();
        var ceiling = BitConverter.Int64BitsToDouble(reader.Value(ElementFormat.Binary64));
        var starts = new int[lists + 1];
        for (var i = 0; i < lists; i++) starts[i + 1] = starts[i] + reader.Integer(inputs >= OneUnit);
        var columns = new int[starts[lists]];
        for (var i = 0; i < columns.Length; i++) columns[i] = reader.Integer(inputs > OneUnit);
        var listOfSum = new int[sums];
        for (var i = 0; i < sums; i++) listOfSum[i] = (flags & OneListEach) != 0 ? i : reader.Integer(lists > OneUnit);
        var sumOfNeuron = new int[outputs];
        for (var i = 0; i < outputs; i++) sumOfNeuron[i] = (flags & OneSumEach) != 0 ? i : reader.Integer(sums > OneUnit);
        var edges = 0;
        foreach (var list in listOfSum) edges += starts[list + 1] - starts[list];
        var format = (ElementFormat)((flags >> FormatShift) & 7);
        var weights = reader.Values((flags & ConstantWeight) != 0, edges, format);
        var hasBias = (flags & Bias) != 0;
        var biases = hasBias ? reader.Values((flags & ConstantBias) != 0, outputs, format) : RoundedValues.FromBits(0, outputs);
        if (!reader.AtEnd) throw new ArgumentException("Layer data are longer than their header says.", nameof(units));
        return new LayerData(
            format, new CsrPattern(lists, inputs, starts, columns), listOfSum, sumOfNeuron, weights, biases, hasBias,
            (flags & NonzeroSums) != 0 ? BiasMode.NonzeroSums : BiasMode.Dense, (flags & Select) != 0, ceiling)
        {
            Ordered = (OrderedInputs)((flags >> OrderedShift) & 3),
            KeepsOrdered = (flags & Keeps) != 0,
        };
    }

    private static bool IsIdentity(int[] map, int count)
    {
        if (count != map.Length) return false;
        for (var i = 0; i < map.Length; i++)
            if (map[i] != i) return false;
        return true;
    }

    private ref struct Reader(ReadOnlySpan<char> units)
    {
        private readonly ReadOnlySpan<char> _units = units;
        private int _position;

        public readonly bool AtEnd => _position == _units.Length;

        public int Unit() => _position < _units.Length ? _units[_position++] : throw new ArgumentException("Layer data are cut short.", nameof(units));

        public int Integer(bool two)
        {
            var low = Unit();
            return two ? low | (Unit() << 16) : low;
        }

        public long Value(ElementFormat format)
        {
            long value = 0;
            for (var unit = 0; unit < LayerValues.Units(format); unit++) value |= (long)Unit() << (16 * unit);
            return LayerValues.Widen(format, value);
        }

        public RoundedValues Values(bool constant, int count, ElementFormat format)
        {
            if (constant) return RoundedValues.FromBits(Value(format), count);
            var values = new long[count];
            for (var i = 0; i < count; i++) values[i] = Value(format);
            return RoundedValues.FromBits(values);
        }
    }
}
