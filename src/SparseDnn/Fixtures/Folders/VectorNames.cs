using SparseDnn.Exact.Vectors;

namespace SparseDnn.Fixtures.Folders;

/// <summary>Names of choices in the exchange format, in the order of their enumerations.</summary>
internal static class VectorNames
{
    public static readonly string[] BiasModes = ["dense", "nonzero-sums"];
    public static readonly string[] Activations = ["relu", "none"];

    private const string OrderFree = "order-free",
        Replay = "replay";

    public static string Of(BiasMode mode) => BiasModes[(int)mode];

    public static string Of(Activation activation) => Activations[(int)activation];

    /// <summary>The name of a ground; null where it follows from the bounds.</summary>
    public static string? Of(ExactnessGround ground) =>
        ground switch
        {
            ExactnessGround.OrderFree => OrderFree,
            ExactnessGround.Replay => Replay,
            _ => null,
        };

    /// <summary>The ground of a name; the one that follows from the bounds where the name says nothing.</summary>
    public static ExactnessGround Ground(string name)
    {
        if (name == OrderFree)
            return ExactnessGround.OrderFree;
        if (name == Replay)
            return ExactnessGround.Replay;
        return ExactnessGround.Bound;
    }
}
