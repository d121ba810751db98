using System.Linq;
using SparseDnn.Contract;
using SparseDnn.Kernels;
using SparseDnn.Planning;

namespace SparseDnn.Execution;

/// <summary>The run-time executor: the plan's tables and the same kernels, for networks that were not compiled in.</summary>
internal sealed class LoadedNetwork<T>(NetworkPlan plan, LayerKernel<T>[] kernels)
    : GeneratedNetwork<T>(
        NetworkDescription.Of(plan),
        RowLayout.Of(plan),
        plan.Layers.Select(layer => layer.Passes ? null : new LayerTable<T>(layer.Data)).ToArray(),
        OrderText.Write(plan),
        kernels
    )
    where T : unmanaged;
