namespace SparseDnn.Contract;

/// <summary>What is wrong between generated code and runtime.</summary>
public enum ContractFault
{
    /// <summary>A text was not written by the generator, is of another kind or belongs to something else.</summary>
    Foreign,

    /// <summary>A text was cut, lengthened or altered after it was written.</summary>
    Damaged,

    /// <summary>The generated code needs a newer runtime: the application's package is too old.</summary>
    RuntimeIsOlder,

    /// <summary>The runtime no longer understands the generated code: its project must be built with a newer package.</summary>
    GeneratedCodeIsOlder,
}
