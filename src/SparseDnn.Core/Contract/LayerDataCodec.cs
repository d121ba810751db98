using System;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;
using SparseDnn.Primitives;

namespace SparseDnn.Contract;

/// <summary>Writes <see cref="LayerData"/> as 16-bit units, the form in which it costs a compiler least: one escaped string.</summary>
/// <remarks>
/// Behind the header: number formats (1 unit: of the weights in the lower byte, of the sums in the upper one, both
/// <see cref="ElementFormat"/>), flags (1: 1 = one list a sum, 2 = constant weight, 4 = constant bias, 8 = nonzero sums, 16 = activation,
/// 32 = bias, 64 = one sum a row, 128 and 256 = <see cref="OrderedInputs"/>, 512 = keeps them, 1024 = only additions, 2048 = scales,
/// 4096 = one scale, 8192 = ceiling), <see cref="KernelStrategies"/> (1; hints, so unknown ones are passed over); number of inputs,
/// partial sums, lists, sums unless flag 1, outputs unless flag 64; ceiling where flag 8192; partial sums, lists; list of each sum unless
/// flag 1; sum of each row unless flag 64; weights; scales where flag 2048; biases where flag 32.
/// Lists are first their lengths (one integer where all are equal and not 0: length + 1; else 0 and the length of each), then their rows.
/// Integers take one unit below 32,768, else two, and indices one where there are at most 65,536 to choose from, else two. Values take one
/// unit as booleans and in formats of 16 bits, two in formats of 32 bits and four in those of 64, least significant unit first; constant
/// ones stand once. Units do not depend on the machine's byte order.
/// </remarks>
internal static class LayerDataCodec
{
    private const int OneListEach = 1,
        ConstantWeight = 2,
        ConstantBias = 4,
        NonzeroSums = 8,
        Activates = 16,
        Bias = 32,
        OneSumEach = 64,
        OrderedShift = 7,
        OrderedMask = 3,
        Keeps = 512,
        AddsOnly = 1024,
        HasScales = 2048,
        ConstantScale = 4096,
        HasCeiling = 8192,
        AllFlags = 16383;
    private const int AccumulatorShift = 8,
        FormatMask = 255;
    private const int HeadUnits = UnitHeader.Length + 3; // formats, flags, kernels

    /// <summary>Encodes.</summary>
    /// <param name="data">The layer.</param>
    public static ushort[] Encode(LayerData data)
    {
        var flags = Flags(data);
        var writer = new UnitWriter(ContractUnit.LayerData, (int)Math.Min(int.MaxValue, CountUnits(data)))
            .Unit((int)data.WeightFormat | ((int)data.Elements << AccumulatorShift))
            .Unit(flags)
            .Unit((int)data.Kernels)
            .Integer(data.Inputs)
            .Integer(data.Partials.Count)
            .Integer(data.Lists.Count);
        if ((flags & OneListEach) == 0)
            writer.Integer(data.Sums);
        if ((flags & OneSumEach) == 0)
            writer.Integer(data.Outputs);
        if (data.HasCeiling)
            writer.Number(data.Ceiling);
        Lists(writer, data.Partials, data.Rows);
        Lists(writer, data.Lists, data.Rows);
        if ((flags & OneListEach) == 0)
            Indices(writer, data.ListOfSum, data.Lists.Count);
        if ((flags & OneSumEach) == 0)
            Indices(writer, data.SumOfOutput, data.Sums);
        Values(writer, data.Weights, data.WeightFormat);
        if (data.HasScales)
            Values(writer, data.Scales, data.Elements);
        if (data.HasBias)
            Values(writer, data.Biases, data.Elements);
        return writer.ToUnits();
    }

