using System;
using SparseDnn.Planning;

namespace SparseDnn.Kernels;

/// <summary>Base class of the networks that the generator emits: holds the tables of table-driven layers.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <typeparam name="TSummation">How products join sums.</typeparam>
/// <remarks>Called by generated code; not meant for use by hand.</remarks>
public abstract class GeneratedNetwork<T, TSummation> : SparseNetwork<T>
    where T : unmanaged
    where TSummation : struct, ISummation
{
    private readonly LayerTable<T>?[] _tables;

    /// <summary>Decodes the tables.</summary>
    /// <param name="description">What the network is.</param>
    /// <param name="tables">For each layer its encoded data, or null where it has code of its own.</param>
    protected GeneratedNetwork(NetworkDescription description, string?[] tables)
        : base(description) => _tables = Array.ConvertAll(tables, text => text is null ? null : new LayerTable<T>(LayerDataCodec.Decode(text)));

    private protected GeneratedNetwork(NetworkDescription description, LayerTable<T>[] tables)
        : base(description) => _tables = tables;

    /// <inheritdoc/>
    protected override void RunLayer(int layer, VectorWidth width, ref T x, ref T y, int registers)
    {
        if (typeof(T) == typeof(float)) TableDispatch.Single<TSummation>((LayerTable<float>)(object)_tables[layer]!, width, ref AsSingle(ref x), ref AsSingle(ref y), registers);
        else TableDispatch.Double<TSummation>((LayerTable<double>)(object)_tables[layer]!, width, ref AsDouble(ref x), ref AsDouble(ref y), registers);
    }

    private static ref float AsSingle(ref T value) => ref System.Runtime.CompilerServices.Unsafe.As<T, float>(ref value);

    private static ref double AsDouble(ref T value) => ref System.Runtime.CompilerServices.Unsafe.As<T, double>(ref value);
}
