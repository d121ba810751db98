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
            Of("recognition", Letters.Fixtures.AllItems),
            Of("composition", Sentences.Fixtures.AllItems),
            Of("path-counting", Paths.Fixtures.AllItems),
            Of("uniform-recurrence", Uniform.Fixtures.AllItems),
            Of("any-network-exact", DrawnExact.Fixtures.AllItems),
            Of("any-network-bounded", DrawnBounded.Fixtures.AllItems),
            Of("potentials", Streets.Fixtures.AllItems),
        ];

    private static VectorsFolder Of<T>(string name, ExactFixture<T> fixture)
        where T : unmanaged =>
        new(
            name,
            folder => fixture.Save(folder),
            [fixture.Family, fixture.Name, fixture.Formats.ToString(), $"{fixture.ItemCount}", $"{fixture.Ground}"]
        );
}
