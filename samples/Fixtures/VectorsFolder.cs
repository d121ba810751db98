using System;
using System.Collections.Generic;

namespace SparseDnn.Samples.Fixtures;

/// <summary>Vectors to export: a folder's name and what is written there.</summary>
/// <param name="Name">Name of the folder.</param>
/// <param name="Write">Writes it.</param>
/// <param name="Row">Its row of the table: family, network, formats, items, ground.</param>
public sealed record VectorsFolder(string Name, Action<string> Write, IReadOnlyList<string> Row)
{
    /// <summary>All networks of this sample.</summary>
    public static IEnumerable<VectorsFolder> All =>
        [
            Of("e1-letters", Letters.Fixtures.Whole),
            Of("e2-sentences", Sentences.Fixtures.Whole),
            Of("e3-paths", Paths.Fixtures.Whole),
            Of("e4-uniform", Uniform.Fixtures.Whole),
            Of("e5-drawn-exact", DrawnExact.Fixtures.Whole),
            Of("e5-drawn-bounded", DrawnBounded.Fixtures.Whole),
            Of("e6-streets", Streets.Fixtures.Whole),
        ];

    private static VectorsFolder Of<T>(string name, ExactFixture<T> fixture)
        where T : unmanaged =>
        new(
            name,
            folder => fixture.Save(folder),
            [fixture.Family, fixture.Name, fixture.Formats.ToString(), $"{fixture.ItemCount}", $"{fixture.Ground}"]
        );
}
