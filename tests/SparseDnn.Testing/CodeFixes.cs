using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CodeFixes;
using SparseDnn.CodeFixes;

namespace SparseDnn.Testing;

/// <summary>Our code fixes, all that there are.</summary>
public static class CodeFixes
{
    /// <summary>One of each provider, by name.</summary>
    public static ImmutableArray<CodeFixProvider> All { get; } =
    [
        .. typeof(AddPartialCodeFixProvider)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
            .OrderBy(provider => provider.GetType().Name, StringComparer.Ordinal),
    ];
}
