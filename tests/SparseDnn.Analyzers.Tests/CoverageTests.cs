using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>No row of the table is without a test that finds it and one that it stays silent in.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void EveryKind_HasAFaultAndANearMiss()
    {
        var all = ProblemKinds.All.Select(kind => kind.Id);
        Assert.Equal(all, Ids("Fault"));
        Assert.Equal(all, Ids("NearMiss"));
    }

    // The first argument of a theory is the id it is about.
    private static IEnumerable<string> Ids(string prefix) =>
        typeof(CoverageTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.Name.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false))
            .Cast<InlineDataAttribute>()
            .Select(data => (string)data.Data[0]!)
            .Distinct()
            .Order(StringComparer.Ordinal);
}
