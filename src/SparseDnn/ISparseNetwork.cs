using System;
using System.Threading;

namespace SparseDnn;

/// <summary>Any sparse network, compiled in or loaded: what generic code needs to run it.</summary>
/// <typeparam name="T">Element type, <see langword="float"/> or <see langword="double"/>.</typeparam>
public interface ISparseNetwork<T>
    where T : unmanaged
{
    /// <summary>What the network is.</summary>
    NetworkDescription Description { get; }

    /// <inheritdoc cref="SparseNetwork{T}.Infer"/>
    void Infer(ReadOnlySpan<T> input, Span<T> output);

    /// <inheritdoc cref="SparseNetwork{T}.InferBatch(ReadOnlySpan{T}, Span{T}, int, BatchOptions, CancellationToken)"/>
    void InferBatch(
        ReadOnlySpan<T> inputs,
        Span<T> outputs,
        int batch,
        BatchOptions options = default,
        CancellationToken cancellationToken = default
    );
}

/// <summary>A type that declares a network and can be a type argument, that is every declared type that is not static.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <example><c>static void Run&lt;TNetwork&gt;() where TNetwork : IDeclaredNetwork&lt;float&gt; => TNetwork.Network.Infer(…);</c></example>
public interface IDeclaredNetwork<T>
    where T : unmanaged
{
    /// <summary>The compiled network; one object for the life of the process, safe to use from any thread.</summary>
    static abstract SparseNetwork<T> Network { get; }
}
