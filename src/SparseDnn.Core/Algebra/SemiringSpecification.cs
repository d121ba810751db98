using System;
using System.Collections.Generic;
using SparseDnn.Primitives;

namespace SparseDnn.Algebra;

/// <summary>A semiring as data: names of its operations, its two identities, and for which element types it exists.</summary>
/// <param name="Name">Field's standard name, such as "plus-times".</param>
/// <param name="Add">Name of ⊕.</param>
/// <param name="Multiply">Name of ⊗.</param>
/// <param name="Zero">Identity of ⊕, which an absent entry means; ±∞ where the carrier has it; 0 for false and for no bits.</param>
/// <param name="One">Identity of ⊗; 1 for true, −1 for all ones.</param>
/// <remarks>Source: mathematics page, section 2. Equality contract: all members.</remarks>
internal sealed record SemiringSpecification(string Name, string Add, string Multiply, double Zero, double One)
{
    /// <summary>
    /// C# name of the type that is the semiring, such as <c>global::SparseDnn.MinPlus</c>; empty for specifications that are names only.
    /// </summary>
    public string TypeName { get; init; } = "";

    /// <summary>Which semiring it is, see <see cref="SemiringKey"/>; the name for specifications that are names only.</summary>
    public string Key { get; init; } = Name;

    /// <summary>The semiring as far as its key tells: a row of <see cref="KnownSemirings"/>, or a specification that is a name.</summary>
    /// <remarks>
    /// A program's own semiring is its methods, which no text carries from one program to another. Whoever exchanges networks refers to it
    /// by key; such a reference exists in no element format, so that nothing can be computed over it before it is declared.
    /// </remarks>
    internal SemiringSpecification Referenced => SemiringKey.Resolve(Key);

    /// <summary>
    /// Whether sums of products are rounded once a term under <see cref="Summation.Planned"/>: promised by the published definition of
    /// plus-times alone. A declared semiring's results are those of its methods, so its + and × round one after the other.
    /// </summary>
    public bool FusesProducts { get; init; }

    /// <summary>Whether it is a row of <see cref="KnownSemirings"/>.</summary>
    public bool IsBuiltIn => KnownSemirings.TryGet(Key, out _);

    /// <summary>The set V as the field writes it, such as <c>R ∪ {−∞}</c>; empty for specifications without rows of elements.</summary>
    public string Carrier { get; init; } = "";

    /// <summary>
    /// One row for every element format: the semiring in that format, or why there is none. Empty for specifications that are names only.
    /// </summary>
    internal EquatableArray<SemiringElement> Elements { get; init; } = EquatableArray<SemiringElement>.Empty;

    /// <summary>
    /// The format of a network over this semiring where none is declared: binary32 where it exists, 64-bit words for bits, or the only one
    /// there is; null where several are equally good.
    /// </summary>
    internal ElementFormat? DefaultFormat
    {
        get
        {
            if (GetElement(ElementFormat.Binary32) is { IsUsable: true })
                return ElementFormat.Binary32;
            var usable = new List<ElementFormat>();
            foreach (var element in Elements)
                if (element.IsUsable)
                    usable.Add(element.Format);
            if (usable.Count == 1)
                return usable[0];
            return IsBuiltIn && usable.Contains(ElementFormat.Word64) ? ElementFormat.Word64 : null;
        }
    }

    /// <summary>Equal specifications have equal keys; hashing every formula of every format would tell no more.</summary>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <summary>The row of an element format; null where the specification has none.</summary>
    /// <param name="format">The element format.</param>
    internal SemiringElement? GetElement(ElementFormat format)
    {
        foreach (var element in Elements)
        {
            if (element.Format == format)
                return element;
        }
        return null;
    }
}
