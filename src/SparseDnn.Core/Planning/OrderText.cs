using System.Linq;

namespace SparseDnn.Planning;

/// <summary>
/// What the layers of a network demand for the processor's own min and max, one letter a layer; upper case where the outputs meet the
/// demand again.
/// </summary>
public static class OrderText
{
    private const string Letters = "xpna";

    /// <summary>The letters; empty where it makes no difference for any layer.</summary>
    /// <param name="plan">The plan.</param>
    public static string Write(NetworkPlan plan) =>
        plan.Layers.All(layer => layer.Ordered is OrderedInputs.Never or OrderedInputs.Always)
            ? ""
            : string.Concat(plan.Layers.Select(layer => Letter(layer.Ordered, layer.KeepsOrdered)));

    /// <summary>Reads a letter.</summary>
    /// <param name="letter">One that <see cref="Write"/> gives.</param>
    /// <param name="keeps">Whether the outputs meet the demand again.</param>
    public static OrderedInputs Read(char letter, out bool keeps)
    {
        keeps = char.IsUpper(letter);
        return (OrderedInputs)Letters.IndexOf(char.ToLowerInvariant(letter));
    }

    private static string Letter(OrderedInputs demand, bool keeps) =>
        keeps ? Letters.Substring((int)demand, 1).ToUpperInvariant() : Letters.Substring((int)demand, 1);
}