    /// <summary>How many units <see cref="Encode"/> would give.</summary>
    /// <param name="data">The layer.</param>
    public static long CountUnits(LayerData data)
    {
        var flags = Flags(data);
        var (oneListEach, oneSumEach) = ((flags & OneListEach) != 0, (flags & OneSumEach) != 0);
        var values = (data.HasScales ? (long)Stored(data.Scales) : 0) + (data.HasBias ? Stored(data.Biases) : 0);
        return HeadUnits
            + UnitWriter.UnitsOf(data.Inputs)
            + UnitWriter.UnitsOf(data.Partials.Count)
            + UnitWriter.UnitsOf(data.Lists.Count)
            + (oneListEach ? 0 : UnitWriter.UnitsOf(data.Sums) + (data.Sums * UnitsOfIndex(data.Lists.Count)))
            + (oneSumEach ? 0 : UnitWriter.UnitsOf(data.Outputs) + (data.Outputs * UnitsOfIndex(data.Sums)))
            + (data.HasCeiling ? NumberTypes.Of(ElementFormat.Binary64).Units : 0)
            + UnitsOfLists(data.Partials, data.Rows)
            + UnitsOfLists(data.Lists, data.Rows)
            + ((long)Stored(data.Weights) * NumberTypes.Of(data.WeightFormat).Units)
            + (values * NumberTypes.Of(data.Elements).Units);
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ContractException">The text was not written by <see cref="Encode"/>.</exception>
    public static LayerData Decode(ReadOnlySpan<char> text)
    {
        var reader = new UnitReader(text, ContractUnit.LayerData);
        var (weightFormat, format) = Formats(ref reader);
        var flags = reader.Flags(AllFlags);
        var (oneListEach, oneSumEach) = ((flags & OneListEach) != 0, (flags & OneSumEach) != 0);
        var kernels = (KernelStrategies)reader.Unit() & KernelStrategies.All;
        int inputs = reader.Integer(),
            partialCount = reader.Count(),
            listCount = reader.Count();
        var sums = oneListEach ? listCount : reader.Count();
        var outputs = oneSumEach ? sums : reader.Count();
        var ceiling = (flags & HasCeiling) != 0 ? reader.Number() : double.PositiveInfinity;
        var rows = (long)inputs + partialCount;
        if (rows > int.MaxValue)
            throw reader.Damaged("it has more rows than there can be");
        var partials = Lists(ref reader, partialCount, rows, inputs, growth: 1);
        var lists = Lists(ref reader, listCount, rows, rows, growth: 0);
        var listOfSum = Map(ref reader, sums, oneListEach, listCount);
        var sumOfOutput = Map(ref reader, outputs, oneSumEach, sums);
        var terms = listOfSum.Sum(list => (long)lists[list].Length);
        if (terms > int.MaxValue)
            throw reader.Damaged("it has more terms than there can be");
        var weights = Values(ref reader, (flags & ConstantWeight) != 0, (int)terms, weightFormat);
        var scales = (flags & HasScales) != 0 ? Values(ref reader, (flags & ConstantScale) != 0, sums, format) : RoundedValues.FromBits([]);
        var hasBias = (flags & Bias) != 0;
        var biases = hasBias ? Values(ref reader, (flags & ConstantBias) != 0, outputs, format) : RoundedValues.FromBits(0, outputs);
        reader.End();
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
            (flags & Activates) != 0,
            ceiling
        )
        {
            Ordered = (OrderedInputs)((flags >> OrderedShift) & OrderedMask),
            KeepsOrdered = (flags & Keeps) != 0,
            AddsOnly = (flags & AddsOnly) != 0,
            Kernels = kernels,
            WeightFormat = weightFormat,
        };
    }

    private static int Flags(LayerData data) =>
        (IsIdentity(data.ListOfSum, data.Lists.Count) ? OneListEach : 0)
        | (data.Weights.IsConstant ? ConstantWeight : 0)
        | (data.HasBias && data.Biases.IsConstant ? ConstantBias : 0)
        | (data.BiasMode == BiasMode.NonzeroSums ? NonzeroSums : 0)
        | (data.HasActivation ? Activates : 0)
        | (data.HasBias ? Bias : 0)
        | (IsIdentity(data.SumOfOutput, data.Sums) ? OneSumEach : 0)
        | ((int)data.Ordered << OrderedShift)
        | (data.KeepsOrdered ? Keeps : 0)
        | (data.AddsOnly ? AddsOnly : 0)
        | (data.HasScales ? HasScales : 0)
        | (data.HasScales && data.Scales.IsConstant ? ConstantScale : 0)
        | (data.HasCeiling ? HasCeiling : 0);

