using System;
using System.Collections.Generic;

namespace SparseDnn.Networks.Kinds;

/// <summary>A kind of layers: what compiler, run time and messages must know to read an attribute of it.</summary>
internal sealed class LayerKind
{
    private readonly Func<int, AttributeArguments, LayersDeclaration> _declare;

    /// <param name="name">Name of the attribute as written in source, without brackets.</param>
    /// <param name="declare">Makes the declaration of the attribute's position and arguments.</param>
    /// <param name="parameters">Names of the constructor's parameters, which are arguments too.</param>
    internal LayerKind(string name, Func<int, AttributeArguments, LayersDeclaration> declare, params string[] parameters)
    {
        Name = name;
        _declare = declare;
        Parameters = parameters;
    }

    /// <summary>Name of the attribute as written in source, without brackets.</summary>
    public string Name { get; }

    /// <summary>Name of the attribute's class.</summary>
    public string AttributeName => Name + "Attribute";

    /// <summary>The attribute as written in source, for messages.</summary>
    public string Label => $"[{Name}]";

    /// <summary>Names of the constructor's parameters in their order.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>What an attribute declares.</summary>
    /// <param name="position">Which of the attributes that declare layers: 1, 2, … in the order they are written.</param>
    /// <param name="arguments">Its arguments.</param>
    public LayersDeclaration Declare(int position, AttributeArguments arguments) =>
        _declare(position, arguments) with
        {
            Format = arguments.OptionalChoice<ElementFormat>("Format"),
        };

    /// <inheritdoc/>
    public override string ToString() => Label;
}
