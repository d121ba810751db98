using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparseDnn.Benchmarks.Baseline;

/// <summary>What the loops need of a vector register, so that they are written once for every width; costs nothing once compiled.</summary>
/// <typeparam name="TVector">The register.</typeparam>
internal unsafe interface IRegister<TVector>
    where TVector : unmanaged
{
    static abstract int Lanes { get; }

    static abstract TVector Create(float value);

    static abstract TVector Load(float* from);

    static abstract void Store(TVector value, float* to);

    static abstract TVector FusedMultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>Bias, ReLU, ceiling.</summary>
    static abstract TVector Finish(TVector sum, float bias, bool nonzeroSumsOnly, float ceiling);
}

/// <summary>Eight items.</summary>
internal readonly unsafe struct Register256 : IRegister<Vector256<float>>
{
    public static int Lanes => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Create(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(float* from) => Vector256.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, float* to) => value.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FusedMultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Finish(Vector256<float> sum, float bias, bool nonzeroSumsOnly, float ceiling)
    {
        var added = Vector256.Create(bias);
        if (nonzeroSumsOnly)
            added = Vector256.AndNot(added, Vector256.Equals(sum, Vector256<float>.Zero));
        return Vector256.MinNative(Vector256.MaxNative(sum + added, Vector256<float>.Zero), Vector256.Create(ceiling));
    }
}

/// <summary>Sixteen items.</summary>
internal readonly unsafe struct Register512 : IRegister<Vector512<float>>
{
    public static int Lanes => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Create(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, float* to) => value.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FusedMultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Vector512.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Finish(Vector512<float> sum, float bias, bool nonzeroSumsOnly, float ceiling)
    {
        var added = Vector512.Create(bias);
        if (nonzeroSumsOnly)
            added = Vector512.AndNot(added, Vector512.Equals(sum, Vector512<float>.Zero));
        return Vector512.MinNative(Vector512.MaxNative(sum + added, Vector512<float>.Zero), Vector512.Create(ceiling));
    }
}
