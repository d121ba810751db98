using System;
using System.Linq;
using SparseDnn.Planning.Model;

namespace SparseDnn.Contract;

/// <summary>
/// What the layers of a network demand for the processor's own min and max, one letter a layer; upper case where the outputs meet the
/// demand again.
/// </summary>
/// <remarks>The text is its header, then the letters: <c>x</c>, <c>p</c>, <c>n</c>, <c>a</c> in the order of
/// <see cref="OrderedInputs"/>.</remarks>
internal static class OrderText
{
    private const string Letters = "xpna";

    /// <summary>The letters; empty where it makes no difference for any layer.</summary>
    /// <param name="plan">The plan.</param>
    public static string Write(NetworkPlan plan) =>
        plan.Layers.All(layer => layer.Ordered is OrderedInputs.Never or OrderedInputs.Always)
            ? ""
            : string.Concat(plan.Layers.Select(layer => Letter(layer.Ordered, layer.KeepsOrdered)));

    /// <summary>The letters behind a header.</summary>
    /// <param name="letters">What <see cref="Write"/> gives.</param>
    public static ushort[] Encode(string letters)
    {
        var writer = new UnitWriter(ContractUnit.Order);
        foreach (var letter in letters)
            writer.Unit(letter);
        return writer.ToUnits();
    }

    /// <summary>The letters of an encoded text.</summary>
    /// <param name="text">What <see cref="Encode"/> wrote.</param>
    /// <param name="layers">Number of layers.</param>
    /// <exception cref="ContractException">The text was not written by <see cref="Encode"/> for so many layers.</exception>
    public static string Decode(ReadOnlySpan<char> text, int layers)
    {
        var reader = new UnitReader(text, ContractUnit.Order);
        if (reader.Left != 0 && reader.Left != layers)
            throw ContractException.Foreign(ContractUnit.Order, "it belongs to a network of another number of layers");
        var letters = new char[reader.Left];
        for (var layer = 0; layer < letters.Length; layer++)
        {
            var letter = (char)reader.Unit();
            // Upper case by arithmetic: letters of other alphabets must not become ours.
            var isKnown = Letters.IndexOf(letter) >= 0 || (letter < 'a' && Letters.IndexOf((char)(letter + ('a' - 'A'))) >= 0);
            letters[layer] = isKnown ? letter : throw reader.Damaged("a letter has no meaning");
        }

        return new string(letters);
    }

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
