namespace SparseDnn.Problems;

/// <remarks>SDNN0xxx: declarations, weights files, fixtures.</remarks>
internal static partial class ProblemKinds
{
    /// <summary>The declared type is not partial.</summary>
    public static readonly ProblemKind NotPartial = Error(
        "SDNN0001",
        Reporters.Networks | Reporters.Fixtures,
        "Network type is not partial",
        "'{0}' declares a sparse network but is not partial, so no code can be added to it; add the modifier 'partial'"
    );

    /// <summary>A type around the declared type is not partial.</summary>
    public static readonly ProblemKind ContainingTypeNotPartial = Error(
        "SDNN0002",
        Reporters.Networks | Reporters.Fixtures,
        "Containing type of a network is not partial",
        "'{0}' contains the sparse network '{1}' but is not partial, so no code can be added to it; add the modifier 'partial' to '{0}'"
    );

    /// <summary>The declared type cannot carry a network.</summary>
    public static readonly ProblemKind UnsupportedType = Error(
        "SDNN0003",
        Reporters.Networks | Reporters.Fixtures,
        "Type cannot hold a network",
        "'{0}' cannot hold a sparse network because it is {1}; declare it as a 'static partial class' without type parameters"
    );

    /// <summary>No layer attribute.</summary>
    public static readonly ProblemKind NoLayers = Error(
        "SDNN0004",
        Reporters.Networks,
        "Network without layers",
        "'{0}' has no layers; add at least one of {1}"
    );

    /// <summary>A layer's inputs are not the previous layer's outputs.</summary>
    public static readonly ProblemKind LayersDoNotChain = Error(
        "SDNN0005",
        Reporters.Networks,
        "Layers do not chain",
        "{0} has {1} inputs but {2} gives {3}; make the two sizes equal"
    );

    /// <summary>A weights file was not handed to the compiler.</summary>
    public static readonly ProblemKind WeightFileMissing = Error(
        "SDNN0006",
        Reporters.Networks,
        "Weights file missing or not listed",
        "No weights file matches '{0}'; check that it exists and add <SparseWeights Include=\"{1}\" /> to the project file"
    );

    /// <summary>A weights file cannot be read.</summary>
    public static readonly ProblemKind MalformedWeights = ErrorInWords("SDNN0007", Reporters.Networks, "Malformed weights file");

    /// <summary>Two entries of one matrix have the same row and column.</summary>
    public static readonly ProblemKind DuplicateEntry = Error(
        "SDNN0008",
        Reporters.Networks,
        "Duplicate entry",
        "Entry ({0}, {1}) appears a second time; its first appearance is {2}. Remove one of them or add their values"
    );

    /// <summary>Inline edges cannot be read.</summary>
    public static readonly ProblemKind MalformedEdges = ErrorInWords("SDNN0009", Reporters.Networks, "Malformed inline edges");

    /// <summary>A topology's parameters contradict each other.</summary>
    public static readonly ProblemKind TopologyDoesNotFit = ErrorInWords("SDNN0010", Reporters.Networks, "Topology parameters do not fit");

    /// <summary>A weight, bias or ceiling that is not a usable number.</summary>
    public static readonly ProblemKind InvalidNumber = Error(
        "SDNN0011",
        Reporters.Networks | Reporters.Fixtures,
        "Number not usable",
        "{0} is {1}; {2}"
    );

    /// <summary>A size that is negative, zero or too large.</summary>
    public static readonly ProblemKind InvalidSize = Error(
        "SDNN0012",
        Reporters.Networks | Reporters.Fixtures,
        "Size out of range",
        "{0} is {1}; {2}"
    );

    /// <summary>The network's data exceed what an assembly can carry.</summary>
    public static readonly ProblemKind TooLargeToCompileIn = Error(
        "SDNN0013",
        Reporters.Networks | Reporters.Fixtures,
        "Network too large to compile in",
        "'{0}' needs {1} of data in the assembly, more than the {2} that a compiler can store; load it at run time instead: "
            + "SparseNetwork.Load<{3}>(…)"
    );

    /// <summary>A value overflows its number format.</summary>
    public static readonly ProblemKind OutsideFormat = Error(
        "SDNN0014",
        Reporters.Networks | Reporters.Fixtures,
        "Value outside the number format",
        "{0} {1} is beyond the largest {2} value {3}; use a wider format or scale it"
    );

    /// <summary>Two arguments exclude each other.</summary>
    public static readonly ProblemKind ConflictingArguments = Error(
        "SDNN0015",
        Reporters.Networks | Reporters.Fixtures,
        "Arguments exclude each other",
        "{0} and {1} are both given; {2}"
    );

    /// <summary>The user's part of the type declares a member that the generator adds, or is itself named like one.</summary>
    public static readonly ProblemKind MemberConflict = Error(
        "SDNN0016",
        Reporters.Networks | Reporters.Fixtures,
        "Member name is taken by the network",
        "The name '{1}' in '{0}' is taken by a member that the network adds; rename yours"
    );

    /// <summary>A per-neuron list has the wrong length.</summary>
    public static readonly ProblemKind WrongCount = Error(
        "SDNN0017",
        Reporters.Networks,
        "List of the wrong length",
        "{0} has {1} values but {2}; give one value a neuron or a single Bias"
    );

    /// <summary>Several files fit one name.</summary>
    public static readonly ProblemKind AmbiguousWeightFile = Error(
        "SDNN0018",
        Reporters.Networks | Reporters.Fixtures,
        "Several weights files fit",
        "'{0}' fits {1} and {2}; write more of the path"
    );

    /// <summary>A name that no storage format has.</summary>
    public static readonly ProblemKind UnknownFormat = Error(
        "SDNN0019",
        Reporters.Fixtures,
        "Unknown number format",
        "{0} is '{1}', which is no format; write one of {2}, fixed point with a scale as in 'int8:4'"
    );

