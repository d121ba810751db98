using System.Linq;
using SparseDnn.Kernels;
using SparseDnn.Planning;

namespace SparseDnn.Execution;

/// <summary>The run-time executor: the plan's tables and the same kernels, for networks that were not compiled in.</summary>
internal sealed class LoadedNetwork<T, TSummation>(NetworkPlan plan, ElementFormat format)
    : GeneratedNetwork<T, TSummation>(NetworkDescription.Of(plan, format), plan.Layers.Select(layer => new LayerTable<T>(LayerData.From(layer))).ToArray())
    where T : unmanaged
    where TSummation : struct, ISummation;
