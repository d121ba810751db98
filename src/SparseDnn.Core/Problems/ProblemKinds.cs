using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Problems;

/// <summary>Every kind of problem the stages can find, in one table. Descriptors, documentation and release notes are tested against it.</summary>
public static class ProblemKinds
{
    /// <summary>The declared type is not partial.</summary>
    public static readonly ProblemKind NotPartial = Error("SDNN0001", "Network type is not partial",
        "'{0}' declares a sparse network but is not partial, so no code can be added to it; add the modifier 'partial'");

    /// <summary>A type around the declared type is not partial.</summary>
    public static readonly ProblemKind ContainingTypeNotPartial = Error("SDNN0002", "Containing type of a network is not partial",
        "'{0}' contains the sparse network '{1}' but is not partial, so no code can be added to it; add the modifier 'partial' to '{0}'");

    /// <summary>The declared type cannot carry a network.</summary>
    public static readonly ProblemKind UnsupportedType = Error("SDNN0003", "Type cannot hold a network",
        "'{0}' cannot hold a sparse network because it is {1}; declare it as a 'static partial class' without type parameters");

    /// <summary>No layer attribute.</summary>
    public static readonly ProblemKind NoLayers = Error("SDNN0004", "Network without layers",
        "'{0}' has no layers; add at least one of [Layer], [WeightFiles], [RadixNet], [BandedLayer], [RandomLayer]");

    /// <summary>A layer's inputs are not the previous layer's outputs.</summary>
    public static readonly ProblemKind LayersDoNotChain = Error("SDNN0005", "Layers do not chain",
        "{0} has {1} inputs but {2} gives {3}; make the two sizes equal");

    /// <summary>A weights file was not handed to the compiler.</summary>
    public static readonly ProblemKind WeightFileMissing = Error("SDNN0006", "Weights file missing or not listed",
        "No weights file matches '{0}'; check that it exists and add <SparseWeights Include=\"{1}\" /> to the project file");

    /// <summary>A weights file cannot be read.</summary>
    public static readonly ProblemKind MalformedWeights = Error("SDNN0007", "Malformed weights file",
        "{0}");

    /// <summary>Two entries of one matrix have the same row and column.</summary>
    public static readonly ProblemKind DuplicateEntry = Error("SDNN0008", "Duplicate entry",
        "Entry ({0}, {1}) appears a second time; its first appearance is {2}. Remove one of them or add their values");

    /// <summary>Inline edges cannot be read.</summary>
    public static readonly ProblemKind MalformedEdges = Error("SDNN0009", "Malformed inline edges",
        "{0}");

    /// <summary>A topology's parameters contradict each other.</summary>
    public static readonly ProblemKind TopologyDoesNotFit = Error("SDNN0010", "Topology parameters do not fit",
        "{0}");

    /// <summary>A weight, bias or ceiling that is not a usable number.</summary>
    public static readonly ProblemKind InvalidNumber = Error("SDNN0011", "Number not usable",
        "{0} is {1}; {2}");

    /// <summary>A size that is negative, zero or too large.</summary>
    public static readonly ProblemKind InvalidSize = Error("SDNN0012", "Size out of range",
        "{0} is {1}; {2}");

    /// <summary>The network's data exceed what an assembly can carry.</summary>
    public static readonly ProblemKind TooLargeToCompileIn = Error("SDNN0013", "Network too large to compile in",
        "'{0}' needs {1} of data in the assembly, more than the {2} that a compiler can store; load it at run time instead: SparseNetwork.Load<{3}>(…)");

    /// <summary>A value overflows its number format.</summary>
    public static readonly ProblemKind OutsideFormat = Error("SDNN0014", "Value outside the number format",
        "{0} {1} is beyond the largest {2} value {3}; use a wider format or scale it");

    /// <summary>Two arguments exclude each other.</summary>
    public static readonly ProblemKind ConflictingArguments = Error("SDNN0015", "Arguments exclude each other",
        "{0} and {1} are both given; {2}");

