namespace SparseDnn.Problems;

/// <remarks>SDNN2xxx: what number formats do to a network. Definitions: docs/precision.md.</remarks>
internal static partial class ProblemKinds
{
    /// <summary>A written number that the format does not hold, where a declared range asks for precision.</summary>
    public static readonly ProblemKind RoundedNumber = Info(
        "SDNN2001",
        Reporters.Precision,
        "Number is rounded to the format",
        "{0} between two {1} values: {2} lies between {3} and {4} and becomes {5}, off by {6}, that is {7} of its size; write "
            + "the rounded value, or binary fractions that need no rounding"
    );

    /// <summary>A written number that loses more than rounding takes, because it is too small.</summary>
    public static readonly ProblemKind VanishingNumber = Warning(
        "SDNN2002",
        Reporters.Precision,
        "Number too small for the format",
        "{0} too small for {1}: {2} becomes {3}, though its normal numbers begin at {4}; scale the layer, leave the number "
            + "out, or use a wider format"
    );

    /// <summary>A sum that leaves the format whatever the inputs.</summary>
    public static readonly ProblemKind CertainOverflow = Error(
        "SDNN2003",
        Reporters.Precision,
        "Sum overflows for every input",
        "In {0} the sum of neuron {1}, counting from 0, is {2} {3} for every input{4}, beyond the largest {5} value {6}; {7}"
    );

    /// <summary>A sum that leaves the format for some input of the declared range.</summary>
    public static readonly ProblemKind ReachableOverflow = Warning(
        "SDNN2004",
        Reporters.Precision,
        "Sum overflows in the input range",
        "In {0} the sum of neuron {1}, counting from 0, is {2} {3} for {4}, beyond the largest {5} value {6}; {7}"
    );

    /// <summary>Sums that not even inputs on the coarsest grid keep exact.</summary>
    public static readonly ProblemKind NoHeadroom = Info(
        "SDNN2005",
        Reporters.Precision,
        "Sums leave the exact range",
        "Equal bits cannot be demanded for inputs that are multiples of {0} in {1}: in {2} the terms of neuron {3}, counting "
            + "from 0, are multiples of 2^{4} and add up to {5} in size, {6} bits more than {7} holds exactly (headroom in bits from "
            + "the first layer on: {8}); use weights and biases of fewer bits, or fixtures with bounds"
    );

    /// <summary>Biases that change no sum.</summary>
    public static readonly ProblemKind AbsorbedBias = Warning(
        "SDNN2006",
        Reporters.Precision,
        "Bias is absorbed",
        "In {0} the bias changes no sum of {1}: added to {4}, the sum of neuron {5} that is nearest to 0 for inputs in {6}, "
            + "{2} rounds away to the same {3} value, as with every larger sum{7}; leave it out, scale it, or use a wider format"
    );

    /// <summary>Products below the least normal number.</summary>
    public static readonly ProblemKind TinyProducts = Warning(
        "SDNN2007",
        Reporters.Precision,
        "Products underflow",
        "In {0} {1} too small for {2}: {3} times input neuron {4}, counting from 0, is at most {5} in size for inputs in {6}, "
            + "and normal numbers begin at {7}{8}; scale the weights or inputs, or use a wider format"
    );

    /// <summary>A sum that leaves the range of a declared fixed-point accumulator.</summary>
    public static readonly ProblemKind SaturatingAccumulator = Warning(
        "SDNN2008",
        Reporters.Fixtures,
        "Fixed-point accumulator saturates",
        "In layer {0} {1} of neuron {2}, counting from 0, is {3} for {4}, {5} {6} the {7} range [{8}, {9}]: {10}; {11}"
    );

    /// <summary>Neurons that do the same for every input.</summary>
    public static readonly ProblemKind SettledNeurons = Info(
        "SDNN2009",
        Reporters.Precision,
        "Neurons never change their state",
        "In {0} for inputs in {1}, counting neurons from 0: {2}{3}; remove what is idle, or declare the range that inputs really have"
    );

    /// <summary>A sum of which nothing is left but rounding.</summary>
    public static readonly ProblemKind Cancellation = Warning(
        "SDNN2010",
        Reporters.Precision,
        "Terms cancel",
        "In {0} the terms of neuron {1}, counting from 0, cancel for every input in {2}: they add up to at least {3} in size "
            + "and their sum to at most {4}, a condition number above 1/u = {5}, so that {6} keeps no digit of it{7}; write the "
            + "difference into the weights, or use a wider format"
    );

    /// <summary>No range of inputs is declared.</summary>
    public static readonly ProblemKind NoInputRange = Info(
        "SDNN2011",
        Reporters.Precision,
        "No input range declared",
        "'{0}' declares no InputRange, so that reachable overflow, absorbed biases, underflow, cancellation, idle neurons and "
            + "rounded numbers are not looked for; write InputRange = new[] {{ least, greatest }} if all inputs lie between two "
            + "numbers"
    );
}
