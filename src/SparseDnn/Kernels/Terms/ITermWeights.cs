using System.Runtime.CompilerServices;
using SparseDnn.Elements;

namespace SparseDnn.Kernels.Terms;

/// <summary>What the terms of a layer's sums are multiplied by.</summary>
internal interface ITermWeights
{
    /// <summary>Whether terms are added as they are.</summary>
    static abstract bool AddsOnly { get; }

    /// <summary>Whether one weight serves all edges, so that none is loaded for a term.</summary>
    static abstract bool IsConstant { get; }

    /// <summary>Bytes of a weight.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    static abstract int Bytes<T>()
        where T : unmanaged;

    /// <summary>The weight of an edge.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="weights">The first weight of a run.</param>
    /// <param name="edge">Which one.</param>
    static abstract T Load<T>(ref readonly byte weights, nint edge)
        where T : unmanaged;
}

/// <summary>A layer whose edges all have one weight.</summary>
internal readonly struct ConstantWeight : ITermWeights
{
    public static bool AddsOnly => false;

    public static bool IsConstant => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bytes<T>()
        where T : unmanaged => OwnWeight.Bytes<T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(ref readonly byte weights, nint edge)
        where T : unmanaged => OwnWeight.Load<T>(in weights, 0);
}

/// <summary>Sums whose terms are added as they are.</summary>
internal readonly struct UnitWeight : ITermWeights
{
    public static bool AddsOnly => true;

    public static bool IsConstant => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bytes<T>()
        where T : unmanaged => OwnWeight.Bytes<T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(ref readonly byte weights, nint edge)
        where T : unmanaged => Element.One<T>();
}

/// <summary>A layer with a weight for every edge.</summary>
/// <typeparam name="TWeight">How it is stored.</typeparam>
internal readonly struct EdgeWeights<TWeight> : ITermWeights
    where TWeight : struct, IStoredWeight
{
    public static bool AddsOnly => false;

    public static bool IsConstant => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bytes<T>()
        where T : unmanaged => TWeight.Bytes<T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(ref readonly byte weights, nint edge)
        where T : unmanaged => TWeight.Load<T>(in weights, edge);
}
