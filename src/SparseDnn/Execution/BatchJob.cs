using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;
using SparseDnn.Lanes;
using SparseDnn.Layouts;

namespace SparseDnn.Execution;

/// <summary>One call of InferBatch: hands out tiles, counts what is finished, lets the caller wait for the helpers.</summary>
/// <remarks>
/// Queued on the thread pool as a work item of its own, so that a call allocates nothing. The caller computes too and
/// never waits for a helper that has not begun: such a helper finds the job closed. The object returns to the pool when
/// the last queued helper has seen it.
/// </remarks>
internal sealed unsafe class BatchJob<T>(BatchJobPool<T> pool) : IThreadPoolWorkItem
    where T : unmanaged
{
    private readonly object _gate = new();
    private CancellationToken _cancellation;
    private IProgress<int>? _progress;
    private ExceptionDispatchInfo? _failure;
    private VectorWidth _width;
    private int _batch;
    private int _nextItem;
    private int _finished;
    private int _reported;
    private int _reportStep;
    private int _active;
    private int _references;
    private int _threads;
    private bool _closed;
    private volatile bool _failed;

    public BatchInputs Inputs { get; private set; }

    /// <summary>Where outputs go; null where only <see cref="Categories"/> are wanted.</summary>
    public T* Outputs { get; private set; }

    /// <summary>Where it goes whether an item has an output other than Zero; null where outputs are wanted.</summary>
    public bool* Categories { get; private set; }

    /// <summary>Whether every worker finds so many items that it may take two tiles at a time.</summary>
    /// <param name="lanes">Items in a tile.</param>
    public bool HasPairs(int lanes) => _batch >= 2L * lanes * _threads;

    /// <summary>Number of items.</summary>
    public int Items => _batch;

    /// <summary>Whether workers should leave at once.</summary>
    public bool IsStopped => _failed || _cancellation.IsCancellationRequested;

    public void Run(BatchInputs inputs, T* outputs, bool* categories, int batch, BatchOptions options, CancellationToken cancellationToken)
    {
        Inputs = inputs;
        Outputs = outputs;
        Categories = categories;
        _batch = batch;
        _cancellation = cancellationToken;
        _progress = options.Progress;
        _reportStep = Math.Max(1, batch / 200);
        _width = VectorWidths.Of(options.VectorWidth);
        _nextItem = _finished = _reported = 0;
        _failure = null;
        _failed = _closed = false;
        var tiles = (batch - 1) / VectorWidths.LanesPerTile<T>(_width) + 1;
        var threads = Math.Min(tiles, options.MaxDegreeOfParallelism == 0 ? Environment.ProcessorCount : options.MaxDegreeOfParallelism);
        _active = 1;
        _references = _threads = threads;
        for (var i = 1; i < threads; i++)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        Work();
        ExceptionDispatchInfo? failure;
        lock (_gate)
        {
            _closed = true;
            _active--;
            while (_active > 0)
                Monitor.Wait(_gate);
            failure = _failure;
            _failure = null;
            _progress = null;
            Inputs = default;
            Outputs = null;
            Categories = null;
        }

        var finished = _finished;
        Release();
        failure?.Throw();
        if (finished < batch)
            cancellationToken.ThrowIfCancellationRequested();
    }

    void IThreadPoolWorkItem.Execute()
    {
        bool enter;
        lock (_gate)
        {
            enter = !_closed;
            if (enter)
                _active++;
        }

        if (enter)
        {
            Work();
            lock (_gate)
            {
                if (--_active == 0)
                    Monitor.PulseAll(_gate);
            }
        }

        Release();
    }

    /// <summary>The next tile of items.</summary>
    /// <param name="most">Most items to take.</param>
    /// <param name="first">First item.</param>
    /// <param name="count">Number of items, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryTake(int most, out int first, out int count)
    {
        first = count = 0;
        if (IsStopped)
            return false;
        // Past the end the counter may grow by one tile a thread; it cannot pass int.MaxValue by more, so wrap-around shows as a negative
        // number.
        first = Interlocked.Add(ref _nextItem, most) - most;
        if (first < 0 || first >= _batch)
            return false;
        count = Math.Min(most, _batch - first);
        return true;
    }

    /// <summary>Counts finished items and reports now and then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Finished(int count)
    {
        var finished = Interlocked.Add(ref _finished, count);
        if (_progress is null || (finished < _batch && finished - Volatile.Read(ref _reported) < _reportStep))
            return;
        lock (_progress)
        {
            finished = Volatile.Read(ref _finished);
            if (finished <= _reported)
                return;
            Volatile.Write(ref _reported, finished);
            _progress.Report(finished);
        }
    }

    private void Work()
    {
        try
        {
            var worker = pool.RentWorker(_width);
            worker.Run(this);
            pool.ReturnWorker(worker);
        }
        catch (Exception exception)
        {
            // Carried to the caller's thread; the worker is not reused.
            lock (_gate)
                _failure ??= ExceptionDispatchInfo.Capture(exception);
            _failed = true;
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
            pool.ReturnJob(this);
    }
}
