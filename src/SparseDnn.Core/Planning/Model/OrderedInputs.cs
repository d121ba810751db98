namespace SparseDnn.Planning.Model;

/// <summary>
/// What a layer's inputs must be, so that a &lt; b ? a : b in place of min (and a &gt; b ? a : b of max) gives the same bits; the weakest
/// demand that suffices.
/// </summary>
internal enum OrderedInputs
{
    /// <summary>Nothing suffices, or the operations are not known.</summary>
    Never,

    /// <summary>+0, positive numbers and +∞ only.</summary>
    NonNegative,

    /// <summary>Neither NaN nor −0.</summary>
    NoNaN,

    /// <summary>Any inputs, also because the operations have neither min nor max or the format is no floating-point one.</summary>
    Always,
}
