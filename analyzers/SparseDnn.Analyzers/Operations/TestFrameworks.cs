using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Analyzers.Operations;

/// <summary>Test and benchmark frameworks, known by the namespaces of their attributes.</summary>
internal static class TestFrameworks
{
    private static readonly string[] Assemblies =
    [
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "MSTest.TestFramework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
    ];
    private static readonly string[] Namespaces = ["Xunit", "NUnit", "TestTools", "BenchmarkDotNet"];

    /// <summary>Whether a project can hold tests.</summary>
    public static bool IsReferenced(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(name => Assemblies.Contains(name.Name, StringComparer.Ordinal));

    /// <summary>Whether a method is a test or a benchmark.</summary>
    public static bool IsTest(ISymbol? method)
    {
        for (; method is IMethodSymbol; method = method.ContainingSymbol)
            if (method.GetAttributes().Any(attribute => attribute.AttributeClass is { } known && IsOfFramework(known)))
                return true;
        return false;
    }

    private static bool IsOfFramework(INamedTypeSymbol attribute)
    {
        for (var space = attribute.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (Namespaces.Contains(space.Name, StringComparer.Ordinal))
                return true;
        return attribute.BaseType is { } parent && IsOfFramework(parent);
    }
}
