using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn.Planning;

/// <summary>Writes <see cref="LayerData"/> as 16-bit units, the form in which it costs a compiler least: one escaped string.</summary>
/// <remarks>
/// Units in order: inputs, partial sums, lists, sums, outputs (2 each), flags (1: 1 = one list a sum, 2 = constant weight, 4 = constant
/// bias,
/// 8 = nonzero sums, 16 = select step, 32 = bias, 64 = one sum a row, 128 to 512 = <see cref="ElementFormat"/>, 1024 and 2048 =
/// <see cref="OrderedInputs"/>, 4096 = keeps them,
/// 8192 = only additions, 16384 = scales, 32768 = one scale), <see cref="KernelStrategies"/> plus 256 times
/// one more than the format of the weights where they are no elements (1), ceiling (4); lengths of partial sums (2
/// each), their rows; lengths of lists (2 each), their rows; list of each sum unless
/// flag 1; sum of each row unless flag 64; weights; scales; biases where flag 32. Indices take one unit where every one of their kind is
/// below 65,536, else two; values take one unit as
/// booleans and in formats of 16 bits, two in those of 32 bits and four in those of 64, least significant unit first. Units do not depend on the machine's byte
/// order.
/// </remarks>
public static class LayerDataCodec
{
    private const int OneListEach = 1,
        ConstantWeight = 2,
        ConstantBias = 4,
        NonzeroSums = 8,
        Select = 16,
        Bias = 32,
        OneSumEach = 64;
    private const int Keeps = 4096,
        AddsOnly = 8192,
        HasScales = 16384,
        ConstantScale = 32768;
    private const int WeightFormatShift = 8;
    private const int FormatShift = 7,
        OrderedShift = 10;
    private const int OneUnit = 1 << 16;
    private const int HeaderUnits = 16;

    /// <summary>Encodes.</summary>
    /// <param name="data">The layer.</param>
    public static ushort[] Encode(LayerData data)
    {
        var units = new List<ushort>(data.Lists.ItemCount + data.Partials.ItemCount + (3 * data.Outputs) + HeaderUnits);
        var oneListEach = IsIdentity(data.ListOfSum, data.Lists.Count);
        var oneSumEach = IsIdentity(data.SumOfOutput, data.Sums);
        foreach (var count in new[] { data.Inputs, data.Partials.Count, data.Lists.Count, data.Sums, data.Outputs })
            Integer(count, true);
        units.Add((ushort)(Flags(data) | (oneListEach ? OneListEach : 0) | (oneSumEach ? OneSumEach : 0)));
        units.Add((ushort)((int)data.Kernels | ((int)WeightFormat(data) << WeightFormatShift)));
        ValueUnits.Write(units, ElementFormat.Binary64, BitConverter.DoubleToInt64Bits(data.Ceiling));
        Lists(data.Partials);
        Lists(data.Lists);
        if (!oneListEach)
            foreach (var list in data.ListOfSum)
                Integer(list, data.Lists.Count > OneUnit);
        if (!oneSumEach)
            foreach (var sum in data.SumOfOutput)
                Integer(sum, data.Sums > OneUnit);
        Values(data.Weights, data.WeightFormat);
        Values(data.Scales, data.Elements);
        if (data.HasBias)
            Values(data.Biases, data.Elements);
        return units.ToArray();

        void Lists(IndexLists lists)
        {
            for (var list = 0; list < lists.Count; list++)
                Integer(lists[list].Length, true);
            foreach (var index in lists.Items)
                Integer(index, data.Rows > OneUnit);
        }

        void Integer(int value, bool two)
        {
            units.Add(unchecked((ushort)value));
            if (two)
                units.Add((ushort)(value >> 16));
        }

        void Values(RoundedValues values, ElementFormat format)
        {
            for (var i = 0; i < Stored(values); i++)
                ValueUnits.Write(units, format, values.Bits(i));
        }
    }

