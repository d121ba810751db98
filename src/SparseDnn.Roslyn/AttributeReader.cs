using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn;

/// <summary>Reads the arguments of one attribute; what is missing or erroneous counts as not given.</summary>
internal sealed class AttributeReader(AttributeData attribute, DeclarationPlace place, List<Problem> problems)
{
    /// <summary>The attribute as a whole.</summary>
    public DeclarationPlace Place { get; } = place;

    public string? ConstructorText(int position) =>
        position < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[position].Value as string : null;

    public int? Integer(string name) => Value(name) is int value ? value : null;

    public long? Long(string name) =>
        Value(name) switch
        {
            long value => value,
            int value => value,
            _ => null,
        };

    public double? Double(string name) => Value(name) is double value ? value : null;

    public string? Text(string name) => Value(name) as string;

    public bool Flag(string name) => Value(name) is true;

    public EquatableArray<int>? Integers(string name) => Array<int>(name);

    public EquatableArray<double>? Doubles(string name) => Array<double>(name);

    /// <summary>Texts; a null among them counts as empty.</summary>
    public EquatableArray<string>? Texts(string name) =>
        Argument(name) is { } constant ? Items(constant, value => value as string ?? "") : null;

    /// <summary>
    /// The array, perhaps written as single values, at a position of the constructor; empty where it is missing, null or erroneous.
    /// </summary>
    public EquatableArray<int> ConstructorIntegers(int position) => ConstructorItems(position, value => value is int number ? number : 0);

    /// <summary>Texts at a position of the constructor, likewise.</summary>
    public EquatableArray<string> ConstructorTexts(int position) => ConstructorItems(position, value => value as string ?? "");

    /// <summary>The type that an argument names; null where it is missing, null or erroneous.</summary>
    public ITypeSymbol? Type(string name) =>
        Argument(name) is { Kind: TypedConstantKind.Type } constant ? constant.Value as ITypeSymbol : null;

    /// <summary>The type that an argument of the constructor names, likewise.</summary>
    public ITypeSymbol? ConstructorType(int position) =>
        position < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[position] is { Kind: TypedConstantKind.Type } constant
            ? constant.Value as ITypeSymbol
            : null;

    /// <summary>A value of an enumeration whose members count from 0, or its first member where none is given.</summary>
    public T Choice<T>(string name)
        where T : struct, System.Enum => OptionalChoice<T>(name) ?? default;

    /// <summary>A value of an enumeration whose members count from 0; null where none is given; anything else is a problem.</summary>
    public T? OptionalChoice<T>(string name)
        where T : struct, System.Enum
    {
        if (Value(name) is not int value)
            return null;
        if (System.Enum.IsDefined(typeof(T), value))
            return (T)System.Enum.ToObject(typeof(T), value);
        problems.Add(
            Problem.Create(ProblemKinds.InvalidNumber, Place with { Argument = name }, name, value, $"write a member of {typeof(T).Name}")
        );
        return null;
    }

    /// <summary>A set of members of an enumeration whose values are bits; anything else is a problem.</summary>
    /// <param name="name">Name of the argument.</param>
    /// <param name="all">All members.</param>
    /// <param name="absent">What holds where none is given.</param>
    public T Flags<T>(string name, T all, T absent = default)
        where T : struct, System.Enum
    {
        if (Value(name) is not int value)
            return absent;
        if ((value & ~System.Convert.ToInt32(all, System.Globalization.CultureInfo.InvariantCulture)) == 0)
            return (T)System.Enum.ToObject(typeof(T), value);
        problems.Add(
            Problem.Create(
                ProblemKinds.InvalidNumber,
                Place with
                {
                    Argument = name,
                },
                name,
                value,
                $"write members of {typeof(T).Name}, joined by |"
            )
        );
        return absent;
    }

    public EpilogueDeclaration Epilogue() =>
        new(Double("Bias"), Doubles("Biases"), Choice<BiasMode>("BiasMode"), OptionalChoice<Activation>("Activation"), Double("Ceiling"))
        {
            IsBiasModeGiven = Argument("BiasMode") is not null,
            Epilogue = Choice<Epilogue>("Epilogue"),
        };

    private EquatableArray<T> ConstructorItems<T>(int position, System.Func<object?, T> read)
        where T : System.IEquatable<T> =>
        (position < attribute.ConstructorArguments.Length ? Items(attribute.ConstructorArguments[position], read) : null)
        ?? EquatableArray<T>.Empty;

    private static EquatableArray<T>? Items<T>(TypedConstant constant, System.Func<object?, T> read)
        where T : System.IEquatable<T> =>
        constant is { Kind: TypedConstantKind.Array, IsNull: false }
            ? new(
                constant
                    .Values.Select(value => read(value.Kind is TypedConstantKind.Error or TypedConstantKind.Array ? null : value.Value))
                    .ToArray()
            )
            : null;

    private object? Value(string name) =>
        Argument(name) is { Kind: not (TypedConstantKind.Array or TypedConstantKind.Error) } constant ? constant.Value : null;

    private EquatableArray<T>? Array<T>(string name)
        where T : struct, System.IEquatable<T>
    {
        if (Argument(name) is not { Kind: TypedConstantKind.Array, IsNull: false } constant)
            return null;
        return new EquatableArray<T>(
            constant.Values.Select(value => value.Kind != TypedConstantKind.Error && value.Value is T typed ? typed : default).ToArray()
        );
    }

    private TypedConstant? Argument(string name)
    {
        foreach (var argument in attribute.NamedArguments)
            if (argument.Key == name)
                return argument.Value;
        return null;
    }
}