    /// <summary>Fixtures are asked for something that is no network.</summary>
    public static readonly ProblemKind NotANetwork = Error(
        "SDNN0020",
        Reporters.Fixtures,
        "Fixtures of a type without a network",
        "'{0}' declares no network; write a type with [SparseNetwork] or with an attribute of a family of exact solutions"
    );

    /// <summary>Fixtures are asked for a network that has errors.</summary>
    public static readonly ProblemKind FaultyNetwork = Error(
        "SDNN0021",
        Reporters.Fixtures,
        "Fixtures of a network with errors",
        "The network '{0}' has errors, so it has no fixtures ({1}); correct its declaration first"
    );

    /// <summary>A network in another assembly needs files that this project does not have.</summary>
    public static readonly ProblemKind NetworkElsewhere = Error(
        "SDNN0022",
        Reporters.Fixtures,
        "Files of the network are in another project",
        "'{0}' is declared in {1} and reads files such as '{2}', which are not at hand here; declare the fixtures in that "
            + "project, or make them at run time: FixtureSet.FromModel<{3}>(…)"
    );

    /// <summary>Parameters of a family contradict each other or its closed form.</summary>
    public static readonly ProblemKind FamilyDoesNotFit = ErrorInWords(
        "SDNN0023",
        Reporters.Fixtures,
        "Parameters of an exact solution do not fit"
    );

    /// <summary>The certificate of exactness does not hold.</summary>
    public static readonly ProblemKind NotCertified = Error(
        "SDNN0024",
        Reporters.Fixtures,
        "Exactness cannot be certified",
        "Certify is true, but {0}; remove Certify to check against bounds instead, or use wider formats"
    );

    /// <summary>A text file was not handed to the compiler.</summary>
    public static readonly ProblemKind TextFileMissing = Error(
        "SDNN0025",
        Reporters.Fixtures,
        "Patterns file missing or not listed",
        "No file matches '{0}'; check that it exists and add <SparsePatterns Include=\"{1}\" /> to the project file"
    );

    /// <summary>A text file cannot be read.</summary>
    public static readonly ProblemKind MalformedPatterns = ErrorInWords("SDNN0026", Reporters.Fixtures, "Malformed patterns file");

    /// <summary>Exact arithmetic over the network would take too long while compiling.</summary>
    public static readonly ProblemKind TooLargeForFixtures = Error(
        "SDNN0027",
        Reporters.Fixtures,
        "Network too large for exact fixtures",
        "'{0}' needs {1} while compiling, more than the {2} that are done there; use fewer Items or a smaller network, or make "
            + "the fixtures at run time: {3}"
    );

    /// <summary>There are no vectors in the formats asked for.</summary>
    public static readonly ProblemKind NoFixtures = Error(
        "SDNN0028",
        Reporters.Fixtures,
        "No fixtures in these formats",
        "'{0}' has no fixtures in {1}: {2}"
    );

    /// <summary>Entries that are listed and mean nothing.</summary>
    public static readonly ProblemKind ZeroEntry = Info(
        "SDNN0029",
        Reporters.Networks,
        "Entry of weight zero",
        "{0} the weight 0, which over {1} is the same as no edge, and {2} left out; remove {3}"
    );

    /// <summary>Neurons that see nothing.</summary>
    public static readonly ProblemKind NeuronWithoutInputs = Info(
        "SDNN0030",
        Reporters.Networks,
        "Neuron without inputs",
        "{0} no inputs (counted from 0: {1}), so the output is the same for every item; add edges, or leave such neurons out"
    );

    /// <summary>Inputs that no neuron sees.</summary>
    public static readonly ProblemKind UnreadInput = Info(
        "SDNN0031",
        Reporters.Networks,
        "Input that nobody reads",
        "{0} read by no edge (counted from 0: {1}) and cannot change an output; add edges, or leave such inputs out"
    );

    /// <summary>Layers that would be code if there were room for it.</summary>
    public static readonly ProblemKind CodeDeclined = Info(
        "SDNN0032",
        Reporters.Networks | Reporters.Fixtures,
        "Straight-line code declined",
        "{0} of '{1}', the first of them layer {2}, would be straight-line code but for the {3} edges of code that a network "
            + "may have; tables compute them, to the same bits but slower for single items: split the network where that matters"
    );

    /// <summary>A file of input ranges cannot be read, or does not fit the network.</summary>
    public static readonly ProblemKind MalformedRanges = ErrorInWords("SDNN0033", Reporters.Networks, "Malformed input ranges file");

    /// <summary>A file of input ranges was not handed to the compiler.</summary>
    public static readonly ProblemKind RangeFileMissing = Error(
        "SDNN0034",
        Reporters.Networks,
        "Input ranges file missing or not listed",
        "No file matches '{0}'; check that it exists and add <SparseRanges Include=\"{1}\" /> to the project file"
    );

    /// <summary>Neither file nor attribute says what an input can be.</summary>
    public static readonly ProblemKind InputWithoutRange = Error(
        "SDNN0035",
        Reporters.Networks,
        "Input without a range",
        "'{0}' has no range for input {1}, counting from 1{2}; write a line for each, or declare InputRange for the inputs "
            + "that are not listed"
    );

    /// <summary>A layer stores its weights in a format that is summed in another one than the network's.</summary>
    public static readonly ProblemKind WeightsNotSummed = Error(
        "SDNN0036",
        Reporters.Networks,
        "Weights are not summed in the network's format",
        "{0} stores its weights as {1}, which is summed in {2}, but the network's sums are {3}; write Format = "
            + "ElementFormat.{4}, or leave it out"
    );
}
