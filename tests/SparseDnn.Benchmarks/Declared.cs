using System;
using System.Linq;
using System.Reflection;
using SparseDnn.Networks;

namespace SparseDnn.Benchmarks;

/// <summary>The model of a declared type, for the contenders that are not generated from it.</summary>
internal static class Declared
{
    public static Network Model(Type type) => SparseNetwork.BuildModel<float>(
        new LoadOptions { Name = type.Name, Inputs = type.GetCustomAttribute<SparseNetworkAttribute>()!.Inputs },
        type.GetCustomAttributes<SparseLayersAttribute>().ToArray());
}
