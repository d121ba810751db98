using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Networks.Kinds;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn.Symbols;

/// <summary>Reads the arguments of one attribute as it is written in source.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="place">The attribute as a whole.</param>
/// <param name="problems">Where problems go.</param>
/// <param name="parameters">Names of the constructor's parameters that are read by name.</param>
internal sealed class AttributeReader(
    AttributeData attribute,
    DeclarationPlace place,
    List<Problem> problems,
    IReadOnlyList<string>? parameters = null
) : AttributeArguments(place, problems)
{
    public string? ConstructorText(int position) => Constructor(position) is { } constant ? Value(constant) as string : null;

    public bool Flag(string name) => Given(name) is true;

    /// <summary>Texts; a null among them counts as empty.</summary>
    public EquatableArray<string>? Texts(string name) => Items(name, item => item as string ?? "");

    /// <summary>
    /// The array, perhaps written as single values, at a position of the constructor; empty where it is missing, null or erroneous.
    /// </summary>
    public EquatableArray<int> ConstructorIntegers(int position) => ConstructorItems(position, item => item as int? ?? 0);

    /// <summary>Texts at a position of the constructor, likewise.</summary>
    public EquatableArray<string> ConstructorTexts(int position) => ConstructorItems(position, item => item as string ?? "");

    /// <summary>The type that an argument names; null where it is missing, null or erroneous.</summary>
    public ITypeSymbol? Type(string name) => Given(name) as ITypeSymbol;

    /// <summary>The type that an argument of the constructor names, likewise.</summary>
    public ITypeSymbol? ConstructorType(int position) => Constructor(position) is { } constant ? Value(constant) as ITypeSymbol : null;

    /// <inheritdoc/>
    public override bool IsGiven(string name) => Argument(name) is not null;

    /// <inheritdoc/>
    protected override object? Given(string name) => Argument(name) is { } constant ? Value(constant) : null;

    private EquatableArray<T> ConstructorItems<T>(int position, System.Func<object?, T> read)
        where T : System.IEquatable<T> =>
        Constructor(position) is { } constant && Value(constant) is object?[] items
            ? new(items.Select(read).ToArray())
            : EquatableArray<T>.Empty;

    private TypedConstant? Argument(string name)
    {
        for (var i = 0; i < parameters?.Count; i++)
            if (parameters[i] == name)
                return Constructor(i);
        foreach (var argument in attribute.NamedArguments)
            if (argument.Key == name)
                return argument.Value;
        return null;
    }

    private TypedConstant? Constructor(int position) =>
        position < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[position] : null;

    private static object? Value(TypedConstant constant) =>
        constant.Kind switch
        {
            TypedConstantKind.Error => null,
            TypedConstantKind.Array => constant.IsNull ? null : constant.Values.Select(Item).ToArray(),
            _ => constant.Value,
        };

    private static object? Item(TypedConstant constant) => constant.Kind == TypedConstantKind.Array ? null : Value(constant);
}
