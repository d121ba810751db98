using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using SparseDnn.Roslyn.Memos;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>Reads the members of a type that implements ISemiring, with their places in source.</summary>
internal static class SemiringSource
{
    private const string InterfaceName = "ISemiring";

    private static readonly BodyMemo<IReadOnlyList<ElementSource>> Known = new();

    /// <summary>The interfaces ISemiring&lt;type, T&gt; that a type implements for itself, with T.</summary>
    /// <param name="type">Any type.</param>
    public static IEnumerable<(INamedTypeSymbol Interface, ITypeSymbol Element)> Interfaces(INamedTypeSymbol type) =>
        type
            .AllInterfaces.Where(candidate => candidate.Arity == 2 && OwnSymbols.IsOwn(candidate, InterfaceName))
            .Where(candidate => SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type))
            .Select(candidate => (candidate, candidate.TypeArguments[1]));

    /// <summary>
    /// Reads a type for every element type that has all its members, in the order of <see cref="NumberTypes.Elements"/>; once for
    /// generator and analyzers each, until a file that it is read from or a declaration of the project changes.
    /// </summary>
    /// <param name="type">A type with source in the compilation.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IReadOnlyList<ElementSource> Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        Known.Get(
            TypeSymbols.MetadataName(type),
            compilation,
            files => Read(type, new(compilation, files, cancellationToken)),
            cancellationToken
        );

    private static List<ElementSource> Read(INamedTypeSymbol type, BodySource source)
    {
        var elements = new List<ElementSource>();
        foreach (var row in NumberTypes.Elements)
        {
            source.CancellationToken.ThrowIfCancellationRequested();
            var implemented = Interfaces(type).FirstOrDefault(candidate => candidate.Element.SpecialType == row.SpecialType()).Interface;
            if (implemented is not null && Read(type, implemented, row, source) is { } element)
                elements.Add(element);
        }
        return elements;
    }

    private static ElementSource? Read(INamedTypeSymbol type, INamedTypeSymbol implemented, NumberType row, BodySource source)
    {
        var members = new Dictionary<SemiringMember, MemberSource>();
        foreach (var member in new[] { SemiringMember.Zero, SemiringMember.One, SemiringMember.Add, SemiringMember.Multiply })
        {
            if (Find(type, implemented, member) is not { } symbol)
                return null;
            var reader = new BodyReader(row, source);
            var term = symbol switch
            {
                IMethodSymbol method => reader.ReadOperator(method),
                IPropertySymbol property => reader.ReadProperty(property),
                _ => null,
            };
            var isElement = term is not null && term.IsBoolean == (row.Carrier == CarrierKind.Boolean);
            // Where Zero or One has to be computed, it cannot be compared with at compile time.
            if (isElement && symbol is IPropertySymbol && CarrierReader.Constant(term!.Expression) is null)
                reader.Findings.Decline(source.Declaration(symbol), "is not a constant");
            var expression = isElement && reader.Findings.Fault is null ? term!.Expression : null;
            members.Add(member, new(member, source.Declaration(symbol), reader.Findings, expression));
        }
        (OperatorExpression, OperatorExpression)? ends = null;
        if (Find(type, implemented, SemiringMember.Carrier) is IPropertySymbol carrier)
        {
            var reader = new BodyReader(row, source);
            if (reader.ReadPair(carrier) is var (min, max))
                ends = (min.Expression, max.Expression);
            var isRead =
                ends is not null
                && CarrierReader.Constant(ends.Value.Item1) is not null
                && CarrierReader.Constant(ends.Value.Item2) is not null;
            members.Add(
                SemiringMember.Carrier,
                new(SemiringMember.Carrier, source.Declaration(carrier), reader.Findings, isRead ? ends!.Value.Item1 : null)
            );
        }
        return new(row, type.Name, members, ends);
    }

    // Null where it is missing or left to the interface.
    private static ISymbol? Find(INamedTypeSymbol type, INamedTypeSymbol implemented, SemiringMember member) =>
        implemented.GetMembers(member.ToString()).FirstOrDefault() is { } declared
        && type.FindImplementationForInterfaceMember(declared) is { } found
        && SymbolEqualityComparer.Default.Equals(found.ContainingType, type)
        && !found.DeclaringSyntaxReferences.IsEmpty
            ? found
            : null;
}