    private static bool IsIdentity(EquatableArray<int> map, int count)
    {
        if (count != map.Count)
            return false;
        for (var i = 0; i < map.Count; i++)
            if (map[i] != i)
                return false;
        return true;
    }

    // A constant list is stored as one value, even of no values at all.
    private static int Stored(RoundedValues values) => values.IsConstant ? 1 : values.Count;

    private static long UnitsOfIndex(int count) => count > UnitWriter.OneUnitIndices ? 2 : 1;

    private static void Values(UnitWriter writer, RoundedValues values, ElementFormat format)
    {
        for (var i = 0; i < Stored(values); i++)
            writer.Value(format, values.Bits(i));
    }

    private static RoundedValues Values(ref UnitReader reader, bool constant, int count, ElementFormat format)
    {
        if (constant)
            return RoundedValues.FromBits(reader.Value(format), count);
        var values = new long[reader.Fitting(count)];
        for (var i = 0; i < count; i++)
            values[i] = reader.Value(format);
        return RoundedValues.FromBits(values);
    }

    private static void Indices(UnitWriter writer, EquatableArray<int> indices, int count)
    {
        foreach (var index in indices)
            writer.Index(index, count);
    }

    private static int[] Map(ref UnitReader reader, int count, bool identity, int others)
    {
        var map = new int[identity ? count : reader.Fitting(count)];
        for (var i = 0; i < count; i++)
            map[i] = identity ? i : reader.Index(others);
        return map;
    }

    // The length of all lists; 0 where they differ, or where it is 0.
    private static int CommonLength(IndexLists lists)
    {
        for (var list = 1; list < lists.Count; list++)
            if (lists[list].Length != lists[0].Length)
                return 0;
        return lists[0].Length;
    }

    private static long UnitsOfLists(IndexLists lists, int rows)
    {
        if (lists.Count == 0)
            return 0;
        var units = lists.ItemCount * UnitsOfIndex(rows);
        if (CommonLength(lists) is var common and > 0)
            return units + UnitWriter.UnitsOf(common + 1);
        units++;
        for (var list = 0; list < lists.Count; list++)
            units += UnitWriter.UnitsOf(lists[list].Length);
        return units;
    }

    private static void Lists(UnitWriter writer, IndexLists lists, int rows)
    {
        if (lists.Count == 0)
            return;
        var common = CommonLength(lists);
        writer.Integer(common > 0 ? common + 1 : 0);
        if (common == 0)
            for (var list = 0; list < lists.Count; list++)
                writer.Integer(lists[list].Length);
        foreach (var row in lists.Items)
            writer.Index(row, rows);
    }

    /// <summary>Lists of rows below a limit, which grows by so much from list to list.</summary>
    private static IndexLists Lists(ref UnitReader reader, int count, long rows, long limit, int growth)
    {
        if (count == 0)
            return IndexLists.Empty;
        var common = reader.Integer() - 1;
        if (common == 0)
            throw reader.Damaged("a number is out of range");
        var starts = new int[reader.Fitting(count) + 1];
        for (var i = 0; i < count; i++)
            starts[i + 1] = reader.Fitting((long)starts[i] + (common > 0 ? common : reader.Integer()));
        var items = new int[reader.Fitting(starts[count])];
        for (int list = 0, i = 0; list < count; list++, limit += growth)
        for (; i < starts[list + 1]; i++)
            if ((items[i] = reader.Index(rows)) >= limit)
                throw reader.Damaged("a number is out of range"); // kernels do not look at an index again
        return new IndexLists(starts, items);
    }

    private static (ElementFormat Weights, ElementFormat Sums) Formats(ref UnitReader reader)
    {
        var formats = reader.Unit();
        var (weights, sums) = (formats & FormatMask, formats >> AccumulatorShift);
        return weights < NumberTypes.All.Count && (int)NumberTypes.All[weights].Accumulator.Format == sums
            ? ((ElementFormat)weights, (ElementFormat)sums)
            : throw reader.Damaged("its number formats are unknown");
    }
}
