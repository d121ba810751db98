using System.ComponentModel;
using System.Runtime.CompilerServices;
using SparseDnn.Lanes;
using SparseDnn.Operations;

namespace SparseDnn.Kernels.StraightLine;

/// <summary>The vocabulary of straight-line generated code: short names, because compilers bind each call anew.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <typeparam name="TVector">Register type.</typeparam>
/// <typeparam name="TLanes">Arithmetic.</typeparam>
/// <typeparam name="TCorrelation">How terms join sums.</typeparam>
/// <typeparam name="TEpilogue">What follows the sums.</typeparam>
/// <remarks>
/// Base class of generated layers; not meant for use by hand. Offsets are neuron numbers; terms are added from left to right.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StraightLineKernel<T, TVector, TLanes, TCorrelation, TEpilogue>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
    where TCorrelation : struct, ICorrelation<T>
    where TEpilogue : struct, IEpilogue<T>
{
    /// <summary>Not instantiated; generated classes only inherit the vocabulary.</summary>
    protected StraightLineKernel() { }

    /// <summary>The empty sum.</summary>
    protected static TVector Zero => TLanes.Broadcast(TCorrelation.Zero);

    /// <summary>Adds one term.</summary>
    /// <param name="s">Sum so far.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="i">Input neuron.</param>
    /// <param name="w">Weight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector W1(TVector s, ref T x, int i, T w) => Term(s, TLanes.Broadcast(w), ref x, i);

    /// <summary>Adds two terms.</summary>
    /// <param name="s">Sum so far.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="i">First input neuron.</param>
    /// <param name="w">Its weight.</param>
    /// <param name="j">Second input neuron.</param>
    /// <param name="v">Its weight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector W2(TVector s, ref T x, int i, T w, int j, T v) =>
        Term(Term(s, TLanes.Broadcast(w), ref x, i), TLanes.Broadcast(v), ref x, j);

    /// <summary>Adds four terms.</summary>
    /// <param name="s">Sum so far.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="i">First input neuron.</param>
    /// <param name="w">Its weight.</param>
    /// <param name="j">Second input neuron.</param>
    /// <param name="v">Its weight.</param>
    /// <param name="k">Third input neuron.</param>
    /// <param name="u">Its weight.</param>
    /// <param name="l">Fourth input neuron.</param>
    /// <param name="t">Its weight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector W4(TVector s, ref T x, int i, T w, int j, T v, int k, T u, int l, T t)
    {
        s = Term(s, TLanes.Broadcast(w), ref x, i);
        s = Term(s, TLanes.Broadcast(v), ref x, j);
        s = Term(s, TLanes.Broadcast(u), ref x, k);
        return Term(s, TLanes.Broadcast(t), ref x, l);
    }

    /// <summary>Adds one term of the layer's constant weight.</summary>
    /// <param name="s">Sum so far.</param>
    /// <param name="w">The weight in every lane.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="i">Input neuron.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector C1(TVector s, TVector w, ref T x, int i) => Term(s, w, ref x, i);

    /// <summary>Adds two terms of the layer's constant weight.</summary>
    /// <param name="s">Sum so far.</param>
    /// <param name="w">The weight in every lane.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="i">First input neuron.</param>
    /// <param name="j">Second input neuron.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector C2(TVector s, TVector w, ref T x, int i, int j) => Term(Term(s, w, ref x, i), w, ref x, j);

    /// <summary>Adds four terms of the layer's constant weight.</summary>
    /// <param name="s">Sum so far.</param>
    /// <param name="w">The weight in every lane.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="i">First input neuron.</param>
    /// <param name="j">Second input neuron.</param>
    /// <param name="k">Third input neuron.</param>
    /// <param name="l">Fourth input neuron.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector C4(TVector s, TVector w, ref T x, int i, int j, int k, int l) =>
        Term(Term(Term(Term(s, w, ref x, i), w, ref x, j), w, ref x, k), w, ref x, l);

    /// <summary>Adds one row as it is.</summary>
    /// <param name="s">Sum so far.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="i">Row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector A1(TVector s, ref T x, int i) => TLanes.Add(s, TLanes.Load(ref Unsafe.Add(ref x, (nint)i * TLanes.Stride)));

    /// <summary>Adds two rows as they are.</summary>
    /// <param name="s">Sum so far.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="i">First row.</param>
    /// <param name="j">Second row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector A2(TVector s, ref T x, int i, int j) => A1(A1(s, ref x, i), ref x, j);

    /// <summary>Adds four rows as they are.</summary>
    /// <param name="s">Sum so far.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="i">First row.</param>
    /// <param name="j">Second row.</param>
    /// <param name="k">Third row.</param>
    /// <param name="l">Fourth row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector A4(TVector s, ref T x, int i, int j, int k, int l) =>
        A1(A1(A1(A1(s, ref x, i), ref x, j), ref x, k), ref x, l);

    /// <summary>A sum multiplied by the weight that its terms have in common; +0 where it is empty, whatever the weight's sign.</summary>
    /// <param name="s">The sum.</param>
    /// <param name="scale">The weight in every lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector Scale(TVector s, TVector scale) => TLanes.FusedMultiplyAdd(s, scale, TLanes.Broadcast(default));

    /// <summary>One value in every lane.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector All(T value) => TLanes.Broadcast(value);

    /// <summary>s ⊗ bias over the select semiring.</summary>
    /// <param name="s">The sums.</param>
    /// <param name="bias">The bias in every lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector Bias(TVector s, TVector bias) => TEpilogue.Bias<TVector, TLanes>(s, bias);

    /// <summary>s ⊕ One over the select semiring: max(s, 0) where that is max-plus.</summary>
    /// <param name="s">The biased sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector Activate(TVector s) => TEpilogue.Activate<TVector, TLanes>(s);

    /// <summary>The selected value where the sum is present; One of the select semiring where it is Zero, that is absent.</summary>
    /// <param name="s">The sums.</param>
    /// <param name="selected">Their biased and activated values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector Present(TVector s, TVector selected) => TLanes.WhereEqual(s, Zero, TLanes.Broadcast(TEpilogue.One), selected);

    /// <summary>The biased value where the sum is present; Zero where it is Zero, that is absent.</summary>
    /// <param name="s">The sums.</param>
    /// <param name="biased">Their biased values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector PresentOrZero(TVector s, TVector biased) => TLanes.WhereEqual(s, Zero, Zero, biased);

    /// <summary>The smaller of value and ceiling; NaN stays NaN.</summary>
    /// <param name="s">The activations.</param>
    /// <param name="ceiling">The ceiling in every lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector Limit(TVector s, TVector ceiling) => TLanes.Lesser(ceiling, s);

    /// <summary>Stores an output neuron.</summary>
    /// <param name="y">Outputs.</param>
    /// <param name="neuron">Output neuron.</param>
    /// <param name="value">Its activations.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Put(ref T y, int neuron, TVector value) =>
        TLanes.Store(value, ref Unsafe.Add(ref y, (nint)neuron * TLanes.Stride));

    /// <summary>The next register of items.</summary>
    /// <param name="tile">Inputs or outputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T Next(ref T tile) => ref Unsafe.Add(ref tile, TLanes.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Term(TVector s, TVector w, ref T x, int i) =>
        TCorrelation.Accumulate<TVector, TLanes>(s, w, TLanes.Load(ref Unsafe.Add(ref x, (nint)i * TLanes.Stride)));
}
