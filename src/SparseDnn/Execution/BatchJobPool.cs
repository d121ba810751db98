using System;
using System.Collections.Generic;
using System.Threading;
using SparseDnn.Layouts;

namespace SparseDnn.Execution;

/// <summary>Jobs and workers of one network, kept for the next call.</summary>
internal sealed unsafe class BatchJobPool<T>(NetworkExecutor<T> network)
    where T : unmanaged
{
    private readonly Stack<BatchJob<T>> _jobs = new();
    private readonly Stack<BatchWorker<T>>[] _workers = Array.ConvertAll(Enum.GetValues<VectorWidth>(), _ => new Stack<BatchWorker<T>>());

    /// <summary>Computes a batch.</summary>
    /// <param name="inputs">The items, as bytes.</param>
    /// <param name="form">What the bytes are.</param>
    /// <param name="stride">Bytes from item to item.</param>
    /// <param name="outputs">Outputs, or none.</param>
    /// <param name="categories">Or one category an item.</param>
    /// <param name="batch">Number of items.</param>
    /// <param name="options">The caller's.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public void Run(
        ReadOnlySpan<byte> inputs,
        InputForm form,
        int stride,
        Span<T> outputs,
        Span<bool> categories,
        int batch,
        BatchOptions options,
        CancellationToken cancellationToken
    )
    {
        BatchJob<T>? job;
        lock (_jobs)
            _jobs.TryPop(out job);
        job ??= new BatchJob<T>(this);
        fixed (byte* from = inputs)
        fixed (T* to = outputs)
        fixed (bool* kinds = categories)
            job.Run(new BatchInputs((nint)from, form, stride), to, kinds, batch, options, cancellationToken);
    }

    public BatchWorker<T> RentWorker(VectorWidth width)
    {
        var idle = _workers[(int)width];
        lock (idle)
        {
            if (idle.TryPop(out var worker))
                return worker;
        }

        return new BatchWorker<T>(network, width);
    }

    public void ReturnWorker(BatchWorker<T> worker)
    {
        var idle = _workers[(int)worker.Width];
        lock (idle)
            idle.Push(worker);
    }

    public void ReturnJob(BatchJob<T> job)
    {
        lock (_jobs)
            _jobs.Push(job);
    }
}
