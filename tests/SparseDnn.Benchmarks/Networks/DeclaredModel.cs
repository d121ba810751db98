using System;
using System.Linq;
using System.Reflection;
using SparseDnn.Networks;

namespace SparseDnn.Benchmarks.Networks;

/// <summary>The model of a declared type, for the contenders that are not generated from it.</summary>
internal static class DeclaredModel
{
    public static Network Of(Type type, string folder = ".") =>
        SparseNetwork.BuildModel<float>(
            new LoadOptions
            {
                Name = type.Name,
                Inputs = type.GetCustomAttribute<SparseNetworkAttribute>()!.Inputs is var inputs and > 0 ? inputs : null,
                Folder = folder,
            },
            type.GetCustomAttributes<SparseLayersAttribute>().ToArray()
        );
}
