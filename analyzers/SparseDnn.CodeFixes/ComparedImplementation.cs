using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SparseDnn.CodeFixes;

/// <summary>
/// Which implementation an assertion is about: the network, or what computed the number that its output is compared with.
/// </summary>
internal sealed class ComparedImplementation
{
    private readonly SemanticModel _model;
    private readonly SyntaxNode _method;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    private ComparedImplementation(SemanticModel model, SyntaxNode method, CancellationToken cancellationToken)
    {
        _model = model;
        _method = method;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The method as C# names it.</summary>
    /// <param name="model">What names mean.</param>
    /// <param name="other">What the output is compared with.</param>
    /// <param name="network">The network's method.</param>
    /// <param name="cancellationToken">Passed to the model.</param>
    /// <returns>Null where that number comes from calls that are no implementation.</returns>
    public static string? Of(SemanticModel model, SyntaxNode other, string network, CancellationToken cancellationToken)
    {
        if (other.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) is not { } method)
            return null;
        var search = new ComparedImplementation(model, method, cancellationToken);
        return search.IsWrittenOut(other) ? network : search.Filling(other);
    }

    // z[i] where one call fills z from one buffer.
    private string? Filling(SyntaxNode other)
    {
        if (other is not ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax name } || Variable(name) is not { } buffer)
            return null;
        var calls = Uses(buffer)
            .Select(use => (use.Parent as ArgumentSyntax)?.Parent?.Parent)
            .OfType<InvocationExpressionSyntax>()
            .ToArray();
        return
            calls.Length == 1
            && calls[0].ArgumentList.Arguments is { Count: 2 } arguments
            && arguments[1].Expression is IdentifierNameSyntax filled
            && SymbolEqualityComparer.Default.Equals(Variable(filled), buffer)
            ? calls[0].Expression.WithoutTrivia().ToString()
            : null;
    }

    // Whether nothing but arithmetic on what the test is given stands behind an expression.
    private bool IsWrittenOut(SyntaxNode expression) =>
        expression
            .DescendantNodesAndSelf()
            .All(node =>
                node switch
                {
                    InvocationExpressionSyntax call => IsMath(call),
                    BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax => false,
                    IdentifierNameSyntax name => IsWrittenOutName(_model.GetSymbolInfo(name, _cancellationToken).Symbol),
                    _ => true,
                }
            );

    // What a field or property holds may come from anywhere, unless it is recorded once.
    private bool IsWrittenOutName(ISymbol? symbol) =>
        symbol switch
        {
            ILocalSymbol local => !_seen.Add(local) || (Uses(local).All(IsWrittenOutUse) && Declared(local)),
            IFieldSymbol field => field.HasConstantValue || field.IsReadOnly,
            IPropertySymbol property => property.Name == "Length",
            IParameterSymbol or IMethodSymbol or INamespaceOrTypeSymbol => true,
            _ => false,
        };

    private bool Declared(ISymbol variable) =>
        variable.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(_cancellationToken) switch
            {
                VariableDeclaratorSyntax { Initializer: { } initializer } => IsWrittenOut(initializer.Value),
                VariableDeclaratorSyntax => true,
                ForEachStatementSyntax loop => IsWrittenOut(loop.Expression),
                _ => false,
            }
        );

    // What is assigned to a variable is written out, and no call can change it.
    private bool IsWrittenOutUse(IdentifierNameSyntax use)
    {
        SyntaxNode place = use;
        while (place.Parent is ElementAccessExpressionSyntax element && element.Expression == place)
            place = element;
        return place.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == place => IsWrittenOut(assignment.Right),
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } => false,
            ArgumentSyntax when place == use => _model.GetTypeInfo(use, _cancellationToken).ConvertedType is { } type
                && ((type.IsValueType && type.Name != "Span") || type.SpecialType != SpecialType.None),
            RefExpressionSyntax => false,
            _ => true,
        };
    }

    private bool IsMath(InvocationExpressionSyntax call) =>
        _model.GetSymbolInfo(call, _cancellationToken).Symbol
            is IMethodSymbol { ContainingType: { Name: "Math" or "MathF" or "Single" or "Double", ContainingNamespace.Name: "System" } };

    private ISymbol? Variable(IdentifierNameSyntax name) =>
        _model.GetSymbolInfo(name, _cancellationToken).Symbol is ILocalSymbol local ? local : null;

    private IEnumerable<IdentifierNameSyntax> Uses(ISymbol variable) =>
        _method
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == variable.Name && SymbolEqualityComparer.Default.Equals(Variable(name), variable));
}
