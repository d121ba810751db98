using System;
using System.Collections.Generic;
using SparseDnn.Networks;
using SparseDnn.Topologies;

namespace SparseDnn.Planning;

/// <summary>Writes <see cref="LayerData"/> as 16-bit units, the form in which it costs a compiler least: one escaped string.</summary>
/// <remarks>
/// Units in order: inputs (2), lists (2), sums (2), outputs (2), flags (1: 64 = one sum a neuron, 1 = one list a sum, 2 = constant weight, 4 = constant bias,
/// 8 = nonzero sums, 16 = ReLU, 32 = binary64 values), ceiling (4); list lengths; indices; list of each sum unless
/// flag 1; sum of each neuron unless flag 64; weights; biases. Counts and indices take one unit where every one of their kind is below 65,536, else two; values take two units as
/// binary32 and four as binary64, least significant unit first. Units do not depend on the machine's byte order.
/// </remarks>
public static class LayerDataCodec
{
    private const int OneListEach = 1, ConstantWeight = 2, ConstantBias = 4, NonzeroSums = 8, ReLU = 16, Wide = 32, OneSumEach = 64;
    private const int OneUnit = 1 << 16;

    /// <summary>Encodes.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="wideValues">True to store values as binary64, false as binary32, which must hold them exactly.</param>
    public static ushort[] Encode(LayerData data, bool wideValues)
    {
        var units = new List<ushort>(data.Lists.EntryCount + (3 * data.Outputs) + 16);
        var oneListEach = IsIdentity(data.ListOfSum, data.Lists.RowCount);
        var oneSumEach = IsIdentity(data.SumOfNeuron, data.Sums);
        Integer(data.Inputs, true);
        Integer(data.Lists.RowCount, true);
        Integer(data.Sums, true);
        Integer(data.Outputs, true);
        units.Add((ushort)((oneListEach ? OneListEach : 0) | (oneSumEach ? OneSumEach : 0) | (data.Weights.IsConstant ? ConstantWeight : 0) | (data.Biases.IsConstant ? ConstantBias : 0)
            | (data.BiasMode == BiasMode.NonzeroSums ? NonzeroSums : 0) | (data.Activation == Activation.ReLU ? ReLU : 0) | (wideValues ? Wide : 0)));
        Bits64(data.Ceiling);
        for (var list = 0; list < data.Lists.RowCount; list++) Integer(data.Lists.Row(list).Length, data.Inputs >= OneUnit);
        foreach (var index in data.Lists.Columns) Integer(index, data.Inputs > OneUnit);
        if (!oneListEach) foreach (var list in data.ListOfSum) Integer(list, data.Lists.RowCount > OneUnit);
        if (!oneSumEach) foreach (var sum in data.SumOfNeuron) Integer(sum, data.Sums > OneUnit);
        Values(data.Weights);
        Values(data.Biases);
        return units.ToArray();

        void Integer(int value, bool two)
        {
            units.Add(unchecked((ushort)value));
            if (two) units.Add((ushort)(value >> 16));
        }

        void Values(RoundedValues values)
        {
            for (var i = 0; i < (values.IsConstant ? 1 : values.Count); i++)
                if (wideValues) Bits64(values[i]);
                else Bits32((float)values[i]);
        }

        unsafe void Bits32(float value) => Integer(*(int*)&value, true);

        void Bits64(double value)
        {
            var bits = BitConverter.DoubleToInt64Bits(value);
            Integer(unchecked((int)bits), true);
            Integer((int)(bits >> 32), true);
        }
    }

    /// <summary>How many units <see cref="Encode"/> would give.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="wideValues">As for <see cref="Encode"/>.</param>
    public static long CountUnits(LayerData data, bool wideValues)
    {
        var values = (data.Weights.IsConstant ? 1L : data.Weights.Count) + (data.Biases.IsConstant ? 1L : data.Biases.Count);
        return 13
            + (data.Lists.RowCount * (data.Inputs >= OneUnit ? 2L : 1L))
            + (data.Lists.EntryCount * (data.Inputs > OneUnit ? 2L : 1L))
            + (IsIdentity(data.ListOfSum, data.Lists.RowCount) ? 0 : data.Sums * (data.Lists.RowCount > OneUnit ? 2L : 1L))
            + (IsIdentity(data.SumOfNeuron, data.Sums) ? 0 : data.Outputs * (data.Sums > OneUnit ? 2L : 1L))
            + (values * (wideValues ? 4 : 2));
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
        var ceiling = reader.Bits64();
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
        var wide = (flags & Wide) != 0;
        var weights = reader.Values((flags & ConstantWeight) != 0, edges, wide);
        var biases = reader.Values((flags & ConstantBias) != 0, outputs, wide);
        if (!reader.AtEnd) throw new ArgumentException("Layer data are longer than their header says.", nameof(units));
        return new LayerData(
            new CsrPattern(lists, inputs, starts, columns), listOfSum, sumOfNeuron, weights, biases,
            (flags & NonzeroSums) != 0 ? BiasMode.NonzeroSums : BiasMode.Dense, (flags & ReLU) != 0 ? Activation.ReLU : Activation.None, ceiling);
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

        public double Bits64()
        {
            var low = (uint)Integer(true);
            return BitConverter.Int64BitsToDouble((long)(((ulong)(uint)Integer(true) << 32) | low));
        }

        public unsafe double Bits32()
        {
            var bits = Integer(true);
            return *(float*)&bits;
        }

        public RoundedValues Values(bool constant, int count, bool wide)
        {
            if (constant) return new RoundedValues(wide ? Bits64() : Bits32(), count);
            var values = new double[count];
            for (var i = 0; i < count; i++) values[i] = wide ? Bits64() : Bits32();
            return RoundedValues.From(values);
        }
    }
}