    /// <summary>The user's part of the type declares a member that the generator adds, or is itself named like one.</summary>
    public static readonly ProblemKind MemberConflict = Error("SDNN0016", "Member name is taken by the network",
        "The name '{1}' in '{0}' is taken by a member that the network adds; rename yours");

    /// <summary>A per-neuron list has the wrong length.</summary>
    public static readonly ProblemKind WrongCount = Error("SDNN0017", "List of the wrong length",
        "{0} has {1} values but {2}; give one value a neuron or a single Bias");

    /// <summary>Several files fit one name.</summary>
    public static readonly ProblemKind AmbiguousWeightFile = Error("SDNN0018", "Several weights files fit",
        "'{0}' fits {1} and {2}; write more of the path");

    /// <summary>A name that no storage format has.</summary>
    public static readonly ProblemKind UnknownFormat = Error("SDNN0019", "Unknown number format",
        "{0} is '{1}', which is no format; write one of {2}, fixed point with a scale as in 'int8:4'");

    /// <summary>Fixtures are asked for something that is no network.</summary>
    public static readonly ProblemKind NotANetwork = Error("SDNN0020", "Fixtures of a type without a network",
        "'{0}' declares no network; write a type with [SparseNetwork] or with an attribute of a family of exact solutions");

    /// <summary>Fixtures are asked for a network that has errors.</summary>
    public static readonly ProblemKind FaultyNetwork = Error("SDNN0021", "Fixtures of a network with errors",
        "The network '{0}' has errors, so it has no fixtures ({1}); correct its declaration first");

    /// <summary>A network in another assembly needs files that this project does not have.</summary>
    public static readonly ProblemKind NetworkElsewhere = Error("SDNN0022", "Files of the network are in another project",
        "'{0}' is declared in {1} and reads files such as '{2}', which are not at hand here; declare the fixtures in that project, or make them at run time: FixtureSet.FromModel<{3}>(…)");

    /// <summary>Parameters of a family contradict each other or its closed form.</summary>
    public static readonly ProblemKind FamilyDoesNotFit = Error("SDNN0023", "Parameters of an exact solution do not fit",
        "{0}");

    /// <summary>The certificate of exactness does not hold.</summary>
    public static readonly ProblemKind NotCertified = Error("SDNN0024", "Exactness cannot be certified",
        "Certify is true, but {0}; remove Certify to check against bounds instead, or use wider formats");

    /// <summary>A text file was not handed to the compiler.</summary>
    public static readonly ProblemKind TextFileMissing = Error("SDNN0025", "Patterns file missing or not listed",
        "No file matches '{0}'; check that it exists and add <SparseGlyphs Include=\"{1}\" /> to the project file");

    /// <summary>A text file cannot be read.</summary>
    public static readonly ProblemKind MalformedPatterns = Error("SDNN0026", "Malformed patterns file",
        "{0}");

    /// <summary>Exact arithmetic over the network would take too long while compiling.</summary>
    public static readonly ProblemKind TooLargeForFixtures = Error("SDNN0027", "Network too large for exact fixtures",
        "'{0}' needs {1} while compiling, more than the {2} that are done there; use fewer Items or a smaller network, or make the fixtures at run time: {3}");

    /// <summary>There are no vectors in the formats asked for.</summary>
    public static readonly ProblemKind NoFixtures = Error("SDNN0028", "No fixtures in these formats",
        "'{0}' has no fixtures in {1}: {2}; use other formats or correct the network");

    /// <summary>A declared semiring breaks a law.</summary>
    public static readonly ProblemKind BrokenLaw = Error("SDNN1001", "Not a semiring",
        "'{0}' is no semiring over {1}: \"{2}\"; correct {3}, or declare the Carrier on which the law holds");

    /// <summary>Some laws could be tested only.</summary>
    public static readonly ProblemKind TestedLaws = Info("SDNN1002", "Laws of a semiring tested, not proved",
        "No counter-example was found to these laws of '{0}' over {1}, and no proof either: {2}; check that they hold");

    /// <summary>An operation has no vector form.</summary>
    public static readonly ProblemKind ScalarOperation = Info("SDNN1003", "Operation of a semiring runs item by item",
        "{0} of '{1}' runs item by item, not in vectors, because {2}; write it without that, or keep it where speed does not matter");

