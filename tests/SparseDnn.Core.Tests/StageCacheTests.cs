using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using SparseDnn.Primitives;
using Xunit;

namespace SparseDnn.Core.Tests;

/// <summary>One computation for all that ask, and nothing that outlives its owners.</summary>
public class StageCacheTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public void ManyThreads_ComputeOnce()
    {
        var computed = 0;
        var cache = new StageCache<string, int>(onCompute: () => Interlocked.Increment(ref computed));
        var owner = new object();
        var values = new int[8];
        Parallel.For(0, values.Length, i => values[i] = cache.Get(owner, "question", () => Slow(i), None));
        Assert.Equal(1, computed);
        Assert.Single(values.Distinct());
    }

    [Fact]
    public void Owners_AndQuestions_AreToldApart()
    {
        var cache = new StageCache<string, string>();
        var (one, other) = (new object(), new object());
        Assert.Equal("one a", cache.Get(one, "a", () => "one a", None));
        Assert.Equal("one b", cache.Get(one, "b", () => "one b", None));
        Assert.Equal("other a", cache.Get(other, "a", () => "other a", None));
        Assert.Equal("one a", cache.Get(one, "a", () => "again", None));
    }

    [Fact]
    public void AValueThatIsNull_IsKnown()
    {
        var computed = 0;
        var cache = new StageCache<string, object?>(onCompute: () => computed++);
        var owner = new object();
        Assert.Null(cache.Get(owner, "question", () => null, None));
        Assert.Null(cache.Get(owner, "question", () => null, None));
        Assert.Equal(1, computed);
    }

    [Fact]
    public async Task TheNextAsker_Computes_WhereTheFirstIsCancelled()
    {
        var cache = new StageCache<string, int>();
        var owner = new object();
        using var isComputing = new ManualResetEventSlim();
        using var first = new CancellationTokenSource();
        int Compute()
        {
            isComputing.Set();
            first.Token.WaitHandle.WaitOne();
            first.Token.ThrowIfCancellationRequested();
            return 1;
        }

        var cancelled = Task.Run(() => cache.Get(owner, "question", Compute, first.Token), None);
        isComputing.Wait(TestContext.Current.CancellationToken);
        var waiting = Task.Run(() => cache.Get(owner, "question", () => 2, None), None);
        first.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(2, await waiting);
        Assert.Equal(2, cache.Get(owner, "question", () => 3, None));
    }

    [Fact]
    public async Task AWaitingAsker_CanBeCancelled_WithoutHarmToTheFirst()
    {
        var cache = new StageCache<string, int>();
        var owner = new object();
        using var isComputing = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        int Compute()
        {
            isComputing.Set();
            mayEnd.Wait(None);
            return 1;
        }

        var first = Task.Run(() => cache.Get(owner, "question", Compute, None), None);
        isComputing.Wait(TestContext.Current.CancellationToken);
        using var source = new CancellationTokenSource();
        var waiting = Task.Run(() => cache.Get(owner, "question", () => 2, source.Token), None);
        source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        mayEnd.Set();
        Assert.Equal(1, await first);
    }

    [Fact]
    public void AFailure_IsNotKept()
    {
        var cache = new StageCache<string, int>();
        var owner = new object();
        Assert.Throws<InvalidOperationException>(() => cache.Get(owner, "question", () => throw new InvalidOperationException(), None));
        Assert.Equal(1, cache.Get(owner, "question", () => 1, None));
    }

    [Fact]
    public void TheOldestQuestion_GoesFirst()
    {
        var cache = new StageCache<int, int>(capacity: 2);
        var owner = new object();
        foreach (var key in new[] { 1, 2, 1, 3 })
            Assert.Equal(key, cache.Get(owner, key, () => key, None));
        Assert.Equal(2, cache.Get(owner, 2, () => -1, None));
        Assert.Equal(3, cache.Get(owner, 3, () => -1, None));
        Assert.Equal(-1, cache.Get(owner, 1, () => -1, None));
    }

    [Fact]
    public void AValue_ThatHoldsNoMore_IsComputedAgain()
    {
        var computed = 0;
        var cache = new StageCache<string, int>(onCompute: () => computed++);
        var owner = new object();
        Assert.Equal(1, cache.Get(owner, "question", () => 1, None, _ => false));
        Assert.Equal(1, cache.Get(owner, "question", () => 2, None, value => value == 1));
        Assert.Equal(3, cache.Get(owner, "question", () => 3, None, value => value != 1));
        Assert.Equal(3, cache.Get(owner, "question", () => 4, None));
        Assert.Equal(2, computed);
    }

    // A project may have any number of networks: one that had to make room would be built with every keystroke.
    [Fact]
    public void SharedValues_OfLivingHolders_AreAllKept()
    {
        var computed = 0;
        var cache = new StageCache<int, object>(onCompute: () => computed++);
        var project = new object();
        const int Many = 1000;
        for (var round = 0; round < 3; round++)
        for (var i = 0; i < Many; i++)
            cache.GetShared(new StageHolder(project, $"Net{i}"), i, () => new object(), None);
        Assert.Equal(Many, computed);
        GC.KeepAlive(project);
    }

    [Fact]
    public void SharedQuestions_WithoutValues_GoInTheEnd()
    {
        var cache = new StageCache<object, object>();
        var question = Forgotten(cache);
        GC.Collect();
        for (var i = 0; i < 1000; i++)
            cache.GetShared(null, new object(), () => new object(), None);
        Assert.True(IsCollected(question));
        GC.KeepAlive(cache);
    }

    [Fact]
    public void AValue_GoesWithItsOwner()
    {
        var cache = new StageCache<string, object>();
        var value = Abandoned(cache);
        Assert.True(IsCollected(value));
        GC.KeepAlive(cache);
    }

    [Fact]
    public void ASharedValue_IsFoundByEqualQuestions_WhileItsHolderLives()
    {
        var cache = new StageCache<string, object>();
        var project = new object();
        var value = Shared(cache, project, "question");
        Assert.False(IsCollected(value));
        Assert.True(IsSame(cache, value, new string("question")));
        // A later value of the same role takes its place.
        var next = Shared(cache, project, "another");
        Assert.True(IsCollected(value));
        Assert.False(IsCollected(next));
        GC.KeepAlive(project);
    }

    [Fact]
    public void ASharedValue_LivesWithItsOwnLife()
    {
        var cache = new StageCache<string, object>(life: value => ((object[])value)[0]);
        var (life, value) = WithLife(cache);
        Assert.False(IsCollected(value));
        Assert.True(IsSame(cache, value, "question"));
        GC.KeepAlive(life);
    }

    private static int Slow(int value)
    {
        Thread.Sleep(50);
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Forgotten(StageCache<object, object> cache)
    {
        var question = new object();
        cache.GetShared(null, question, () => new object(), None);
        return new(question);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Abandoned(StageCache<string, object> cache) =>
        new(cache.Get(new object(), "question", () => new object(), None));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Shared(StageCache<string, object> cache, object project, string key) =>
        new(cache.GetShared(new StageHolder(project, "Net"), key, () => new object(), None));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsSame(StageCache<string, object> cache, WeakReference value, string key) =>
        ReferenceEquals(value.Target, cache.GetShared(null, key, () => new object(), None));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (object Life, WeakReference Value) WithLife(StageCache<string, object> cache)
    {
        var life = new object();
        return (life, new(cache.GetShared(null, "question", () => new[] { life }, None)));
    }

    private static bool IsCollected(WeakReference value)
    {
        for (var i = 0; i < 5 && value.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !value.IsAlive;
    }
}