    // 0 where weights are stored as elements, which most are.
    private static int WeightFormat(LayerData data) => data.WeightFormat == data.Elements ? 0 : 1 + (int)data.WeightFormat;

    private static int Flags(LayerData data) =>
        (data.Weights.IsConstant ? ConstantWeight : 0)
        | (data.Biases.IsConstant ? ConstantBias : 0)
        | (data.BiasMode == BiasMode.NonzeroSums ? NonzeroSums : 0)
        | (data.HasSelect ? Select : 0)
        | (data.HasBias ? Bias : 0)
        | ((int)data.Elements << FormatShift)
        | ((int)data.Ordered << OrderedShift)
        | (data.KeepsOrdered ? Keeps : 0)
        | (data.AddsOnly ? AddsOnly : 0)
        | (data.HasScales ? HasScales : 0)
        | (data.HasScales && data.Scales.IsConstant ? ConstantScale : 0);

    // A constant list is stored as one value, save for one of no values at all where that is known beforehand.
    private static int Stored(RoundedValues values) => values.IsConstant ? 1 : values.Count;

    /// <summary>How many units <see cref="Encode"/> would give.</summary>
    /// <param name="data">The layer.</param>
    public static long CountUnits(LayerData data)
    {
        var values = (long)Stored(data.Scales) + (data.HasBias ? Stored(data.Biases) : 0);
        return HeaderUnits
            + Lists(data.Partials)
            + Lists(data.Lists)
            + (IsIdentity(data.ListOfSum, data.Lists.Count) ? 0 : data.Sums * (data.Lists.Count > OneUnit ? 2L : 1L))
            + (IsIdentity(data.SumOfOutput, data.Sums) ? 0 : data.Outputs * (data.Sums > OneUnit ? 2L : 1L))
            + ((long)Stored(data.Weights) * NumberTypes.Of(data.WeightFormat).Units)
            + (values * NumberTypes.Of(data.Elements).Units);

        long Lists(IndexLists lists) => (lists.Count * 2L) + (lists.ItemCount * (data.Rows > OneUnit ? 2L : 1L));
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    /// <param name="units">The units.</param>
    /// <exception cref="ArgumentException">The text was not written by <see cref="Encode"/>.</exception>
    public static LayerData Decode(ReadOnlySpan<char> units)
    {
        var reader = new Reader(units);
        int inputs = reader.Count(),
            partialCount = reader.Count(),
            listCount = reader.Count(),
            sums = reader.Count(),
            outputs = reader.Count();
        var flags = reader.Unit();
        var choices = reader.Unit();
        var kernels = (KernelStrategies)choices & KernelStrategies.All;
        var format = (ElementFormat)((flags >> FormatShift) & 7);
        var weightFormat = choices >> WeightFormatShift is var stored and > 0 ? (ElementFormat)(stored - 1) : format;
        if (
            (int)format >= NumberTypes.All.Count
            || (int)weightFormat >= NumberTypes.All.Count
            || NumberTypes.Of(weightFormat).Accumulator.Format != format
        )
            throw new ArgumentException("Layer data are damaged: a format is unknown.", nameof(units));
        var ceiling = BitConverter.Int64BitsToDouble(reader.Value(ElementFormat.Binary64));
        var rows = (long)inputs + partialCount;
        var partials = reader.Lists(partialCount, rows > OneUnit, inputs, 1);
        var lists = reader.Lists(listCount, rows > OneUnit, rows, 0);
        var listOfSum = reader.Map(sums, (flags & OneListEach) != 0, listCount);
        var sumOfOutput = reader.Map(outputs, (flags & OneSumEach) != 0, sums);
        var terms = listOfSum.Sum(list => (long)lists.Starts[list + 1] - lists.Starts[list]);
        if (terms > int.MaxValue || rows > int.MaxValue)
            throw new ArgumentException("Layer data are damaged: more rows or terms than there can be.", nameof(units));
        var weights = reader.Values((flags & ConstantWeight) != 0, (int)terms, weightFormat);
        var scales = (flags & HasScales) != 0 ? reader.Values((flags & ConstantScale) != 0, sums, format) : reader.Values(true, 0, format);
        var hasBias = (flags & Bias) != 0;
        var biases = hasBias ? reader.Values((flags & ConstantBias) != 0, outputs, format) : RoundedValues.FromBits(0, outputs);
        if (!reader.AtEnd)
            throw new ArgumentException("Layer data are longer than their header says.", nameof(units));
        return new LayerData(
            format,
            inputs,
            partials,
            lists,
            new EquatableArray<int>(listOfSum),
            weights,
            scales,
            new EquatableArray<int>(sumOfOutput),
            biases,
            hasBias,
            (flags & NonzeroSums) != 0 ? BiasMode.NonzeroSums : BiasMode.Dense,
            (flags & Select) != 0,
            ceiling
        )
        {
            Ordered = (OrderedInputs)((flags >> OrderedShift) & 3),
            KeepsOrdered = (flags & Keeps) != 0,
            AddsOnly = (flags & AddsOnly) != 0,
            Kernels = kernels,
            WeightFormat = weightFormat,
        };
    }

    private static bool IsIdentity(EquatableArray<int> map, int count)
    {
        if (count != map.Count)
            return false;
        for (var i = 0; i < map.Count; i++)
            if (map[i] != i)
                return false;
        return true;
    }

    private ref struct Reader(ReadOnlySpan<char> units)
    {
        private readonly ReadOnlySpan<char> _units = units;
        private int _position;

        public readonly bool AtEnd => _position == _units.Length;

        public int Unit() =>
            _position < _units.Length ? _units[_position++] : throw new ArgumentException("Layer data are cut short.", nameof(units));

        public int Integer(bool two)
        {
            var low = Unit();
            return two ? low | (Unit() << 16) : low;
        }

        public int Count() => Integer(true) is var count and >= 0 ? count : throw Damaged();

        /// <summary>Lists of rows below a limit, which grows by so much from list to list.</summary>
        public IndexLists Lists(int count, bool twoUnits, long limit, int growth)
        {
            var starts = new int[Checked(count) + 1];
            for (var i = 0; i < count; i++)
                starts[i + 1] = Checked((long)starts[i] + Count());
            var items = new int[Checked(starts[count])];
            for (int list = 0, i = 0; list < count; list++, limit += growth)
                while (i < starts[list + 1])
                    items[i++] = Below(limit, Integer(twoUnits));
            return new IndexLists(starts, items);
        }

        /// <summary>For each of some the number of one of others.</summary>
        public int[] Map(int count, bool identity, int others)
        {
            if (identity && count != others)
                throw Damaged();
            var map = new int[identity ? count : Checked(count)];
            for (var i = 0; i < count; i++)
                map[i] = identity ? i : Below(others, Integer(others > OneUnit));
            return map;
        }

        public long Value(ElementFormat format)
        {
            long value = 0;
            for (var unit = 0; unit < NumberTypes.Of(format).Units; unit++)
                value |= (long)Unit() << (16 * unit);
            return NumberTypes.Of(format).Unpack(unchecked((ulong)value));
        }

        public RoundedValues Values(bool constant, int count, ElementFormat format)
        {
            if (constant)
                return RoundedValues.FromBits(Value(format), count);
            var values = new long[Checked(count)];
            for (var i = 0; i < count; i++)
                values[i] = Value(format);
            return RoundedValues.FromBits(values);
        }

        // Nothing is allocated that the text could not fill.
        private readonly int Checked(long count) =>
            count <= _units.Length - _position ? (int)count : throw new ArgumentException("Layer data are cut short.", nameof(units));

        // Kernels do not look at an index again.
        private static int Below(long limit, int index) => index >= 0 && index < limit ? index : throw Damaged();

        private static ArgumentException Damaged() => new("Layer data are damaged: a number is out of range.", nameof(units));
    }
}