    /// <summary>A body cannot be read.</summary>
    public static readonly ProblemKind UnreadSemiring = Info("SDNN1004", "Laws of a semiring not checked",
        "The laws of '{0}' over {1} are not checked, because {2} cannot be read: {3}; write it as a formula of its operands, or check the laws yourself");

    /// <summary>The semiring's type is not partial.</summary>
    public static readonly ProblemKind SemiringNotPartial = Error("SDNN1005", "Semiring type is not partial",
        "'{0}' declares a semiring but is not partial, so no vector code can be added to it; add the modifier 'partial'");

    /// <summary>A type around a semiring is not partial.</summary>
    public static readonly ProblemKind SemiringContainerNotPartial = Error("SDNN1006", "Containing type of a semiring is not partial",
        "'{0}' contains the semiring '{1}' but is not partial, so no vector code can be added to it; add the modifier 'partial' to '{0}'");

    /// <summary>The type cannot be a semiring.</summary>
    public static readonly ProblemKind UnsupportedSemiringType = Error("SDNN1007", "Type cannot be a semiring",
        "'{0}' cannot be a semiring because it is {1}; declare it as a 'readonly partial struct' without type parameters");

    /// <summary>The type does not implement ISemiring usably.</summary>
    public static readonly ProblemKind SemiringInterface = Error("SDNN1008", "Semiring without a usable interface",
        "'{0}' {1}; declare it as 'ISemiring<{0}, T>' with T one of float, double, int, long, bool, ulong");

    /// <summary>The carrier holds no value.</summary>
    public static readonly ProblemKind EmptyCarrier = Error("SDNN1009", "Carrier without values",
        "The Carrier of '{0}' over {1} holds no value: its ends are \"{2}\" and \"{3}\"; write the lesser one first");

    /// <summary>A semiring has no such element format.</summary>
    public static readonly ProblemKind SemiringNotInFormat = Error("SDNN1010", "Semiring does not exist in the element format",
        "{0} does not exist in {1}: {2} {3}");

    /// <summary>A weight or bias that the semiring does not hold.</summary>
    public static readonly ProblemKind OutsideCarrier = Error("SDNN1011", "Value outside the carrier",
        "{0} {1} lies outside {2}, the carrier of {3}; use values of the carrier or another semiring");

    /// <summary>A number that the element format does not hold.</summary>
    public static readonly ProblemKind NotInFormat = Error("SDNN1012", "Not a value of the element format",
        "{0} {1} is no {2} value; {3}");

    /// <summary>Bias, activation or ceiling where no select step follows the sums.</summary>
    public static readonly ProblemKind NoSelectStep = Error("SDNN1013", "No select step",
        "{0} is given, but {1}; {2}");

    /// <summary>Two attributes name different semirings.</summary>
    public static readonly ProblemKind SemiringsContradict = Error("SDNN1014", "Semirings contradict each other",
        "Semiring is {0}, but [Oscillate] correlates over {1}; remove Semiring");

    /// <summary>A type that is no semiring.</summary>
    public static readonly ProblemKind NotASemiring = Error("SDNN1015", "Type is no semiring",
        "'{0}' is no semiring with kernels; use a built-in type such as MinPlus or a partial struct with [Semiring] that implements ISemiring<TSelf, T> for an element type");

    /// <summary>A semiring of several element formats, none of which is the default.</summary>
    public static readonly ProblemKind FormatNotGiven = Error("SDNN1016", "Element format not given",
        "{0} exists in {1}; write Format to say in which of them the network computes");

    /// <summary>All kinds, by ascending id.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } = typeof(ProblemKinds).GetFields()
        .Where(field => field.FieldType == typeof(ProblemKind))
        .Select(field => (ProblemKind)field.GetValue(null)!)
        .OrderBy(kind => kind.Id, System.StringComparer.Ordinal)
        .ToArray();

    private static ProblemKind Info(string id, string title, string message) => new(id, title, message, ProblemSeverity.Info);

    private static ProblemKind Error(string id, string title, string message) => new(id, title, message, ProblemSeverity.Error);
}
