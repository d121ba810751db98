using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

/// <summary>
/// The arguments of one attribute by name, whether it is read from source or from an object. What is missing, null or erroneous counts as
/// not given.
/// </summary>
/// <param name="place">The attribute as a whole.</param>
/// <param name="problems">Where problems go.</param>
internal abstract class AttributeArguments(DeclarationPlace place, ICollection<Problem> problems)
{
    /// <summary>The attribute as a whole.</summary>
    public DeclarationPlace Place { get; } = place;

    /// <summary>How often the declared layers are repeated.</summary>
    public int Repeat => Integer("Repeat") ?? 1;

    /// <summary>Whether an argument is written at all, even if its value is erroneous.</summary>
    /// <param name="name">Name of the argument; constructor parameters by their name.</param>
    public abstract bool IsGiven(string name);

    /// <summary>A whole number.</summary>
    /// <param name="name">Name of the argument.</param>
    public int? Integer(string name) => Given(name) as int?;

    /// <summary>A whole number of 64 bits.</summary>
    /// <param name="name">Name of the argument.</param>
    public long? Long(string name) => Given(name) as long? ?? Integer(name);

    /// <summary>A real number.</summary>
    /// <param name="name">Name of the argument.</param>
    public double? Double(string name) => Given(name) as double?;

    /// <summary>A text.</summary>
    /// <param name="name">Name of the argument.</param>
    public string? Text(string name) => Given(name) as string;

    /// <summary>Whole numbers; an erroneous one among them counts as 0.</summary>
    /// <param name="name">Name of the argument.</param>
    public EquatableArray<int>? Integers(string name) => Items(name, item => item as int? ?? 0);

    /// <summary>Real numbers, likewise.</summary>
    /// <param name="name">Name of the argument.</param>
    public EquatableArray<double>? Doubles(string name) => Items(name, item => item as double? ?? 0);

    /// <summary>A value of an enumeration whose members count from 0, or its first member where none is given.</summary>
    /// <param name="name">Name of the argument.</param>
    public T Choice<T>(string name)
        where T : struct, Enum => OptionalChoice<T>(name) ?? default;

    /// <summary>A value of an enumeration whose members count from 0; null where none is given; anything else is a problem.</summary>
    /// <param name="name">Name of the argument.</param>
    public T? OptionalChoice<T>(string name)
        where T : struct, Enum
    {
        if (Number(name) is not { } value)
            return null;
        if (Enum.IsDefined(typeof(T), value))
            return (T)Enum.ToObject(typeof(T), value);
        Refuse(name, value, $"write a member of {typeof(T).Name}");
        return null;
    }

    /// <summary>A set of members of an enumeration whose values are bits; anything else is a problem.</summary>
    /// <param name="name">Name of the argument.</param>
    /// <param name="all">All members.</param>
    /// <param name="absent">What holds where none is given.</param>
    public T Flags<T>(string name, T all, T absent = default)
        where T : struct, Enum
    {
        if (Number(name) is not { } value)
            return absent;
        if ((value & ~Convert.ToInt32(all, CultureInfo.InvariantCulture)) == 0)
            return (T)Enum.ToObject(typeof(T), value);
        Refuse(name, value, $"write members of {typeof(T).Name}, joined by |");
        return absent;
    }

    /// <summary>What happens to the sums of every declared layer.</summary>
    public EpilogueDeclaration Epilogue() =>
        new(Double("Bias"), Doubles("Biases"), Choice<BiasMode>("BiasMode"), OptionalChoice<Activation>("Activation"), Double("Ceiling"))
        {
            IsBiasModeGiven = IsGiven("BiasMode"),
            Epilogue = Choice<Epilogue>("Epilogue"),
        };

    /// <summary>
    /// The value of an argument: a number, a text, a member of an enumeration or its number, an array of such; null where it is missing,
    /// null or erroneous.
    /// </summary>
    /// <param name="name">Name of the argument; constructor parameters by their name.</param>
    protected abstract object? Given(string name);

    /// <summary>The items of an array; null where none is given.</summary>
    /// <param name="name">Name of the argument.</param>
    /// <param name="read">Reads an item; null is an erroneous one.</param>
    protected EquatableArray<T>? Items<T>(string name, Func<object?, T> read)
        where T : IEquatable<T> => Given(name) is Array items ? new(items.Cast<object?>().Select(read).ToArray()) : null;

    private int? Number(string name) =>
        Given(name) switch
        {
            int number => number,
            Enum member => Convert.ToInt32(member, CultureInfo.InvariantCulture),
            _ => null,
        };

    private void Refuse(string name, int value, string remedy) =>
        problems.Add(Problem.Create(ProblemKinds.InvalidNumber, Place with { Argument = name }, name, value, remedy));
}
