using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SparseDnn.House.Tests.Names;
using SparseDnn.House.Tests.Sources;
using Xunit;

namespace SparseDnn.House.Tests;

/// <summary>The glossary names what users meet, and nothing that is gone.</summary>
public sealed class GlossaryTests
{
    private static readonly IReadOnlyList<string[]> Rows = MarkdownTable.Rows(
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "glossary.md")),
        "term",
        "meaning",
        "in code"
    );

    private static readonly IReadOnlySet<string> Named = Rows.SelectMany(row => MarkdownTable.Code(row[2])).ToHashSet();

    [Fact]
    public void EveryTypeOfTheRuntimeThatEditorsShowIsNamed() =>
        Assert.Empty(PublicType.OfProject("SparseDnn").Where(type => !type.IsHidden).Select(type => type.Name).Except(Named));

    [Fact]
    public void EveryNameIsThatOfAPublicType()
    {
        var types = PublicType.OfProject("SparseDnn").Concat(PublicType.OfProject("SparseDnn.Core")).Select(type => type.Name);
        Assert.Empty(Named.Except(types));
    }

    [Fact]
    public void EveryTermHasOneRowAndItsType()
    {
        Assert.Equal(Rows.Count, Rows.Select(row => row[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(Rows, row => row.Length != 3 || row[1].Length == 0 || !MarkdownTable.Code(row[2]).Any());
    }
}
