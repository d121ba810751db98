using System;
using System.Collections.Generic;
using System.Threading;

namespace SparseDnn.Execution;

/// <summary>Jobs and workers of one network, kept for the next call.</summary>
internal sealed unsafe class BatchJobPool<T>(SparseNetwork<T> network)
    where T : unmanaged
{
    private readonly Stack<BatchJob<T>> _jobs = new();
    private readonly Stack<BatchWorker<T>>[] _workers = Array.ConvertAll(Enum.GetValues<VectorWidth>(), _ => new Stack<BatchWorker<T>>());

    public void Run(ReadOnlySpan<T> inputs, Span<T> outputs, int batch, BatchOptions options, CancellationToken cancellationToken)
    {
        BatchJob<T>? job;
        lock (_jobs) _jobs.TryPop(out job);
        job ??= new BatchJob<T>(this);
        fixed (T* from = inputs, to = outputs) job.Run(from, to, batch, options, cancellationToken);
    }

    public BatchWorker<T> RentWorker(VectorWidth width)
    {
        var idle = _workers[(int)width];
        lock (idle)
        {
            if (idle.TryPop(out var worker)) return worker;
        }

        return new BatchWorker<T>(network, width);
    }

    public void ReturnWorker(BatchWorker<T> worker)
    {
        var idle = _workers[(int)worker.Width];
        lock (idle) idle.Push(worker);
    }

    public void ReturnJob(BatchJob<T> job)
    {
        lock (_jobs) _jobs.Push(job);
    }
}
