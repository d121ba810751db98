using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Testing;

/// <summary>Turns compilations into loaded assemblies.</summary>
public static class Programs
{
    /// <summary>Emits and loads; our run-time libraries are the test's own, so objects can be passed across.</summary>
    /// <param name="compilation">A compilation without errors.</param>
    public static Assembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException(
                "The program does not compile:\n"
                    + string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(20))
            );
        image.Position = 0;
        return new AssemblyLoadContext("UserProject").LoadFromStream(image);
    }

    /// <summary>The network of a declared type.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="assembly">The loaded program.</param>
    /// <param name="typeName">Metadata name of the type.</param>
    public static SparseNetwork<T> Network<T>(Assembly assembly, string typeName)
        where T : unmanaged
    {
        var type = assembly.GetType(typeName, throwOnError: true)!;
        // What is nested in a generic type exists once for every type argument; any will do.
        if (type.ContainsGenericParameters)
            type = type.MakeGenericType(type.GetGenericArguments().Select(_ => typeof(int)).ToArray());
        return (SparseNetwork<T>)type.GetProperty("Network", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }
}
