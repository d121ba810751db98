using System;
using System.Runtime.CompilerServices;
using SparseDnn.Layouts;

namespace SparseDnn.Kernels.Screening;

/// <summary>One thread's items behind the screen: those that are told to die, and those that wait to be computed.</summary>
internal sealed unsafe class ScreenedItems(ItemScreen screen)
{
    // So many are screened before it is judged, by the share of items that died.
    private const int TrialItems = 2 * ItemScreen.Items;
    private const int LeastShare = 8;

    private readonly ScreenWork _work = new(screen);
    private readonly int[] _dead = new int[ItemScreen.Items];
    private readonly int[] _waiting = new int[2 * ItemScreen.Items];
    private AlignedBuffer<byte>? _packed;
    private int _deadCount;
    private int _waitingCount;
    private long _seen;
    private long _told;

    /// <summary>Items of the last call of <see cref="Take"/> that die.</summary>
    public ReadOnlySpan<int> Dead => _dead.AsSpan(0, _deadCount);

    /// <summary>Whether enough items die for the others to be screened too.</summary>
    public bool IsWorthwhile
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _seen < TrialItems || _told >= _seen / LeastShare;
    }

    /// <summary>Forgets all items.</summary>
    public void Begin() => _seen = _told = _deadCount = _waitingCount = 0;

    /// <summary>Screens items.</summary>
    /// <param name="inputs">The job's.</param>
    /// <param name="first">First item.</param>
    /// <param name="count">How many, at most <see cref="ItemScreen.Items"/>; fewer than that many wait.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(in BatchInputs inputs, int first, int count)
    {
        Span<uint> mayLive = stackalloc uint[ItemScreen.Items / BitCounter.Lanes];
        if (inputs.Form == InputForm.Bits)
            screen.Run(inputs, first, count, _work, mayLive);
        else
            Pack(inputs, first, count, mayLive);
        _deadCount = 0;
        for (var i = 0; i < count; i++)
        {
            if ((mayLive[i & 7] >> (i >> 3) & 1) != 0)
                _waiting[_waitingCount++] = first + i;
            else
                _dead[_deadCount++] = first + i;
        }

        _seen += count;
        _told += _deadCount;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(in BatchInputs inputs, int first, int count, Span<uint> mayLive)
    {
        var stride = screen.BitRows / 8;
        _packed ??= new AlignedBuffer<byte>((long)ItemScreen.Items * stride);
        Span<uint> unfit = stackalloc uint[ItemScreen.Items / BitCounter.Lanes];
        unfit.Clear();
        for (var i = 0; i < count; i++)
            if (!ItemPacking.TryPack(inputs, first + i, screen.Inputs, (uint*)(_packed.Start + (i * stride))))
                unfit[i & 7] |= 1u << (i >> 3);
        screen.Run(new BatchInputs((nint)_packed.Start, InputForm.Bits, stride), 0, count, _work, mayLive);
        for (var i = 0; i < unfit.Length; i++)
            mayLive[i] |= unfit[i];
    }

    /// <summary>Hands out items that wait, if there are enough.</summary>
    /// <param name="count">How many.</param>
    /// <param name="items">Receives them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryTake(int count, Span<int> items)
    {
        if (_waitingCount < count)
            return false;
        _waitingCount -= count;
        _waiting.AsSpan(_waitingCount, count).CopyTo(items);
        return true;
    }

    /// <summary>Hands out those that are left; how many.</summary>
    public int TakeRest(Span<int> items)
    {
        var count = _waitingCount;
        _waiting.AsSpan(0, count).CopyTo(items);
        _waitingCount = 0;
        return count;
    }
}
