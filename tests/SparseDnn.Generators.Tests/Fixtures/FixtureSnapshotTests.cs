using System.Linq;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests.Fixtures;

/// <summary>Generated files of fixtures to read and to review; what they check is tested elsewhere.</summary>
public sealed class FixtureSnapshotTests
{
    private const int MaxLineLength = 240;

    private const string Source = """
        using SparseDnn;

        [PathCountingNetwork(Radices = new[] { 2, 2 }, Blocks = 2, Weight = 0.5, Accumulator = "binary64")]
        public static partial class Paths;

        public partial class Outer
        {
            [SparseNetwork(Inputs = 3)]
            [Layer(Outputs = 2, Edges = "0 0 0.1; 1 0 -2; 2 1 0.25", Biases = new[] { 0.3, 0 })]
            [Layer(Outputs = 1, Edges = "0 0 0.7; 1 0 0.3")]
            internal partial struct Tiny;

            [ExactFixtures(typeof(Tiny), Items = 4, Activations = "binary16")]
            internal partial struct Fixed;
        }

        [ExactFixtures(typeof(string))]
        public static partial class Faulty;
        """;

    [Fact]
    public void GeneratedFiles_AreAsAccepted()
    {
        var files = GeneratorRun.Start(new TestProject(Source)).Files;
        var texts = new[]
        {
            "Paths.Fixtures",
            "Paths.FixtureData",
            "Paths.Surface",
            "Fixed.Fixtures",
            "Fixed.FixtureData",
            "Faulty.Fixtures",
        }.ToDictionary(
            name => name,
            name =>
                string.Join(
                    '\n',
                    GeneratedVersion
                        .Without(
                            files
                                .Single(file =>
                                    file.Key.Contains(name.Split('.')[0] + ".", System.StringComparison.Ordinal)
                                    && file.Key.Contains("." + name.Split('.')[1] + ".", System.StringComparison.Ordinal)
                                )
                                .Value
                        )
                        .Split('\n')
                        .Select(line => line.Length <= MaxLineLength ? line : line[..MaxLineLength] + " …")
                )
        );
        Assert.Empty(Snapshot.Compare("Snapshots", texts));
    }
}
