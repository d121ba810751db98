using System;
using System.Linq;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Compiler.Fixtures.Families;
using SparseDnn.Inputs;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Exact.Declarations;

/// <summary>What does not fit is a problem with its place, never an exception.</summary>
public sealed class FamilyFaultTests
{
    private static readonly FixtureDeclaration Fixtures = Declared.Fixtures;

    public static TheoryData<string, string, string, string> Faults
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            void Add(FamilyDeclaration declaration, string id, string argument, string message)
            {
                var problem = Assert.Single(FamilyBuilder.Build(declaration, Declared.Files).Problems);
                data.Add(
                    declaration.Label + argument + id,
                    string.Join(
                        ' ',
                        problem.Kind.Id,
                        problem.Place is DeclarationPlace place ? place.Argument ?? "-" : problem.Place.ToString()
                    ),
                    id + " " + argument,
                    problem.Message.Contains(message, StringComparison.Ordinal) ? "" : problem.Message + " lacks " + message
                );
            }

            Add(new RecognitionDeclaration("N", null, Fixtures, "none.txt", 0.5, null), "SDNN0025", "patterns", "'none.txt'");
            Add(new RecognitionDeclaration("N", null, Fixtures, "two.txt", 0.5, null), "SDNN0018", "patterns", "a/two.txt");
            Add(new RecognitionDeclaration("N", null, Fixtures, "letters.txt", 0.3, null), "SDNN0023", "patterns", "no exact binary form");
            Add(new RecognitionDeclaration("N", null, Fixtures, "letters.txt", double.NaN, null), "SDNN0011", "Threshold", "NaN");
            Add(new RecognitionDeclaration("N", null, Fixtures, "letters.txt", 0.5, new(["v: A B"])), "SDNN0023", "Categories", "'B'");
            Add(
                new RecognitionDeclaration("N", null, Fixtures, "letters.txt", 0.5, new(["v: A", "v: C"])),
                "SDNN0023",
                "Categories",
                "given twice"
            );
            Add(new RecognitionDeclaration("N", null, Fixtures, "letters.txt", 0.5, new(["v: A A"])), "SDNN0023", "Categories", "twice");
            Add(new RecognitionDeclaration("N", null, Fixtures, "letters.txt", 0.5, new(["A"])), "SDNN0023", "Categories", "no name");
            Add(
                new RecognitionDeclaration("N", null, Fixtures, "letters.txt", 0.5, new(Array.Empty<string>())),
                "SDNN0023",
                "Categories",
                "empty"
            );
            Add(new RecognitionDeclaration("N", ElementFormat.Int32, Fixtures, "letters.txt", 0.5, null), "SDNN1010", "Format", "max-plus");
            Add(new CompositionDeclaration("N", null, Fixtures, new(["letters.txt"]), 0.5, false), "SDNN0023", "-", "no compositions");
            Add(
                new CompositionDeclaration("N", null, Fixtures, new(["letters.txt", "none.txt"]), 0.5, false),
                "SDNN0025",
                "level1",
                "'none.txt'"
            );
            Add(new PathCountingDeclaration("N", null, Fixtures, new([2, 1]), null, null, 1, 1, null), "SDNN0023", "Radices", "1");
            Add(new PathCountingDeclaration("N", null, Fixtures, new([2, 2]), null, null, -1, 1, null), "SDNN0023", "Weight", "-1");
            Add(new PathCountingDeclaration("N", null, Fixtures, new([2, 2]), null, null, 1e39, 1, null), "SDNN0014", "Weight", "1E+39");
            Add(new PathCountingDeclaration("N", null, Fixtures, new([2, 2]), null, null, 1, 0, null), "SDNN0012", "Repeat", "0");
            Add(new PathCountingDeclaration("N", null, Fixtures, new([2, 2]), null, null, 1, 4000, null), "SDNN0012", "Repeat", "8000");
            Add(
                new PathCountingDeclaration("N", null, Fixtures, new([2, 2]), 2, new([1, 1, 1]), 1, 1, null),
                "SDNN0015",
                "Blocks",
                "BlockCounts"
            );
            Add(
                new PathCountingDeclaration("N", null, Fixtures, new([1024, 1024]), null, null, 1, 1, null),
                "SDNN0012",
                "-",
                "number of edges"
            );
            Add(new UniformDeclaration("N", null, Fixtures, 0, 1, 1, 1, 0, BiasMode.Dense, null, null, 1), "SDNN0012", "Neurons", "0");
            Add(
                new UniformDeclaration("N", null, Fixtures, 4, 5, 1, 1, 0, BiasMode.Dense, null, null, 1),
                "SDNN0012",
                "InDegree",
                "1 to 4"
            );
            Add(
                new UniformDeclaration("N", null, Fixtures, 4, 2, int.MaxValue, 1, 0, BiasMode.Dense, null, null, 1),
                "SDNN0012",
                "Layers",
                "4096"
            );
            Add(new UniformDeclaration("N", null, Fixtures, 4, 2, 1, 1, 0, BiasMode.Dense, -1, null, 1), "SDNN0011", "Ceiling", "above 0");
            Add(
                new UniformDeclaration("N", null, Fixtures, 4, 2, 1, 1, double.NegativeInfinity, BiasMode.Dense, null, null, 1),
                "SDNN0011",
                "Bias",
                "finite"
            );
            Add(
                new UniformDeclaration("N", null, Fixtures, 4, 2, 1, 1, 0, BiasMode.Dense, null, new(Array.Empty<double>()), 1),
                "SDNN0023",
                "Inputs",
                "empty"
            );
            Add(
                new UniformDeclaration("N", null, Fixtures with { Activations = "e4m4" }, 4, 2, 1, 1, 0, BiasMode.Dense, null, null, 1),
                "SDNN0019",
                "Activations",
                "'e4m4'"
            );
            Add(new PotentialsDeclaration("N", null, Fixtures, new([4]), 2, 1, "min-plus", 64, -2), "SDNN0023", "-", "1 sizes");
            Add(new PotentialsDeclaration("N", null, Fixtures, new([4, 4]), 2, 1, "max-min", 64, -2), "SDNN0023", "-", "'max-min'");
            Add(new PotentialsDeclaration("N", null, Fixtures, new([4, 4]), 2, 1, "min-plus", 0, -2), "SDNN0012", "Range", "0");
            Add(
                new PotentialsDeclaration("N", null, Fixtures, new([4, 4]), 2, 1, "min-plus", 4, int.MinValue),
                "SDNN0012",
                "Granularity",
                "-1000"
            );
            Add(new ReachabilityDeclaration("N", null, Fixtures, new([4, 1]), 2, 1), "SDNN0023", "-", "1 node");
            Add(new ReachabilityDeclaration("N", ElementFormat.Binary32, Fixtures, new([4, 4]), 2, 1), "SDNN1010", "Format", "or-and");
            Add(
                new BottleneckDeclaration("N", ElementFormat.Int32, Fixtures, new([4, 4]), 2, 1, 64, -2),
                "SDNN0023",
                "Format",
                "Granularity"
            );
            Add(new BottleneckDeclaration("N", null, Fixtures, new([1 << 20, 1 << 20]), 1, 1, 64, -2), "SDNN0012", "-", "number of edges");
            Add(
                new UniformDeclaration("N", null, Fixtures with { Certify = true }, 16, 4, 9, 0.3, -0.3, BiasMode.Dense, null, null, 1),
                "SDNN0024",
                "Certify",
                "at any scale"
            );
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Fault_HasItsKindAndPlace(string what, string actual, string expected, string lacking)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, actual);
        Assert.Empty(lacking);
    }

    [Fact]
    public void FaultInAFile_IsPlacedThere()
    {
        FilePlace Place(string level0, string level1)
        {
            var files = InputFiles.Of(name => InputFile.OfText(name, name == "0" ? level0 : level1));
            return Assert.IsType<FilePlace>(
                Assert
                    .Single(
                        FamilyBuilder.Build(new CompositionDeclaration("N", null, Fixtures, new(["0", "1"]), 0.5, false), files).Problems
                    )
                    .Place
            );
        }

        Assert.Equal(new FilePlace("0", 3, 2, 1), Place("A:\n##\n#x\n", ""));
        Assert.Equal(
            new FilePlace("1", 2, 8, 1),
            Place(Declared.Letters, "CAT: C A T\nDOG: D O G\n".Replace("D O G", "C O T", StringComparison.Ordinal))
        );
        var unreadable = FamilyBuilder.Build(new RecognitionDeclaration("N", null, Fixtures, "binary.txt", 0.5, null), Declared.Files);
        Assert.Contains("cannot be read as text", Assert.Single(unreadable.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ContainedPattern_NamesBoth()
    {
        var build = FamilyBuilder.Build(
            new RecognitionDeclaration("N", null, Fixtures, "x", 0.5, null),
            InputFiles.Of(_ => InputFile.OfText("x", "I:\n.#.\n.#.\n\nT:\n###\n.#.\n"))
        );
        var problem = Assert.Single(build.Problems);
        Assert.Equal("SDNN0023", problem.Kind.Id);
        Assert.Contains("Pattern 'I' is contained in pattern 'T'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HostileNumbers_AreSurvived()
    {
        int[] integers = [int.MinValue, -1, 0, 1, 2, 3, 64, 5000, 1 << 24, int.MaxValue];
        double[] numbers = [double.NaN, double.PositiveInfinity, -1e300, 0, -0.0, 1e-320, 0.1, 1, 1e39, double.MaxValue];
        string?[] formats = [null, "binary16", "int8:4", "int32:1000", "word64", "bool", "x"];
        var random = new Random(1);
        T Pick<T>(T[] values) => values[random.Next(values.Length)];
        for (var i = 0; i < 400; i++)
        {
            var fixtures = new FixtureDeclaration(new FixturesPlace())
            {
                Weights = Pick(formats),
                Activations = Pick(formats),
                Accumulator = Pick(formats),
                Certify = random.Next(3) == 0,
                Seed = Pick(integers),
            };
            var format = random.Next(3) == 0 ? (ElementFormat?)random.Next(6) : null;
            var small = new EquatableArray<int>([
                .. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(5) == 0 ? Pick(integers) : random.Next(1, 6)),
            ]);
            FamilyDeclaration declaration = random.Next(5) switch
            {
                0 => new RecognitionDeclaration("N", format, fixtures, "letters.txt", Pick(numbers), null),
                1 => new PathCountingDeclaration("N", format, fixtures, small, Pick(integers), null, Pick(numbers), random.Next(4), null),
                2 => new UniformDeclaration(
                    "N",
                    format,
                    fixtures,
                    Pick(integers),
                    Pick(integers),
                    Pick(integers),
                    Pick(numbers),
                    Pick(numbers),
                    (BiasMode)random.Next(2),
                    Pick(numbers),
                    null,
                    1
                ),
                3 => new PotentialsDeclaration("N", format, fixtures, small, Pick(integers), 1, "min-plus", Pick(integers), Pick(integers)),
                _ => new BottleneckDeclaration("N", format, fixtures, small, Pick(integers), 1, Pick(integers), Pick(integers)),
            };
            var build = FamilyBuilder.Build(declaration, Declared.Files);
            Assert.Equal(build.Problems.Count == 0, build.Network is not null);
            var vectors = FixtureBuilder.OfFamily(declaration, build);
            Assert.Equal(
                build.Problems.Count + vectors.Problems.Count(problem => problem.Kind.Severity == ProblemSeverity.Error) == 0,
                vectors.Sets.Count > 0
            );
        }
    }
}
