using System;
using System.Runtime.CompilerServices;
using SparseDnn.Algebra.Elements;
using SparseDnn.Elements;

namespace SparseDnn.Layouts;

/// <summary>
/// From the number type that weights are stored in to the type parameter of kernels: the one place that names the storages, and for which
/// element types there are kernels of each.
/// </summary>
internal static class StoredWeights
{
    // Asked for every layer of every tile, so the table of types is asked once.
    private static readonly bool[] AreElements = ElementRows();

    /// <summary>Runs a kernel specialised on a storage.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <param name="table">The layer.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs.</param>
    /// <param name="argument">Handed on.</param>
    /// <exception cref="NotSupportedException">No kernel loads such weights.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<T, TKernel>(LayerTable<T> table, ref T x, ref T y, nint argument)
        where T : unmanaged
        where TKernel : struct, IStoredKernel<T>
    {
        var storage = table.WeightFormat;
        if (AreElements[(int)storage])
            TKernel.Run<OwnWeight>(table, ref x, ref y, argument);
        else if (typeof(T) == typeof(float) && storage == ElementFormat.BFloat16)
            TKernel.Run<BFloat16Weight>(table, ref x, ref y, argument);
        else
            throw NotLoaded<T>(storage);
    }

    /// <summary>Bytes of a weight in memory.</summary>
    /// <typeparam name="T">Element type of the kernels.</typeparam>
    /// <param name="storage">How weights are stored.</param>
    public static int Bytes<T>(ElementFormat storage)
        where T : unmanaged => NumberTypes.Of(storage) is { IsElement: false } type ? type.Bytes : Unsafe.SizeOf<T>();

    /// <summary>Writes a weight as kernels load it.</summary>
    /// <typeparam name="T">Element type of the kernels.</typeparam>
    /// <param name="to">Where to.</param>
    /// <param name="storage">How weights are stored.</param>
    /// <param name="bits">The weight's 64 bits, as the stages hold them.</param>
    public static void Write<T>(Span<byte> to, ElementFormat storage, long bits)
        where T : unmanaged
    {
        var type = NumberTypes.Of(storage);
        if (type.IsElement)
        {
            Unsafe.WriteUnaligned(ref to[0], KernelElement.Of<T>(bits, storage));
            return;
        }

        var pattern = type.Pack(bits);
        for (var i = 0; i < type.Bytes; i++)
            to[i] = (byte)(pattern >> (8 * (BitConverter.IsLittleEndian ? i : type.Bytes - 1 - i)));
    }

    private static bool[] ElementRows()
    {
        var rows = new bool[NumberTypes.All.Count];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = NumberTypes.All[row].IsElement;
        return rows;
    }

    private static NotSupportedException NotLoaded<T>(ElementFormat storage) =>
        new($"No kernel of {typeof(T).Name} loads weights of {NumberTypes.Of(storage).Name}.");
}
