
namespace SparseDnn.Exact;

/// <summary>Names of choices in the exchange format, in the order of their enumerations.</summary>
internal static class VectorNames
{
    public static readonly string[] BiasModes = ["dense", "nonzero-sums"];
    public static readonly string[] Activations = ["relu", "none"];

    public static string Of(BiasMode mode) => BiasModes[(int)mode];

    public static string Of(Activation activation) => Activations[(int)activation];
}
