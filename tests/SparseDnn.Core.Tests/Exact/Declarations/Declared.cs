using System.Collections.Generic;
using System.Linq;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Compiler.Fixtures.Families;
using SparseDnn.Core.Tests.Inputs;
using SparseDnn.Inputs;
using SparseDnn.Problems;

namespace SparseDnn.Core.Tests.Exact.Declarations;

/// <summary>A declaration of every family, and text files for them.</summary>
internal static class Declared
{
    public const string Letters = "A:\n.#.\n###\n#.#\n\nC:\n###\n#..\n###\n\nT:\n###\n.#.\n.#.\n";

    public const string Words = "; words of letters\nCAT: C A T\nACT: A C T\nTA: T A .\n";

    public const string Sentences = "cat_acts: CAT ACT\nact_ta: ACT TA\n";

    public static FixtureDeclaration Fixtures { get; } = new(new FixturesPlace());

    public static IReadOnlyList<FamilyDeclaration> All { get; } =
    [
        new RecognitionDeclaration("Glyphs", null, Fixtures, "letters.txt", 0.5, null),
        new RecognitionDeclaration("Kinds", ElementFormat.Binary64, Fixtures, "letters.txt", 1, new(["vowel: A", "other: C T", "none:"])),
        new CompositionDeclaration("Text", null, Fixtures, new(["letters.txt", "words.txt", "sentences.txt"]), 0.5, false),
        new CompositionDeclaration("Product", null, Fixtures, new(["letters.txt", "words.txt"]), 0.5, true),
        new PathCountingDeclaration("Paths", null, Fixtures, new([2, 3]), null, new([1, 2, 1]), 0.5, 2, 7),
        new UniformDeclaration("Uniform", null, Fixtures, 16, 4, 3, 0.5, -0.25, BiasMode.NonzeroSums, 8, null, 1),
        new UniformDeclaration("Bounded", null, Fixtures, 16, 4, 9, 0.3, -0.3, BiasMode.Dense, null, new([2, 3.1]), 1),
        new PotentialsDeclaration("Shortest", null, Fixtures, new([6, 8, 4]), 3, 1, "min-plus", 64, -2),
        new PotentialsDeclaration("Longest", ElementFormat.Binary64, Fixtures, new([6, 8, 4]), 3, 1, "max-plus", 64, -2),
        new ReachabilityDeclaration("Reach", null, Fixtures, new([6, 8, 4]), 3, 1),
        new ReachabilityDeclaration("ReachWords", ElementFormat.Word64, Fixtures, new([6, 8, 4]), 3, 1),
        new BottleneckDeclaration("Widest", null, Fixtures, new([6, 8, 4]), 3, 1, 64, -2),
        new BottleneckDeclaration("WidestIntegers", ElementFormat.Int32, Fixtures, new([6, 8, 4]), 3, 1, 64, 0),
    ];

    public static IInputFiles Files { get; } =
        new NamedTexts(
            ("data/letters.txt", Letters),
            ("data/words.txt", Words),
            ("data/sentences.txt", Sentences),
            ("a/two.txt", Letters),
            ("b/two.txt", Letters),
            ("binary.txt", null)
        );

    public static FamilyDeclaration Of(string name) => All.Single(declaration => declaration.Name == name);
}
